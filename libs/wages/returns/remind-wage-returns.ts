import { Injectable } from '@nestjs/common';
import { addDays, todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { WAGE_EVENTS } from './wage-return.events.js';

const BATCH = 100;
const DAYS_BEFORE = 14;
const DAYS_AFTER = 30;

/** The fiscal year a return is of that is due on `from_on`: the one before. */
const REPORTED_YEAR = `extract(year FROM from_on - interval '3 months')::integer - 1`;

/**
 * Reminds facilities of a return their prefecture has set a date for: two weeks before, and the day after when it is still
 * missing. Which year it is of, the date says, not the day on which somebody is reminded. A prefecture that has set no date has
 * nobody reminded, nor is a facility that has closed. Called by the worker again and again.
 */
@Injectable()
export class RemindWageReturns {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many facilities were reminded; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const today = todayInTokyo(tx.now);
      const due = await tx.manager.query<{ facility_id: string; fiscal_year: number }[]>(
        `INSERT INTO wage_reminder (facility_id, fiscal_year, stage, sent_at)
         SELECT DISTINCT m.facility_id, r.fiscal_year, r.stage, $4::timestamptz
         FROM (SELECT prefecture_id, fiscal_year, CASE WHEN due_on < $1 THEN 'AFTER' ELSE 'BEFORE' END AS stage
               -- The latest date set for a year is the one that holds.
               FROM (SELECT prefecture_id, ${REPORTED_YEAR} AS fiscal_year, max(from_on) AS due_on
                     FROM wage_rule WHERE kind = 'RETURN_DUE' GROUP BY 1, 2) d
               WHERE due_on BETWEEN $2 AND $3) r
         JOIN prefecture_desk p USING (prefecture_id)
         JOIN membership m ON m.desk_id = p.desk_id AND m.left_on IS NULL
         JOIN facility f ON f.id = m.facility_id AND f.type_code IN ('A_TYPE', 'B_TYPE')
           AND (f.closed_on IS NULL OR f.closed_on >= $1)
           AND (f.opened_on IS NULL OR f.opened_on < make_date(r.fiscal_year + 1, 4, 1))
         WHERE yui_prefecture_of(m.facility_id) = r.prefecture_id
           AND NOT EXISTS (SELECT 1 FROM wage_return w WHERE w.facility_id = m.facility_id AND w.fiscal_year = r.fiscal_year
                             AND w.status IN ('SUBMITTED', 'CHECKED'))
           AND NOT EXISTS (SELECT 1 FROM wage_reminder d WHERE d.facility_id = m.facility_id AND d.fiscal_year = r.fiscal_year
                             AND d.stage = r.stage)
         LIMIT ${BATCH}
         ON CONFLICT DO NOTHING RETURNING facility_id, fiscal_year`,
        [today, addDays(today, -DAYS_AFTER), addDays(today, DAYS_BEFORE), tx.now],
      );
      for (const { facility_id: facilityId, fiscal_year: fiscalYear } of due) {
        await tx.emit(WAGE_EVENTS.missing, null, { facilityId, fiscalYear });
      }
      return due.length;
    });
  }
}
