import type { PersonActor, Transaction } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { takeInvitationQuota, takeResetQuota } from './mail-quota.js';

/** @throws INVITATION.TOO_MANY, INVITATION.TOO_MANY_TO_ADDRESS */
export async function emitInvitationIssued(
  tx: Transaction,
  actor: PersonActor,
  invitation: { readonly id: string; readonly email: string },
): Promise<void> {
  await takeInvitationQuota(tx, actor, invitation.email);
  await tx.emit('invitation.issued', deskOf(actor), { invitationId: invitation.id });
}

/** @throws SIGN_IN.TOO_MANY_ATTEMPTS */
export async function emitPasswordResetRequested(
  tx: Transaction,
  reset: { readonly id: string; readonly email: string; readonly address: string },
): Promise<void> {
  await takeResetQuota(tx, reset.email, reset.address);
  await tx.emit('password-reset.requested', null, { passwordResetId: reset.id });
}
