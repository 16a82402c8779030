import { Injectable } from '@nestjs/common';
import { addDays, fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { WAGE_EVENTS } from './wage-return.events.js';

const BATCH = 100;
const DAYS_BEFORE = 14;
const DAYS_AFTER = 30;

/**
 * Reminds facilities of a return their prefecture has set a date for: two weeks before, and the day after when it is still
 * missing. A prefecture that has set no date has nobody reminded. Called by the worker again and again.
 */
@Injectable()
export class RemindWageReturns {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many facilities were reminded; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const today = todayInTokyo(tx.now);
      const due = await tx.manager.query<{ facility_id: string }[]>(
        `INSERT INTO wage_reminder (facility_id, fiscal_year, stage, sent_at)
         SELECT DISTINCT m.facility_id, $4::integer, r.stage, $5::timestamptz
         FROM (SELECT prefecture_id, CASE WHEN from_on < $1 THEN 'AFTER' ELSE 'BEFORE' END AS stage
               FROM wage_rule WHERE kind = 'RETURN_DUE' AND from_on BETWEEN $2 AND $3) r
         JOIN prefecture_desk p USING (prefecture_id)
         JOIN membership m ON m.desk_id = p.desk_id AND m.left_on IS NULL
         JOIN facility f ON f.id = m.facility_id AND f.type_code IN ('A_TYPE', 'B_TYPE')
         WHERE NOT EXISTS (SELECT 1 FROM wage_return w WHERE w.facility_id = m.facility_id AND w.fiscal_year = $4
                             AND w.status IN ('SUBMITTED', 'CHECKED'))
           AND NOT EXISTS (SELECT 1 FROM wage_reminder d WHERE d.facility_id = m.facility_id AND d.fiscal_year = $4
                             AND d.stage = r.stage)
         LIMIT ${BATCH}
         ON CONFLICT DO NOTHING RETURNING facility_id`,
        [today, addDays(today, -DAYS_AFTER), addDays(today, DAYS_BEFORE), fiscalYearOf(today) - 1, tx.now],
      );
      for (const { facility_id: facilityId } of due) {
        await tx.emit(WAGE_EVENTS.missing, null, { facilityId, fiscalYear: fiscalYearOf(today) - 1 });
      }
      return due.length;
    });
  }
}
