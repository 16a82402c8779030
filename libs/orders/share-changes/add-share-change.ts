import type { Transaction } from '#yui/platform';
import { firstReminderOn } from '../assignments/answer-reminders.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { emitOrderEvent } from '../order.events.js';
import { ShareChange } from './share-change.entity.js';
import { shareChangeErrors } from './share-change.errors.js';
import { shareChangeTransitions } from './share-change.transitions.js';

/** Asks the facility of a locked assignment. @throws SHARE_CHANGE.ASKED_BEFORE */
export async function addShareChange(
  tx: Transaction,
  assignment: Assignment,
  wish: Pick<ShareChange, 'amendmentId' | 'units' | 'dueOn' | 'reason'>,
): Promise<string> {
  const isOpen = await tx.manager.existsBy(ShareChange, { assignmentId: assignment.id, status: 'PROPOSED' });
  if (isOpen) throw shareChangeErrors.ASKED_BEFORE();
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
