import { Injectable } from '@nestjs/common';
import { type PartyActor, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import { openOffer, promiseUnits } from './answer-offer.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { answeredNow } from './undo-answer.js';

export interface AssignmentInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
}

/** A facility says yes to all that was offered. The capacity is taken in the same transaction. */
@Injectable()
export class AcceptAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws CAPACITY.EXCEEDED, ASSIGNMENT.DEADLINE_PASSED, .WITHDRAWN, .ANSWERED_DIFFERENTLY, ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: AssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('acceptAssignment', actor, input, async (tx) => {
      await acceptOffer(tx, actor, input.assignmentId);
      return { assignmentId: input.assignmentId };
    });
  }
}

/** The yes of the acting facility. @throws what AcceptAssignment throws */
export async function acceptOffer(tx: Transaction, actor: PartyActor, assignmentId: string): Promise<void> {
  const offer = await openOffer(
    tx,
    actor,
    assignmentId,
    (said) => said.status !== 'PARTLY_ACCEPTED' && said.acceptedUnits === said.offeredUnits,
  );
  if (offer.isAnswered) return;
  const { order, assignment } = offer;
  await promiseUnits(tx, assignment, assignment.offeredUnits);
  await transitionAssignment(tx, assignment, 'accept', { acceptedUnits: assignment.offeredUnits, ...answeredNow(tx) });
  await emitOrderEvent(tx, order.deskId, 'assignment.accepted', {
    workOrderId: order.id,
    assignmentId: assignment.id,
  });
  await advanceOrder(tx, order);
}
