import type { Transaction } from '#yui/platform';
import { type Assignment, assignmentErrors, deliveredUnits, firstReminderOn, keepAnswers } from '#yui/fulfilment';
import { emitOrderEvent } from '#yui/orders';
import { ShareChange } from './share-change.entity.js';
import { shareChangeErrors } from './share-change.errors.js';
import { shareChangeTransitions } from './share-change.transitions.js';

/**
 * Asks the facility of a locked assignment. What it has handed over cannot be asked back.
 * @throws SHARE_CHANGE.ASKED_BEFORE, ASSIGNMENT.CUT_OUT_OF_RANGE
 */
export async function addShareChange(
  tx: Transaction,
  assignment: Assignment,
  wish: Pick<ShareChange, 'amendmentId' | 'units' | 'dueOn' | 'reason'>,
): Promise<string> {
  const isOpen = await tx.manager.existsBy(ShareChange, { assignmentId: assignment.id, status: 'PROPOSED' });
  if (isOpen) throw shareChangeErrors.ASKED_BEFORE();
  if (wish.units !== null) {
    const { delivered, returned } = await deliveredUnits(tx, assignment.id);
    const least = delivered - returned;
    if (wish.units < least)
      throw assignmentErrors.CUT_OUT_OF_RANGE({ least, most: assignment.acceptedUnits ?? 0 }).at('units');
  }
  await keepAnswers(tx, { id: assignment.id });
  const id = tx.newId();
  await tx.manager.insert(ShareChange, {
    id,
    deskId: assignment.deskId,
    workOrderId: assignment.workOrderId,
    assignmentId: assignment.id,
    facilityId: assignment.facilityId,
    status: shareChangeTransitions.initial,
    proposedAt: tx.now,
    remindOn: firstReminderOn(tx),
    ...wish,
  });
  await tx.audit(
    'shareChange.propose',
    { deskId: assignment.deskId, subjectType: 'ShareChange', subjectId: id },
    { assignmentId: assignment.id, ...wish },
  );
  await emitOrderEvent(tx, assignment.deskId, 'share-change.proposed', {
    workOrderId: assignment.workOrderId,
    assignmentId: assignment.id,
    shareChangeId: id,
  });
  return id;
}
