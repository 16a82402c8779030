import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { requireHandedOver } from '../deliveries/hand-over.js';
import { advanceOrder } from '../assignments/advance-order.js';
import { lockAssignmentOf } from '../assignments/assignment.access.js';
import { assignmentTransitions } from '../assignments/assignment.transitions.js';
import { cutShare } from '../deliveries/cut-share.js';

export interface ConfirmStopInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** All that is done and can be handed over, what was handed over before included. */
  readonly doneUnits: number;
}

/**
 * A facility that was asked to stop says how much is done: that is what it hands over and is paid for. The desk may say
 * it for a facility that told it otherwise.
 */
@Injectable()
export class ConfirmStop {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, ASSIGNMENT.CUT_OUT_OF_RANGE, STEP.NOT_HANDED_OVER */
  async execute(actor: PersonActor, input: ConfirmStopInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('confirmStop', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOf(tx, actor, input.assignmentId);
      assignmentTransitions.next(assignment.status, 'confirmStop');
      await requireHandedOver(tx, assignment, input.doneUnits);
      await cutShare(tx, assignment, input.doneUnits, { action: 'confirmStop', doneUnits: input.doneUnits });
      await emitOrderEvent(tx, order.deskId, 'assignment.stopped', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      await advanceOrder(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}
