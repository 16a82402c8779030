import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { shrinkPromise } from '#yui/directory';
import { type PartyActor, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent, isSplittable, WorkOrderLine } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { placementOf } from '../assignments/placement.js';

const MINUTE_MS = 60_000;
/** So long a facility may take its answer back, unless the desk has acted on it before. @see WCAG 3.3.4 */
const UNDO_MS = 10 * MINUTE_MS;

/** What an answer brings along: when it was given, and until when it can be taken back. */
export function answeredNow({ now }: Transaction): Pick<Assignment, 'answeredAt' | 'undoUntil'> {
  return { answeredAt: now, undoUntil: new Date(now.getTime() + UNDO_MS) };
}

/** Pressed the wrong button: the answer is taken back, and the offer is open again. */
@Injectable()
export class UndoAnswer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ASSIGNMENT.UNDO_OVER */
  async execute(
    actor: PersonActor,
    input: { readonly idempotencyKey: string; readonly assignmentId: string },
  ): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('undoAnswer', actor, input, async (tx) => {
      await undoAnswer(tx, actor, input.assignmentId);
      return { assignmentId: input.assignmentId };
    });
  }
}

/** @throws what UndoAnswer throws */
export async function undoAnswer(tx: Transaction, actor: PartyActor, assignmentId: string): Promise<void> {
  const { order, assignment } = await lockAssignmentOfFacility(tx, actor, assignmentId);
  const { status, answerBy, undoUntil, offeredUnits } = assignment;
  if (status === 'OFFERED') return;
  if (undoUntil === null || undoUntil <= tx.now || !isSplittable(order)) throw assignmentErrors.UNDO_OVER();
  // A no left its units to others; they may have been taken off the order meanwhile.
  if (status === 'DECLINED' && (await roomFor(tx, assignment)) < offeredUnits) {
    throw assignmentErrors.UNDO_OVER();
  }
  await transitionAssignment(tx, assignment, 'undoAnswer', {
    acceptedUnits: null,
    proposedDueOn: null,
    proposedUnitPriceSen: null,
    answeredAt: null,
    answerReason: null,
    // Anyone who answered in the last minute gets the time to answer again.
    answerBy: answerBy !== null && answerBy > undoUntil ? answerBy : undoUntil,
  });
  await shrinkPromise(tx, assignment.facilityId, assignment.id, 0);
  await emitOrderEvent(tx, order.deskId, 'assignment.answer-undone', { workOrderId: order.id, assignmentId });
  await advanceOrder(tx, order);
}

async function roomFor(tx: Transaction, { id, stepId, workOrderLineId }: Assignment): Promise<number> {
  const { quantity } = await tx.get(WorkOrderLine, { id: workOrderLineId });
  return placementOf(quantity, await tx.manager.findBy(Assignment, { stepId, id: Not(id) })).unplaced;
}
