import type { EntityManager } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { AccountConfirmation } from './account-confirmation.entity.js';
import { BusinessProfile } from './business-profile.entity.js';
import { profileErrors } from './profile.errors.js';

/** Of the longest account numbers; shorter ones are written with zeros in front or without. */
const NUMBER_LENGTH = 8;

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

/**
 * What the facility said is not its own, no desk states once more: the facility itself may.
 * @throws PROFILE.ACCOUNT_CHANGED
 */
export async function refuseDisputed(
  tx: Transaction,
  facilityId: string,
  stated: Pick<
    BusinessProfile,
    'bankCode' | 'branchCode' | 'bankName' | 'branchName' | 'accountType' | 'accountNumber'
  >,
): Promise<void> {
  if (stated.accountNumber === null) return;
  const profile = await tx.manager.findOne(BusinessProfile, {
    where: { organisationId: facilityId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!profile?.accountDisputedAt) return;
  const isSameBranch =
    (profile.bankName === stated.bankName && profile.branchName === stated.branchName) ||
    // A bank on the list may have changed its name since.
    (stated.bankCode !== null && profile.bankCode === stated.bankCode && profile.branchCode === stated.branchCode);
  const isSameNumber =
    profile.accountNumber?.padStart(NUMBER_LENGTH, '0') === stated.accountNumber.padStart(NUMBER_LENGTH, '0');
  if (isSameBranch && isSameNumber && profile.accountType === stated.accountType)
    throw profileErrors.ACCOUNT_CHANGED().at('bankAccount.accountNumber');
}

/** What is kept with an account that is stated now; an objection to the one before does not concern this one. */
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
