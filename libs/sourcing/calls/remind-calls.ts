import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { Call } from './call.entity.js';
import { lockDueCalls } from './due-calls.js';

/** Reminds, once, a working day before the deadline; who has answered by then hears nothing. */
@Injectable()
export class RemindCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many calls were reminded of; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const calls = await lockDueCalls(tx, 'remind_at');
      for (const call of calls) {
        await tx.manager.update(Call, { id: call.id }, { remindedAt: tx.now });
        await emitOrderEvent(tx, call.deskId, 'call.reminded', { workOrderId: call.workOrderId, callId: call.id });
      }
      return calls.length;
    });
  }
}
