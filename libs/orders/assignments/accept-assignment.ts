import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../order.events.js';
import { followAssignments } from '../work-orders/follow-assignments.js';
import { openOffer, promiseUnits } from './answer-offer.js';
import { moveAssignment } from './move-assignment.js';

export interface AssignmentInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
}

/** A facility says yes to all that was offered. The capacity is taken in the same transaction. */
@Injectable()
export class AcceptAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws CAPACITY.EXCEEDED, ASSIGNMENT.DEADLINE_PASSED, .WITHDRAWN, .ANSWERED_DIFFERENTLY, ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, { idempotencyKey, ...input }: AssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.once(actor, { operation: 'acceptAssignment', idempotencyKey, input }, async (tx) => {
      const offer = await openOffer(tx, actor, input.assignmentId, (said) => said.acceptedUnits === said.offeredUnits);
      if (offer.isAnswered) return { assignmentId: input.assignmentId };
      const { order, assignment } = offer;
      await promiseUnits(tx, assignment, assignment.offeredUnits);
      await moveAssignment(tx, assignment, 'accept', { acceptedUnits: assignment.offeredUnits, answeredAt: tx.now });
      await emitOrderEvent(tx, order.deskId, 'assignment.accepted', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      await followAssignments(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}
