import { Injectable } from '@nestjs/common';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { Reduction } from '../contract/reduction.entity.js';
import { reductionErrors } from './reduction.errors.js';

export interface WithdrawReductionInput {
  readonly idempotencyKey: string;
  readonly reductionId: string;
}

/** A reduction that was recorded by mistake is owed again. An invoice that states it has to be corrected. */
@Injectable()
export class WithdrawReduction {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, REDUCTION.WITHDRAWN_BEFORE */
  async execute(actor: PersonActor, input: WithdrawReductionInput): Promise<{ contractId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('withdrawReduction', actor, input, async (tx) => {
      const own = { id: input.reductionId, deskId: actor.organisationId };
      const { workOrderId } = await tx.get(Reduction, own);
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      const { id, deskId, contractId, amountYen, withdrawnAt } = await tx.get(Reduction, own);
      if (withdrawnAt !== null) throw reductionErrors.WITHDRAWN_BEFORE();
      await tx.manager.update(Reduction, { id }, { withdrawnAt: tx.now });
      const fact = { deskId, subjectType: 'Contract', subjectId: contractId };
      await tx.audit('reduction.withdraw', fact, { reductionId: id, amountYen });
      await reconcileOrder(tx, order);
      return { contractId };
    });
  }
}
