import { organisationKindOf, type Role, type Transaction } from '#yui/platform';

/**
 * What mails about accounts are sent for. Anyone who is asked in, or says to have forgotten a password, may never have dealt
 * with us: these two are emitted by `stranger-mails` alone, which counts them.
 */
export const ACCOUNT_EVENTS = [
  'invitation.issued',
  'password-reset.requested',
  'account.secured',
  'platform.acted',
] as const;

/** What changed in how an account is protected: its owner is told, since it may have been somebody else. */
export type AccountChange =
  | 'PASSWORD_CHANGED'
  | 'SECOND_FACTOR_SET_UP'
  | 'SECOND_FACTOR_REMOVED'
  | 'RECOVERY_CODE_USED'
  | 'RECOVERY_CODES_RENEWED'
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'PROVIDER_LINKED'
  | 'API_TOKEN_CREATED';

export async function emitAccountSecured(tx: Transaction, accountId: string, change: AccountChange): Promise<void> {
  await tx.emit('account.secured', null, { accountId, change });
}

/** Somebody is no longer there for a facility. Desks are notified when it was the last one. */
export const PEOPLE_LEFT = 'facility.people-left';

export async function emitPeopleLeft(tx: Transaction, role: Role, organisationId: string): Promise<void> {
  if (organisationKindOf(role) === 'FACILITY') await tx.emit(PEOPLE_LEFT, null, { facilityId: organisationId });
}

/** Every administrator of the desk is told, also one who is shut out, or is to be. */
export async function emitPlatformActed(tx: Transaction, deskId: string, platformActId: string): Promise<void> {
  const admins = await tx.manager.query<{ account_id: string }[]>(
    `SELECT DISTINCT account_id FROM role_grant
     WHERE organisation_id = $1 AND role = 'DESK_ADMIN' AND revoked_at IS NULL ORDER BY account_id`,
    [deskId],
  );
  for (const { account_id: accountId } of admins) await tx.emit('platform.acted', deskId, { accountId, platformActId });
}
