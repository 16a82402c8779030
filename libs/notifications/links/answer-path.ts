import { makeAmendmentLink } from '#yui/changes';
import { makeAnswerLink, makeCallLink } from '#yui/fulfilment';
import type { Transaction } from '#yui/platform';
import type { Notification } from '../inbox/notification.entity.js';
import type { Cause } from '../messages/message.js';

const OFFERS: ReadonlySet<string> = new Set([
  'assignment.offered',
  'assignment.reminded',
  'assignment.extended',
  'assignment.extension-refused',
  // The link of the mail before was for the old date.
  'assignment.postponed',
]);
const CALLS: ReadonlySet<string> = new Set(['call.opened', 'call.reminded']);

const AMENDMENTS: ReadonlySet<string> = new Set(['amendment.offered']);

type AnsweredId = 'assignmentId' | 'callId' | 'amendmentId';

/** What is answered without signing in: the kinds of messages that ask it, and which id names it; null: nothing is. */
export function answeredBy(kind: string): { readonly key: AnsweredId; readonly kinds: string[] } | null {
  if (OFFERS.has(kind)) return { key: 'assignmentId', kinds: [...OFFERS] };
  if (AMENDMENTS.has(kind)) return { key: 'amendmentId', kinds: [...AMENDMENTS] };
  return CALLS.has(kind) ? { key: 'callId', kinds: [...CALLS] } : null;
}

/**
 * The page on which it is answered without signing in, by a link made for this mail or letter alone; null for what asks for
 * no such answer.
 */
export async function answerPathFor(
  tx: Transaction,
  { accountId, organisationId: facilityId }: Pick<Notification, 'accountId' | 'organisationId'>,
  cause: Cause,
): Promise<string | null> {
  if (OFFERS.has(cause.name)) {
    const token = await makeAnswerLink(tx, { assignmentId: String(cause.payload.assignmentId), accountId });
    return token && `/answer/${token}`;
  }
  if (CALLS.has(cause.name)) {
    const token = await makeCallLink(tx, { callId: String(cause.payload.callId), facilityId, accountId });
    return token && `/answer/calls/${token}`;
  }
  if (AMENDMENTS.has(cause.name)) {
    const token = await makeAmendmentLink(tx, { amendmentId: String(cause.payload.amendmentId), accountId });
    return token && `/answer/changes/${token}`;
  }
  return null;
}
