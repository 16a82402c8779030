import { Injectable } from '@nestjs/common';
import { type PersonActor, type Transaction, UnitOfWork, transition } from '#yui/platform';
import { callTransitions } from './call.transitions.js';
import { emitOrderEvent } from '#yui/orders';
import { lockCallOfDesk } from './call.access.js';
import type { Call, CallClosing } from './call.entity.js';

export interface CallInput {
  readonly idempotencyKey: string;
  readonly callId: string;
}

/** The desk ends a call before its deadline: it has seen enough answers. */
@Injectable()
export class CloseCall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: CallInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('closeCall', actor, input, async (tx) => {
      const call = await lockCallOfDesk(tx, actor, input.callId);
      await closeLocked(tx, call, 'DESK');
      return { callId: call.id };
    });
  }
}

/** Ends a locked call; anyone who waits for its answers is told. */
export async function closeLocked(tx: Transaction, call: Call, closing: CallClosing): Promise<void> {
  await transition(tx, callTransitions, call, 'close', { closedAt: tx.now, closing });
  await emitOrderEvent(tx, call.deskId, 'call.closed', { workOrderId: call.workOrderId, callId: call.id });
}
