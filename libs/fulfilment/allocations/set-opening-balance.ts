import { Injectable } from '@nestjs/common';
import { fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { requireMembers } from '#yui/directory';
import {
  accessErrors,
  checkFields,
  difference,
  MAX_YEN,
  organisationKindOf,
  type PersonActor,
  requireInteger,
  requireLine,
  UnitOfWork,
} from '#yui/platform';
import { OpeningBalance } from './opening-balance.entity.js';

const FIRST_YEAR = 2005;
/** A thousand people in a full year. */
const MAX_MINUTES = 1_000 * 2_000 * 60;

export type SetOpeningBalanceInput = Omit<OpeningBalance, 'deskId' | 'recordedBy' | 'recordedAt'>;

/** A desk says what a facility had received from it before the product, or corrects it. */
@Injectable()
export class SetOpeningBalance {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.* */
  async execute(actor: PersonActor, input: SetOpeningBalanceInput): Promise<{ facilityId: string }> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    const { facilityId } = input;
    const deskId = actor.organisationId;
    return this.unitOfWork.run(actor, async (tx) => {
      await requireMembers(tx.manager, deskId, [facilityId]);
      const thisYear = fiscalYearOf(todayInTokyo(tx.now));
      const { fiscalYear, ...said } = checkFields({
        fiscalYear: () => requireInteger('fiscalYear', input.fiscalYear, FIRST_YEAR, thisYear),
        yen: () => requireInteger('yen', input.yen, 0, MAX_YEN),
        minutes: () => requireInteger('minutes', input.minutes, 0, MAX_MINUTES),
        sourceFile: () => requireLine('sourceFile', input.sourceFile, 200),
        sourceRow: () => requireLine('sourceRow', input.sourceRow, 100),
      });
      const key = { deskId, facilityId, fiscalYear };
      const before = await tx.manager.findOneBy(OpeningBalance, key);
      const balance = { ...key, ...said, recordedBy: actor.accountId, recordedAt: tx.now };
      await tx.manager.upsert(OpeningBalance, balance, ['deskId', 'facilityId', 'fiscalYear']);
      const { yen, minutes } = said;
      const change = difference(before && { yen: before.yen, minutes: before.minutes }, { yen, minutes });
      const fact = { deskId, subjectType: 'Facility', subjectId: facilityId };
      await tx.audit('openingBalance.set', fact, { fiscalYear, ...change });
      return { facilityId };
    });
  }
}
