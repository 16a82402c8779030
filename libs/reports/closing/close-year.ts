import { Injectable } from '@nestjs/common';
import { fiscalYearRange, todayInTokyo } from '#yui/calendar';
import { checkFields, optionalText, type PersonActor, UnitOfWork } from '#yui/platform';
import { requireYear } from '../procurement/government-keeper.js';
import { requireKeeper } from '../recorded/keeper.js';
import { type ClosedReport, ClosedYear } from './closed-year.entity.js';
import { closingErrors } from './closing.errors.js';
import { presentRows, requireReport } from './present-rows.js';

export interface CloseYearInput {
  readonly idempotencyKey: string;
  readonly report: ClosedReport;
  readonly fiscalYear: number;
  /** Why, or for whom; for instance the number of the letter it was reported with. */
  readonly note?: string | null;
}

const MAX_NOTE = 500;

/** A report of a year is closed as it stands, with everything it counts; what is corrected later is told against it. */
@Injectable()
export class CloseYear {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, RESULT.NOT_FOR_COMPANIES, CLOSING.YEAR_NOT_OVER */
  async execute(actor: PersonActor, input: CloseYearInput): Promise<{ closedYearId: string }> {
    const { report } = input;
    requireReport(actor, report);
    const { fiscalYear, note } = checkFields({
      fiscalYear: () => requireYear('fiscalYear', input.fiscalYear),
      note: () => optionalText('note', input.note, MAX_NOTE),
    });
    return this.unitOfWork.command('closeYear', actor, input, async (tx) => {
      const { deskId, ...keeper } = await requireKeeper(tx, actor);
      if (todayInTokyo(tx.now) <= fiscalYearRange(fiscalYear).to) throw closingErrors.YEAR_NOT_OVER().at('fiscalYear');
      const { keeperId } = keeper;
      // Of two that close at once, the second follows the first.
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`closing of ${keeperId}`]);
      const version = (await tx.manager.countBy(ClosedYear, { keeperId, report, fiscalYear })) + 1;
      const id = tx.newId();
      const closed = { closedBy: actor.accountId, closedAt: tx.now };
      await tx.manager.insert(ClosedYear, { id, ...keeper, report, fiscalYear, version, note, ...closed });
      const { sql, values } = await presentRows(tx.manager, actor, report, fiscalYear);
      await tx.manager.query(
        `INSERT INTO closed_row (closed_year_id, subject_id, key, origin, label, orders, facilities, yen)
         SELECT $${values.length + 1}::uuid, subject_id, key, origin, coalesce(label, ''), orders, facilities, yen
         FROM (${sql}) AS present`,
        [...values, id],
      );
      await tx.audit(
        'closeYear',
        { deskId, subjectType: 'ClosedYear', subjectId: id },
        { report, fiscalYear, version },
      );
      return { closedYearId: id };
    });
  }
}
