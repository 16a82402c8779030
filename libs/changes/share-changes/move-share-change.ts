import type { Transaction } from '#yui/platform';
import { ShareChange } from './share-change.entity.js';
import { type ShareChangeAction, shareChangeTransitions } from './share-change.transitions.js';

/**
 * Takes one step in the life of a share change whose order is locked, and writes it down.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveShareChange(
  tx: Transaction,
  shareChange: ShareChange,
  action: ShareChangeAction,
  change: Partial<ShareChange> = {},
): Promise<void> {
  const before = shareChange.status;
  const status = shareChangeTransitions.next(before, action);
  Object.assign(shareChange, change, { status });
  await tx.manager.update(ShareChange, { id: shareChange.id }, { ...change, status });
  await tx.audit(
    `shareChange.${action}`,
    { deskId: shareChange.deskId, subjectType: 'ShareChange', subjectId: shareChange.id },
    { from: before, to: status, ...change },
  );
}
