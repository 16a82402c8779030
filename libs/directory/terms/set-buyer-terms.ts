import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  checkFields,
  difference,
  optionalLine,
  type PersonActor,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { DeskBuyer } from '../buyers/desk-buyer.entity.js';
import { type Billing, BuyerTerms, type DueDayRule, type Pricing } from './buyer-terms.entity.js';
import { buyerTermsOf } from './usual-terms.js';

/** What is omitted stays as it is. */
export interface SetBuyerTermsInput {
  readonly buyerId: string;
  readonly billing?: Billing;
  readonly pricing?: Pricing;
  readonly closingDay?: number;
  readonly paymentMonths?: number;
  readonly paymentDay?: number;
  readonly acceptanceDays?: number;
  /** null or empty: it goes by its name. */
  readonly contractingParty?: string | null;
  readonly dueDayRule?: DueDayRule;
  readonly needsSignedPaper?: boolean;
}

/** How a buyer is billed and pays from its next order on. */
@Injectable()
export class SetBuyerTerms {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers a desk this buyer orders from; INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: SetBuyerTermsInput): Promise<{ buyerId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      const { buyerId } = await tx.lock(DeskBuyer, { deskId, buyerId: input.buyerId });
      const before = await buyerTermsOf(tx.manager, deskId, buyerId);
      const integer = (
        field: 'closingDay' | 'paymentMonths' | 'paymentDay' | 'acceptanceDays',
        least: number,
        most: number,
      ) => requireInteger(field, input[field] ?? before[field], least, most);
      const terms = checkFields<BuyerTerms>({
        deskId: () => deskId,
        buyerId: () => buyerId,
        billing: () => input.billing ?? before.billing,
        pricing: () => input.pricing ?? before.pricing,
        closingDay: () => integer('closingDay', 1, 31),
        paymentMonths: () => integer('paymentMonths', 0, 6),
        paymentDay: () => integer('paymentDay', 1, 31),
        acceptanceDays: () => integer('acceptanceDays', 1, 60),
        contractingParty: () =>
          input.contractingParty === undefined
            ? before.contractingParty
            : optionalLine('contractingParty', input.contractingParty, 100) || null,
        dueDayRule: () => input.dueDayRule ?? before.dueDayRule,
        needsSignedPaper: () => input.needsSignedPaper ?? before.needsSignedPaper,
      });
      await tx.manager.upsert(BuyerTerms, terms, ['deskId', 'buyerId']);
      const fact = { deskId, subjectType: 'Buyer', subjectId: buyerId };
      await tx.audit('buyerTerms.set', fact, difference({ ...before }, { ...terms }));
      return { buyerId };
    });
  }
}
