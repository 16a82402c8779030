import { Injectable } from '@nestjs/common';
import { WorkOrder } from '#yui/orders';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import type { ContractInput } from '../contract/contract.input.js';
import { ownContracts } from '../contract/contract.access.js';
import { Contract } from '../contract/contract.entity.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { transitionContract } from '../contract/transition-contract.js';

/** 斡旋型: buyer or desk reports that the two are still talking. The days until the introduction lapses begin again. */
@Injectable()
export class ReportNegotiation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: ContractInput): Promise<{ contractId: string }> {
    if (organisationKindOf(actor.role) === 'FACILITY') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('reportNegotiation', actor, input, async (tx) => {
      const own = { id: input.contractId, type: 'REFERRAL' as const, ...ownContracts(actor) };
      const { workOrderId } = await tx.get(Contract, own);
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      const contract = await tx.get(Contract, own);
      await transitionContract(tx, contract, 'reportNegotiation', { negotiatingAt: tx.now, remindedAt: null });
      await reconcileOrder(tx, order);
      return { contractId: contract.id };
    });
  }
}
