import type { EntityManager } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { AccountConfirmation } from './account-confirmation.entity.js';
import type { BusinessProfile } from './business-profile.entity.js';

/** What happens to the account of a facility; each carries `facilityId`, and `setBy` the organisation that stated it. */
export const ACCOUNT_OF_FACILITY_EVENTS = {
  stated: 'facility-account.stated',
  disputed: 'facility-account.disputed',
} as const;

/**
 * Whether a desk may pay into an account. DISPUTED: the facility says that it is not its own. UNCONFIRMED: another desk
 * stated it, and this one has not asked the facility yet.
 */
export const ACCOUNT_TRUSTS = ['TRUSTED', 'UNCONFIRMED', 'DISPUTED'] as const;
export type AccountTrust = (typeof ACCOUNT_TRUSTS)[number];

export async function accountTrustOf(
  manager: EntityManager,
  deskId: string,
  { organisationId, accountSetBy, accountSetAt, accountDisputedAt }: BusinessProfile,
): Promise<AccountTrust> {
  if (accountDisputedAt !== null) return 'DISPUTED';
  if (accountSetBy === null || accountSetBy === organisationId || accountSetBy === deskId) return 'TRUSTED';
  const confirmed = await manager.findOneBy(AccountConfirmation, { deskId, facilityId: organisationId });
  return accountSetAt !== null && confirmed?.statedAt.getTime() === accountSetAt.getTime() ? 'TRUSTED' : 'UNCONFIRMED';
}

/** What is kept with an account that is stated now; whoever objected to the one before has no say in this one. */
export function statedNow(
  tx: Transaction,
  setBy: string,
): Pick<BusinessProfile, 'accountSetBy' | 'accountSetAt' | 'accountDisputedAt'> {
  return { accountSetBy: setBy, accountSetAt: tx.now, accountDisputedAt: null };
}

/** The facility and the desks that pay it are told. */
export async function tellAccountStated(tx: Transaction, facilityId: string, setBy: string): Promise<void> {
  await tx.emit(ACCOUNT_OF_FACILITY_EVENTS.stated, null, { facilityId, setBy });
}
