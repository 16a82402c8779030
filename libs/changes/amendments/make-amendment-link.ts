import { IsNull } from 'typeorm';
import { newToken } from '#yui/fulfilment';
import type { Transaction } from '#yui/platform';
import { AmendmentLink } from './amendment-link.entity.js';
import { Amendment } from './amendment.entity.js';

/**
 * Makes the token of a link for one mail or letter about what a desk proposes. The link of a letter ends those of the letters
 * before.
 * @returns null when it waits for no answer of the buyer
 */
export async function makeAmendmentLink(
  tx: Transaction,
  { amendmentId, accountId }: Pick<AmendmentLink, 'amendmentId' | 'accountId'>,
): Promise<string | null> {
  const { status, isProposedByBuyer, deskId, buyerId } = await tx.get(Amendment, { id: amendmentId });
  if (status !== 'PROPOSED' || isProposedByBuyer) return null;
  if (accountId === null) {
    const earlier = { amendmentId, accountId: IsNull(), endedAt: IsNull() };
    await tx.manager.update(AmendmentLink, earlier, { endedAt: tx.now });
  }
  const { token, tokenHash } = newToken();
  await tx.manager.insert(AmendmentLink, { tokenHash, deskId, amendmentId, buyerId, accountId, createdAt: tx.now });
  return token;
}
