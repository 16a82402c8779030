import { Injectable } from '@nestjs/common';
import { shrinkPromise } from '#yui/directory';
import { type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import type { ReasonedAssignmentInput } from './decline-assignment.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';

/** The desk takes an assignment back, before the work on it has begun. The capacity is free again at once. */
@Injectable()
export class WithdrawAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (work has begun), INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReasonedAssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('withdrawAssignment', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      await withdrawLocked(tx, assignment, requireText('reason', input.reason, 500));
      await advanceOrder(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}

/** Withdraws a locked assignment; only a facility that knew of it is told. */
export async function withdrawLocked(tx: Transaction, assignment: Assignment, answerReason: string): Promise<void> {
  const isKnownToFacility = assignment.status !== 'PLANNED';
  await transitionAssignment(tx, assignment, 'withdraw', { answerReason });
  await shrinkPromise(tx, assignment.facilityId, assignment.id, 0);
  if (!isKnownToFacility) return;
  await emitOrderEvent(tx, assignment.deskId, 'assignment.withdrawn', {
    workOrderId: assignment.workOrderId,
    assignmentId: assignment.id,
  });
}
