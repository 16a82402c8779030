import { Injectable } from '@nestjs/common';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { reconcileOrder } from './reconcile-order.js';
import { transitionContract } from '../contract/transition-contract.js';
import type { ContractInput } from '../contract/contract.input.js';

/** The signed paper of the buyer is back at the desk: the contract binds. */
@Injectable()
export class RecordPaperReturned {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (no paper is out, or it came back before) */
  async execute(actor: PersonActor, input: ContractInput): Promise<{ contractId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('recordPaperReturned', actor, input, async (tx) => {
      const own = { id: input.contractId, deskId: actor.organisationId, side: 'BUYER_DESK' as const };
      const { workOrderId } = await tx.get(Contract, own);
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      const contract = await tx.get(Contract, own);
      await transitionContract(tx, contract, 'recordPaperReturned', { concludedAt: tx.now });
      await reconcileOrder(tx, order);
      return { contractId: contract.id };
    });
  }
}
