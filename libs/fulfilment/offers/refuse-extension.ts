import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import type { ReasonedAssignmentInput } from './decline-assignment.js';

/** The desk cannot wait longer for an answer: the deadline stays as it is. */
@Injectable()
export class RefuseExtension {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ASSIGNMENT.NO_EXTENSION_REQUEST, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReasonedAssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('refuseExtension', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      if (assignment.extensionUntil === null) throw assignmentErrors.NO_EXTENSION_REQUEST();
      const extensionRefusal = requireText('reason', input.reason, 500);
      await transitionAssignment(tx, assignment, 'refuseExtension', { extensionRefusal });
      await emitOrderEvent(tx, order.deskId, 'assignment.extension-refused', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      return { assignmentId: assignment.id };
    });
  }
}
