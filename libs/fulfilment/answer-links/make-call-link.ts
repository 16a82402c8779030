import { IsNull } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { Call, CallInvitation } from '#yui/sourcing';
import { CallLink } from './call-link.entity.js';
import { newToken } from './link-token.js';

/**
 * Makes the token of a link for one mail or letter to a facility about a call. The link of a letter ends those of the letters
 * before.
 * @returns null when the call is over, or the facility was not called
 */
export async function makeCallLink(
  tx: Transaction,
  { callId, facilityId, accountId }: Pick<CallLink, 'callId' | 'facilityId' | 'accountId'>,
): Promise<string | null> {
  const call = await tx.get(Call, { id: callId });
  const isCalled = await tx.manager.existsBy(CallInvitation, { callId, facilityId });
  if (!isCalled || call.status !== 'OPEN' || call.closesAt <= tx.now) return null;
  if (accountId === null) {
    const earlier = { callId, facilityId, accountId: IsNull(), endedAt: IsNull() };
    await tx.manager.update(CallLink, earlier, { endedAt: tx.now });
  }
  const { token, tokenHash } = newToken();
  const { deskId } = call;
  await tx.manager.insert(CallLink, { tokenHash, deskId, callId, facilityId, accountId, createdAt: tx.now });
  return token;
}
