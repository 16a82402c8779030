import { IsNull } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { AnswerLink } from './answer-link.entity.js';
import { newToken } from './link-token.js';

/**
 * Makes the token of a link for one mail or letter about an open offer. Nobody knows who holds a letter: the link of a newer
 * one ends those of the letters before.
 * @returns null when the offer is not open any more
 */
export async function makeAnswerLink(
  tx: Transaction,
  { assignmentId, accountId }: { readonly assignmentId: string; readonly accountId: string | null },
): Promise<string | null> {
  const offer = await tx.get(Assignment, { id: assignmentId });
  if (offer.status !== 'OFFERED' || offer.answerBy === null || offer.answerBy <= tx.now) return null;
  const { facilityId } = offer;
  if (accountId === null) {
    const earlier = { assignmentId, facilityId, accountId: IsNull(), endedAt: IsNull() };
    await tx.manager.update(AnswerLink, earlier, { endedAt: tx.now });
  }
  const { token, tokenHash } = newToken();
  await tx.manager.insert(AnswerLink, {
    tokenHash,
    deskId: offer.deskId,
    assignmentId,
    facilityId,
    accountId,
    offeredUnits: offer.offeredUnits,
    unitPriceSen: offer.unitPriceSen,
    dueOn: offer.dueOn,
    expiresAt: offer.answerBy,
    createdAt: tx.now,
  });
  return token;
}
