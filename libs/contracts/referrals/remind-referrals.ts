import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { emitContractEvent } from '../contract/contract.events.js';
import { lockOverdueReferrals } from './overdue-referrals.js';

const DAYS_UNTIL_REMINDER = 14;

/** 斡旋型: asks once for the outcome of an introduction. Called by the worker again and again. */
@Injectable()
export class RemindReferrals {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many were asked for; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const contracts = await lockOverdueReferrals(tx, DAYS_UNTIL_REMINDER, { isUnreminded: true });
      for (const { id, deskId, workOrderId } of contracts) {
        await tx.manager.update(Contract, { id }, { remindedAt: tx.now });
        await emitContractEvent(tx, deskId, 'referral.reminded', { workOrderId, contractId: id });
      }
      return contracts.length;
    });
  }
}
