import { Injectable } from '@nestjs/common';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  accessErrors,
  checkFields,
  MAX_UNIT_PRICE_SEN,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { FeeRule } from './fee-rule.entity.js';
import { feeRuleErrors } from './terms.errors.js';

const MAX_FIXED_YEN = 100_000_000;

export interface AddFeeRuleInput {
  readonly idempotencyKey: string;
  readonly contractType: FeeRule['contractType'];
  /** Omitted: for all buyers that have no rule of their own kind. */
  readonly buyerKind?: FeeRule['buyerKind'];
  readonly basis: FeeRule['basis'];
  readonly ratePermille?: number | null;
  readonly perPieceSen?: number | null;
  readonly fixedYen?: number | null;
  readonly payer: FeeRule['payer'];
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate | null;
}

/** From a day on, the desk charges another fee. Orders keep the fee of their own day. */
@Injectable()
export class AddFeeRule {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers the desk; FEE_RULE.*, INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: AddFeeRuleInput): Promise<{ feeRuleId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('addFeeRule', actor, input, async (tx) => {
      // The row of the desk is the turn: two rules for the same days cannot come in at once.
      const desk = await tx.lock(Desk, { id: actor.organisationId });
      const rule = checkRule(tx, input);
      await refuseOverlap(tx, desk.id, rule);
      const id = tx.newId();
      await tx.manager.insert(FeeRule, { id, deskId: desk.id, createdAt: tx.now, ...rule });
      await tx.audit('feeRule.add', { deskId: desk.id, subjectType: 'FeeRule', subjectId: id }, { ...rule });
      return { feeRuleId: id };
    });
  }
}

type RuleContent = Omit<FeeRule, 'id' | 'deskId' | 'createdAt'>;

function checkRule(tx: Transaction, input: Omit<AddFeeRuleInput, 'idempotencyKey'>): RuleContent {
  const values = { ratePermille: input.ratePermille, perPieceSen: input.perPieceSen, fixedYen: input.fixedYen };
  const wanted = ({ PERCENT: 'ratePermille', PER_PIECE: 'perPieceSen', FIXED: 'fixedYen' } as const)[input.basis];
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  if (given.length !== 1 || given[0]?.[0] !== wanted) throw feeRuleErrors.VALUE_MISSING().at(wanted);
  const most = { ratePermille: 1000, perPieceSen: MAX_UNIT_PRICE_SEN, fixedYen: MAX_FIXED_YEN }[wanted];
  const validTo = input.validTo ?? null;
  const { value } = checkFields({
    value: () => requireInteger(wanted, values[wanted] ?? -1, 0, most),
    validFrom: () => {
      if (input.validFrom <= todayInTokyo(tx.now)) throw feeRuleErrors.IN_THE_PAST().at('validFrom');
    },
    validTo: () => {
      if (validTo !== null && validTo < input.validFrom) throw feeRuleErrors.DATES_SWAPPED().at('validTo');
    },
  });
  return {
    contractType: input.contractType,
    buyerKind: input.buyerKind ?? null,
    basis: input.basis,
    ratePermille: null,
    perPieceSen: null,
    fixedYen: null,
    [wanted]: value,
    payer: input.payer,
    validFrom: input.validFrom,
    validTo,
  };
}

async function refuseOverlap(tx: Transaction, deskId: string, rule: RuleContent): Promise<void> {
  const query = tx.manager
    .createQueryBuilder(FeeRule, 'rule')
    .where('rule.deskId = :deskId AND rule.contractType = :contractType', { deskId, contractType: rule.contractType })
    .andWhere('rule.buyerKind IS NOT DISTINCT FROM :buyerKind', { buyerKind: rule.buyerKind })
    .andWhere('(rule.validTo IS NULL OR rule.validTo >= :validFrom)', { validFrom: rule.validFrom })
    .orderBy('rule.validFrom')
    .limit(1);
  if (rule.validTo !== null) query.andWhere('rule.validFrom <= :validTo', { validTo: rule.validTo });
  const other = await query.getOne();
  if (other) throw feeRuleErrors.OVERLAPS({ from: other.validFrom }).at('validFrom');
}
