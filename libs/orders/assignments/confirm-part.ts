import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../order.events.js';
import { followAssignments } from '../work-orders/follow-assignments.js';
import type { AssignmentInput } from './accept-assignment.js';
import { lockAssignmentOfDesk } from './assignment.access.js';
import { moveAssignment } from './move-assignment.js';

/** The desk agrees to the smaller part a facility said yes to. */
@Injectable()
export class ConfirmPart {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, { idempotencyKey, ...input }: AssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.once(actor, { operation: 'confirmPart', idempotencyKey, input }, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      await moveAssignment(tx, assignment, 'confirmPart');
      await emitOrderEvent(tx, order.deskId, 'assignment.part-confirmed', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      await followAssignments(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}
