import type { Transaction } from '#yui/platform';
import { Call } from './call.entity.js';
import { type CallAction, callTransitions } from './call.transitions.js';

/**
 * Takes one step in the life of a locked call and writes it down. `call` is brought up to date as well.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveCall(
  tx: Transaction,
  call: Call,
  action: CallAction,
  change: Partial<Call> = {},
): Promise<void> {
  const status = callTransitions.next(call.status, action);
  const before = call.status;
  Object.assign(call, change, { status });
  await tx.manager.update(Call, { id: call.id }, { ...change, status });
  await tx.audit(
    `call.${action}`,
    { deskId: call.deskId, subjectType: 'Call', subjectId: call.id },
    { from: before, to: status, ...change },
  );
}
