import { Injectable } from '@nestjs/common';
import { closeWorkOrder, WorkOrder } from '#yui/orders';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { emitContractEvent } from '../contract/contract.events.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { transitionContract } from '../contract/transition-contract.js';
import { lockOverdueReferrals } from './overdue-referrals.js';

const DAYS_UNTIL_LAPSE = 30;

/** 斡旋型: ends introductions nobody reported on, and closes their orders. Called by the worker again and again. */
@Injectable()
export class LapseReferrals {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many were ended; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const contracts = await lockOverdueReferrals(tx, DAYS_UNTIL_LAPSE, { isUnreminded: false });
      for (const contract of contracts) {
        await transitionContract(tx, contract, 'lapse', { endedAt: tx.now });
        await reconcileOrder(tx, await tx.lock(WorkOrder, { id: contract.workOrderId }));
        await closeWorkOrder(tx, contract.workOrderId);
        await emitContractEvent(tx, contract.deskId, 'referral.lapsed', {
          workOrderId: contract.workOrderId,
          contractId: contract.id,
        });
      }
      return contracts.length;
    });
  }
}
