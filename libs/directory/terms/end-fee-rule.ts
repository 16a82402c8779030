import { Injectable } from '@nestjs/common';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { accessErrors, difference, type PersonActor, UnitOfWork } from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { FeeRule } from './fee-rule.entity.js';
import { feeRuleErrors } from './terms.errors.js';

export interface EndFeeRuleInput {
  readonly feeRuleId: string;
  /** The last day on which it holds: today at the earliest. */
  readonly validTo: LocalDate;
}

/** Sets the last day of a fee. What was ordered under it keeps it. */
@Injectable()
export class EndFeeRule {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, FEE_RULE.IN_THE_PAST, FEE_RULE.DATES_SWAPPED, FEE_RULE.OVERLAPS (it would grow) */
  async execute(actor: PersonActor, input: EndFeeRuleInput): Promise<{ feeRuleId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await tx.lock(Desk, { id: actor.organisationId });
      const rule = await tx.get(FeeRule, { id: input.feeRuleId, deskId: desk.id });
      if (input.validTo < todayInTokyo(tx.now)) throw feeRuleErrors.IN_THE_PAST().at('validTo');
      if (input.validTo < rule.validFrom) throw feeRuleErrors.DATES_SWAPPED().at('validTo');
      if (rule.validTo !== null && input.validTo > rule.validTo)
        throw feeRuleErrors.OVERLAPS({ from: rule.validTo }).at('validTo');
      await tx.manager.update(FeeRule, { id: rule.id }, { validTo: input.validTo });
      await tx.audit(
        'feeRule.end',
        { deskId: desk.id, subjectType: 'FeeRule', subjectId: rule.id },
        difference({ ...rule }, { validTo: input.validTo }),
      );
      return { feeRuleId: rule.id };
    });
  }
}
