import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { AnswerLink } from './answer-link.entity.js';

const TOKEN_BYTES = 32;

/** SHA-256 is enough: what has 256 bits of chance in it cannot be found by trying. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Makes the token of a link for one mail about an open offer. It is made in the moment before the mail leaves, and only
 * its hash is written down: no event, no table and no log ever holds a link that works.
 * @returns null when the offer is not open any more
 */
export async function makeAnswerLink(
  tx: Transaction,
  { assignmentId, accountId }: { readonly assignmentId: string; readonly accountId: string },
): Promise<string | null> {
  const offer = await tx.get(Assignment, { id: assignmentId });
  if (offer.status !== 'OFFERED' || offer.answerBy === null || offer.answerBy <= tx.now) return null;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await tx.manager.insert(AnswerLink, {
    tokenHash: hashToken(token),
    deskId: offer.deskId,
    assignmentId,
    facilityId: offer.facilityId,
    accountId,
    offeredUnits: offer.offeredUnits,
    unitPriceSen: offer.unitPriceSen,
    dueOn: offer.dueOn,
    expiresAt: offer.answerBy,
    createdAt: tx.now,
  });
  return token;
}
