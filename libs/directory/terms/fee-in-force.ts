import type { LocalDate } from '#yui/calendar';
import type { FeeTerms } from '#yui/money';
import type { EntityManager } from 'typeorm';
import type { Buyer } from '../buyers/buyer.entity.js';
import { Desk } from '../desks/desk.entity.js';
import { type FeePayer, FeeRule } from './fee-rule.entity.js';

/** The fee of a desk on one day, for one type of contract and one buyer. */
export interface FeeInForce {
  /** null: no rule of the desk says anything, and its usual rate (契約型) or no fee at all holds. */
  readonly ruleId: string | null;
  readonly terms: FeeTerms;
  readonly payer: FeePayer;
}

/** A rule for this kind of buyer comes before one for all. Without a rule 契約型 has the usual rate of the desk. */
export async function feeInForce(
  manager: EntityManager,
  deskId: string,
  question: {
    readonly contractType: FeeRule['contractType'];
    readonly buyerKind: Buyer['kind'];
    readonly on: LocalDate;
  },
): Promise<FeeInForce> {
  const rules = await manager
    .createQueryBuilder(FeeRule, 'rule')
    .where('rule.deskId = :deskId AND rule.contractType = :contractType', {
      deskId,
      contractType: question.contractType,
    })
    .andWhere('rule.validFrom <= :on AND (rule.validTo IS NULL OR rule.validTo >= :on)', { on: question.on })
    .andWhere('(rule.buyerKind IS NULL OR rule.buyerKind = :buyerKind)', { buyerKind: question.buyerKind })
    .orderBy('rule.buyerKind', 'ASC', 'NULLS LAST')
    .getMany();
  const [rule] = rules;
  if (rule) return { ruleId: rule.id, terms: termsOf(rule), payer: rule.payer };
  if (question.contractType !== 'DESK_CONTRACT') {
    return { ruleId: null, terms: { basis: 'PERCENT', ratePermille: 0 }, payer: 'FACILITY' };
  }
  const { feeRatePermille } = await manager.findOneByOrFail(Desk, { id: deskId });
  return { ruleId: null, terms: { basis: 'PERCENT', ratePermille: feeRatePermille }, payer: 'BUYER' };
}

export function termsOf(rule: FeeRule): FeeTerms {
  switch (rule.basis) {
    case 'PERCENT':
      return { basis: 'PERCENT', ratePermille: rule.ratePermille ?? 0 };
    case 'PER_PIECE':
      return { basis: 'PER_PIECE', perPieceSen: rule.perPieceSen ?? 0 };
    case 'FIXED':
      return { basis: 'FIXED', fixedYen: rule.fixedYen ?? 0 };
  }
}
