import { organisationKindOf, type Role, type Transaction } from '#yui/platform';

/** What mails about accounts are sent for. */
export const ACCOUNT_EVENTS = ['invitation.issued', 'password-reset.requested', 'account.secured'] as const;

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

export async function emitInvitationIssued(
  tx: Transaction,
  deskId: string | null,
  invitationId: string,
): Promise<void> {
  await tx.emit('invitation.issued', deskId, { invitationId });
}

/** Somebody is no longer there for a facility. Desks are notified when it was the last one. */
export const PEOPLE_LEFT = 'facility.people-left';

export async function emitPeopleLeft(tx: Transaction, role: Role, organisationId: string): Promise<void> {
  if (organisationKindOf(role) === 'FACILITY') await tx.emit(PEOPLE_LEFT, null, { facilityId: organisationId });
}

export async function emitPasswordResetRequested(tx: Transaction, passwordResetId: string): Promise<void> {
  await tx.emit('password-reset.requested', null, { passwordResetId });
}
