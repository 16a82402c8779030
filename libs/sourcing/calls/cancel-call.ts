import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type PersonActor, requireText, type Transaction, UnitOfWork, transition } from '#yui/platform';
import { callTransitions } from './call.transitions.js';
import { emitOrderEvent, type WorkOrder } from '#yui/orders';
import { lockCallOfDesk } from './call.access.js';
import { Call } from './call.entity.js';
import type { CallInput } from './close-call.js';

export interface CancelCallInput extends CallInput {
  readonly reason: string;
}

/** The desk takes a call back: nobody need answer, and its answers are used for nothing. */
@Injectable()
export class CancelCall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: CancelCallInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('cancelCall', actor, input, async (tx) => {
      const call = await lockCallOfDesk(tx, actor, input.callId);
      await cancelLocked(tx, call, requireText('reason', input.reason, 500));
      return { callId: call.id };
    });
  }
}

/** Ends the calls of an order that has left calling. Needs the lock of the order. */
export async function cancelCallsOf(tx: Transaction, order: WorkOrder, cancelReason: string): Promise<void> {
  const calls = await tx.manager.find(Call, {
    where: { workOrderId: order.id, status: In(['OPEN', 'CLOSED']) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const call of calls) await cancelLocked(tx, call, cancelReason);
}

async function cancelLocked(tx: Transaction, call: Call, cancelReason: string): Promise<void> {
  await transition(tx, callTransitions, call, 'cancel', { cancelReason });
  await emitOrderEvent(tx, call.deskId, 'call.cancelled', { workOrderId: call.workOrderId, callId: call.id });
}
