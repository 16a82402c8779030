import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  checkFields,
  difference,
  MAX_YEN,
  optionalLine,
  optionalText,
  type PersonActor,
  requireInteger,
  requireLine,
  UnitOfWork,
} from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { DeskTerms } from './desk-terms.entity.js';
import { longestWaitDays } from './payment-day.js';
import { termsErrors } from './terms.errors.js';
import { deskTermsOf } from './usual-terms.js';

const MAX_PEOPLE = 10_000_000;
const MAX_DAYS_BY_LAW = 60;
/** Two months by the calendar count as sixty days however long they are. */
const MAX_DAYS_OF_TWO_MONTHS = 62;

/** What is omitted stays as it is; null or an empty text takes a statement away. */
export interface SetDeskTermsInput {
  readonly capitalYen?: number | null;
  readonly employeeCount?: number | null;
  readonly subcontractExemption?: string | null;
  readonly receiptPlace?: string;
  readonly inspectionDays?: number;
  readonly closingDay?: number;
  readonly paymentMonths?: number;
  readonly paymentDay?: number;
  readonly paymentMethod?: string;
  readonly nonCash?: string | null;
  readonly paperReturnDays?: number;
}

/** What the desk agrees on with the facilities it passes work to from now on. */
@Injectable()
export class SetDeskTerms {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers the desk; TERMS.PAYMENT_TOO_LATE, INPUT.* */
  async execute(actor: PersonActor, input: SetDeskTermsInput): Promise<{ deskId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const { id: deskId } = await tx.lock(Desk, { id: actor.organisationId });
      const before = await deskTermsOf(tx.manager, deskId);
      const terms = termsAfter(before, input);
      const longest = longestWaitDays(terms);
      if (longest > MAX_DAYS_OF_TWO_MONTHS || (longest > MAX_DAYS_BY_LAW && terms.closingDay !== terms.paymentDay)) {
        throw termsErrors.PAYMENT_TOO_LATE({ days: longest }).at('paymentDay');
      }
      await tx.manager.upsert(DeskTerms, terms, ['deskId']);
      const fact = { deskId, subjectType: 'Desk', subjectId: deskId };
      await tx.audit('deskTerms.set', fact, difference({ ...before }, { ...terms }));
      return { deskId };
    });
  }
}

function termsAfter(before: DeskTerms, input: SetDeskTermsInput): DeskTerms {
  const integer = (
    field: 'inspectionDays' | 'closingDay' | 'paymentMonths' | 'paymentDay' | 'paperReturnDays',
    least: number,
    most: number,
  ) => requireInteger(field, input[field] ?? before[field], least, most);
  const count = (field: 'capitalYen' | 'employeeCount', most: number) => {
    const value = input[field] === undefined ? before[field] : input[field];
    return value === null ? null : requireInteger(field, value, 0, most);
  };
  const { subcontractExemption = before.subcontractExemption, nonCash = before.nonCash } = input;
  return checkFields<DeskTerms>({
    deskId: () => before.deskId,
    capitalYen: () => count('capitalYen', MAX_YEN),
    employeeCount: () => count('employeeCount', MAX_PEOPLE),
    subcontractExemption: () => optionalText('subcontractExemption', subcontractExemption, 1000) || null,
    receiptPlace: () => requireLine('receiptPlace', input.receiptPlace ?? before.receiptPlace, 200),
    inspectionDays: () => integer('inspectionDays', 0, 30),
    closingDay: () => integer('closingDay', 1, 31),
    paymentMonths: () => integer('paymentMonths', 0, 2),
    paymentDay: () => integer('paymentDay', 1, 31),
    paymentMethod: () => requireLine('paymentMethod', input.paymentMethod ?? before.paymentMethod, 200),
    nonCash: () => optionalLine('nonCash', nonCash, 200) || null,
    paperReturnDays: () => integer('paperReturnDays', 1, 60),
  });
}
