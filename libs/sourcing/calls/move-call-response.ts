import type { Transaction } from '#yui/platform';
import { CallResponse } from './call-response.entity.js';
import { type CallResponseAction, callResponseTransitions } from './call.transitions.js';

/**
 * Ends a facility's answer, because another takes its place or because it is taken back. Needs the lock of the call.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveCallResponse(
  tx: Transaction,
  response: CallResponse,
  action: Extract<CallResponseAction, 'replace' | 'withdraw'>,
): Promise<void> {
  const status = callResponseTransitions.next(response.status, action);
  await tx.manager.update(CallResponse, { id: response.id }, { status });
  await tx.audit(
    `callResponse.${action}`,
    { deskId: response.deskId, subjectType: 'CallResponse', subjectId: response.id },
    { callId: response.callId, from: response.status, to: status },
  );
}
