import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { shrinkPromise } from '#yui/directory';
import { type PersonActor, requireText, type Transaction, UnitOfWork, transition } from '#yui/platform';
import { cancellationTransitions } from './cancellation.transitions.js';
import {
  advanceOrder,
  Assignment,
  firstReminderOn,
  LIVE_STATES,
  transitionAssignment,
  withdrawLocked,
} from '#yui/fulfilment';
import { emitOrderEvent, lockOrderOfDesk, transitionOrder, type WorkOrder } from '#yui/orders';
import { lapseAmendments } from '../amendments/lapse-amendments.js';
import { addCancellation, openCancellation, type ReasonedOrderInput } from './request-cancellation.js';

/**
 * The desk ends an order, because the buyer asked or because it must. Facilities are told first. Offers and shares that
 * were not begun end at once and their capacity is free; who has begun says how much is done, hands that over, and is
 * paid for it. What was delivered stays.
 */
@Injectable()
export class CancelWorkOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, CANCELLATION.IS_REFERRAL, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReasonedOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('cancelWorkOrder', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      await cancelLocked(tx, order, requireText('reason', input.reason, 1000));
      return { workOrderId: order.id };
    });
  }
}

/** Ends a locked order. @throws TRANSITION.NOT_ALLOWED, CANCELLATION.IS_REFERRAL */
export async function cancelLocked(tx: Transaction, order: WorkOrder, reason: string): Promise<void> {
  const cancellation = (await openCancellation(tx, order)) ?? (await addCancellation(tx, order, reason, false));
  await transition(tx, cancellationTransitions, cancellation, 'grant', { decidedAt: tx.now });
  await transitionOrder(tx, order, 'cancel');
  await lapseAmendments(tx, order);
  await stopAssignments(tx, order.id, reason);
  await emitOrderEvent(tx, order.deskId, 'cancellation.granted', {
    workOrderId: order.id,
    cancellationId: cancellation.id,
  });
  await advanceOrder(tx, order);
}

async function stopAssignments(tx: Transaction, workOrderId: string, answerReason: string): Promise<void> {
  // Facilities take their turn in the order of their ids, as everybody who frees or promises work of several does.
  const assignments = await tx.manager.find(Assignment, {
    where: { workOrderId, status: In([...LIVE_STATES]) },
    order: { facilityId: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const assignment of assignments) {
    switch (assignment.status) {
      case 'PLANNED':
      case 'OFFERED':
      case 'PARTLY_ACCEPTED':
        await withdrawLocked(tx, assignment, answerReason);
        break;
      case 'ACCEPTED':
        await transitionAssignment(tx, assignment, 'cancel', { answerReason });
        await shrinkPromise(tx, assignment.facilityId, assignment.id, 0);
        await emitOrderEvent(tx, assignment.deskId, 'assignment.cancelled', {
          workOrderId,
          assignmentId: assignment.id,
        });
        break;
      case 'IN_PROGRESS':
      case 'REWORK':
        await transitionAssignment(tx, assignment, 'askStop', { answerReason, stopRemindOn: firstReminderOn(tx) });
        await emitOrderEvent(tx, assignment.deskId, 'assignment.stop-asked', {
          workOrderId,
          assignmentId: assignment.id,
        });
        break;
      default:
        // Delivered: it is inspected as always, and paid.
        break;
    }
  }
}
