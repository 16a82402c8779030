import { DomainError, type PersonActor, type Transaction } from '#yui/platform';
import { foldEmail } from '../accounts/email.js';
import { invitationErrors } from '../accounts/identity.errors.js';
import { countAttempt, type Limit } from '../throttle/throttle.js';

const DAY_MINUTES = 24 * 60;

/** Invitations in a day, those that are sent again too: nobody's mailbox is filled through us, and nobody sends bulk mail. */
export const INVITATION_QUOTA = {
  toAddressByOrganisation: 3,
  toAddress: 10,
  byPerson: 50,
  byOrganisation: 100,
} as const;

/** Links to set a new password: to one address in fifteen minutes and in a day, and asked for from one network address. */
export const RESET_QUOTA = { toAddressAtOnce: 3, toAddress: 10, fromAddressAtOnce: 30 } as const;

/** @throws INVITATION.TOO_MANY, INVITATION.TOO_MANY_TO_ADDRESS */
export async function takeInvitationQuota(tx: Transaction, actor: PersonActor, email: string): Promise<void> {
  const to = `invitation to ${await foldEmail(tx.manager, email)}`;
  const { accountId, organisationId } = actor;
  const { toAddressByOrganisation, toAddress, byPerson, byOrganisation } = INVITATION_QUOTA;
  const daily = (name: string, most: number): Limit => ({ name, most, minutes: DAY_MINUTES });
  await count(tx, [daily(`${to} by ${organisationId}`, toAddressByOrganisation), daily(to, toAddress)], () =>
    invitationErrors.TOO_MANY_TO_ADDRESS(),
  );
  const senders = [
    daily(`invitation by ${accountId}`, byPerson),
    daily(`invitation by ${organisationId}`, byOrganisation),
  ];
  await count(tx, senders, () => invitationErrors.TOO_MANY());
}

/** @throws SIGN_IN.TOO_MANY_ATTEMPTS */
export async function takeResetQuota(tx: Transaction, email: string, address: string): Promise<void> {
  const to = `reset ${await foldEmail(tx.manager, email)}`;
  await countAttempt(tx, [
    { name: to, most: RESET_QUOTA.toAddressAtOnce },
    { name: `${to} today`, most: RESET_QUOTA.toAddress, minutes: DAY_MINUTES },
    { name: `reset from ${address}`, most: RESET_QUOTA.fromAddressAtOnce },
  ]);
}

async function count(tx: Transaction, limits: readonly Limit[], refusal: () => DomainError): Promise<void> {
  try {
    await countAttempt(tx, limits);
  } catch (error) {
    throw error instanceof DomainError ? refusal() : error;
  }
}
