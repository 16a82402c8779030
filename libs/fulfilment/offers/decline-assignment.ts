import { Injectable } from '@nestjs/common';
import { type PartyActor, type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { openOffer } from './answer-offer.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { answeredNow } from './undo-answer.js';

export interface ReasonedAssignmentInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  readonly reason: string;
}

/** A facility says no, and why. */
@Injectable()
export class DeclineAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ASSIGNMENT.DEADLINE_PASSED, .WITHDRAWN, .ANSWERED_DIFFERENTLY, ACCESS.NOT_FOUND, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReasonedAssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('declineAssignment', actor, input, async (tx) => {
      await declineOffer(tx, actor, input.assignmentId, input.reason);
      return { assignmentId: input.assignmentId };
    });
  }
}

/** The no of the acting facility. @throws what DeclineAssignment throws */
export async function declineOffer(
  tx: Transaction,
  actor: PartyActor,
  assignmentId: string,
  reason: string,
): Promise<void> {
  const offer = await openOffer(tx, actor, assignmentId, (said) => said.status === 'DECLINED');
  if (offer.isAnswered) return;
  const { order, assignment } = offer;
  const answerReason = requireText('reason', reason, 500);
  await transitionAssignment(tx, assignment, 'decline', { ...answeredNow(tx), answerReason });
  await emitOrderEvent(tx, order.deskId, 'assignment.declined', {
    workOrderId: order.id,
    assignmentId: assignment.id,
  });
}
