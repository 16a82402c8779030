import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent, lockOrderOfBuyer, type WorkOrder, workOrderTransitions } from '#yui/orders';
import { Cancellation } from './cancellation.entity.js';
import { cancellationErrors } from './cancellation.errors.js';
import { cancellationTransitions } from './cancellation.transitions.js';

export interface ReasonedOrderInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly reason: string;
}

/** A buyer asks to end an order it has placed. The desk decides: facilities may be at work on it. */
@Injectable()
export class RequestCancellation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, CANCELLATION.ASKED_BEFORE, .IS_REFERRAL, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReasonedOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('requestCancellation', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      if (await openCancellation(tx, order)) throw cancellationErrors.ASKED_BEFORE();
      const cancellation = await addCancellation(tx, order, requireText('reason', input.reason, 1000), true);
      await emitOrderEvent(tx, order.deskId, 'cancellation.requested', {
        workOrderId: order.id,
        cancellationId: cancellation.id,
      });
      return { workOrderId: order.id };
    });
  }
}

/** The request of a locked order that waits for the desk, if there is one. */
export async function openCancellation(tx: Transaction, order: WorkOrder): Promise<Cancellation | null> {
  return tx.manager.findOneBy(Cancellation, { workOrderId: order.id, status: 'REQUESTED' });
}

/** @throws TRANSITION.NOT_ALLOWED when the order cannot be cancelled now, CANCELLATION.IS_REFERRAL */
export async function addCancellation(
  tx: Transaction,
  order: WorkOrder,
  reason: string,
  isRequestedByBuyer: boolean,
): Promise<Cancellation> {
  if (order.contractType === 'REFERRAL') throw cancellationErrors.IS_REFERRAL();
  workOrderTransitions.next(order.status, 'cancel');
  const cancellation: Cancellation = {
    id: tx.newId(),
    deskId: order.deskId,
    workOrderId: order.id,
    buyerId: order.buyerId,
    status: cancellationTransitions.initial,
    isRequestedByBuyer,
    reason,
    requestedAt: tx.now,
    decidedAt: null,
    refusalReason: null,
    finishedAt: null,
  };
  await tx.manager.insert(Cancellation, cancellation);
  await tx.audit(
    'cancellation.request',
    { deskId: order.deskId, subjectType: 'Cancellation', subjectId: cancellation.id },
    { workOrderId: order.id, isRequestedByBuyer, reason },
  );
  return cancellation;
}
