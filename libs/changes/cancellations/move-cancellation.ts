import type { Transaction } from '#yui/platform';
import { Cancellation } from './cancellation.entity.js';
import { type CancellationAction, cancellationTransitions } from './cancellation.transitions.js';

/**
 * Takes one step in the life of a cancellation whose order is locked, and writes it down.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveCancellation(
  tx: Transaction,
  cancellation: Cancellation,
  action: CancellationAction,
  change: Partial<Cancellation> = {},
): Promise<void> {
  const before = cancellation.status;
  const status = cancellationTransitions.next(before, action);
  Object.assign(cancellation, change, { status });
  await tx.manager.update(Cancellation, { id: cancellation.id }, { ...change, status });
  await tx.audit(
    `cancellation.${action}`,
    { deskId: cancellation.deskId, subjectType: 'Cancellation', subjectId: cancellation.id },
    { from: before, to: status, ...change },
  );
}
