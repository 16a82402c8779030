import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { organisationKindOf, type OutboxEvent, type Role, SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { organisationName } from '../accounts/organisations.js';
import type { PlatformActKind } from '../platform-acts/platform-acts.js';
import { hashSecret, newSecretToken } from '../secrets/secret-token.js';
import type { AccountChange } from '../accounts/account-events.js';

interface Addressee {
  readonly name: string;
  readonly address: string;
}

/** What a mail about an account says, and to whom. */
export type AccountMail = { readonly to: Addressee } & (
  | {
      readonly kind: 'INVITATION';
      readonly token: string;
      readonly role: Role;
      readonly organisationName: string;
      /** Who invited, for which organisation. */
      readonly inviter: { readonly name: string; readonly organisationName: string };
      readonly expiresAt: Date;
      readonly hasAccount: boolean;
    }
  | { readonly kind: 'PASSWORD_RESET'; readonly token: string; readonly expiresAt: Date }
  | { readonly kind: 'SECURED'; readonly change: AccountChange; readonly at: Date }
  | {
      readonly kind: 'PLATFORM_ACT';
      readonly act: PlatformActKind;
      readonly deskName: string;
      /** Whom it is about; empty: somebody who has no account yet. */
      readonly personName: string;
      readonly requestedAt: Date;
      /** null: it waits. */
      readonly doneAt: Date | null;
    }
);

/**
 * Makes mails about accounts ready. The token of a link is made here, in the moment before the mail leaves, and only its
 * hash is recorded: no event, no table and no log ever holds a link that works. A mail that is sent twice has two
 * links, and either works once.
 */
@Injectable()
export class AccountMails {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns null when there is nothing to say any more: withdrawn, used, too old, or nobody has the address */
  async prepare(event: OutboxEvent): Promise<AccountMail | null> {
    const id = (name: string) => String(event.payload[name]);
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      switch (event.name) {
        case 'invitation.issued':
          return prepareInvitation(tx, id('invitationId'));
        case 'password-reset.requested':
          return prepareReset(tx, id('passwordResetId'));
        case 'platform.acted':
          return preparePlatformAct(tx, id('accountId'), id('platformActId'));
        default:
          return prepareSecured(tx, id('accountId'), id('change') as AccountChange, event.createdAt);
      }
    });
  }

  /** The mail server has taken it. */
  async markSent(event: OutboxEvent): Promise<void> {
    await this.mark(event, 'sent_at');
  }

  /** The mail server will never take it: the one who invited sees it. */
  async markRefused(event: OutboxEvent): Promise<void> {
    await this.mark(event, 'refused_at');
  }

  private async mark(event: OutboxEvent, column: 'sent_at' | 'refused_at'): Promise<void> {
    if (event.name !== 'invitation.issued') return;
    const { invitationId } = event.payload;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      await tx.manager.query(`UPDATE invitation SET ${column} = now() WHERE id = $1`, [invitationId]);
    });
  }
}

async function prepareInvitation(tx: Transaction, id: string): Promise<AccountMail | null> {
  const [open] = await tx.manager.query<object[]>(
    `SELECT 1 FROM invitation WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
     FOR UPDATE`,
    [id],
  );
  if (!open) return null;
  const invitation = await tx.get(Invitation, { id });
  const { email, role, organisationId, expiresAt } = invitation;
  const name = await organisationName(tx.manager, organisationKindOf(role), organisationId);
  const holder = await tx.manager
    .createQueryBuilder(Account, 'account')
    .where('lower(account.email) = lower(:email)', { email })
    .getOne();
  const token = newSecretToken();
  await tx.manager.query('INSERT INTO mailed_token (token_hash, invitation_id) VALUES ($1, $2)', [
    hashSecret(token),
    id,
  ]);
  return {
    kind: 'INVITATION',
    to: { name: holder?.name ?? '', address: email },
    token,
    role,
    organisationName: name ?? '',
    inviter: await inviterOf(tx, invitation),
    expiresAt,
    hasAccount: holder !== null,
  };
}

async function inviterOf(
  tx: Transaction,
  { invitedBy, invitingRole, invitingOrganisationId }: Invitation,
): Promise<{ name: string; organisationName: string }> {
  const person = await tx.manager.findOneBy(Account, { id: invitedBy });
  const organisation = await organisationName(tx.manager, organisationKindOf(invitingRole), invitingOrganisationId);
  return { name: person?.name ?? '', organisationName: organisation ?? '' };
}

async function prepareReset(tx: Transaction, id: string): Promise<AccountMail | null> {
  const [row] = await tx.manager.query<{ email: string; name: string; expires_at: Date }[]>(
    `SELECT account.email, account.name, password_reset.expires_at FROM password_reset
     JOIN account ON account.id = password_reset.account_id AND NOT account.is_disabled
     WHERE password_reset.id = $1 AND used_at IS NULL AND expires_at > now()
     FOR UPDATE OF password_reset`,
    [id],
  );
  if (!row) return null;
  const token = newSecretToken();
  await tx.manager.query('INSERT INTO mailed_token (token_hash, password_reset_id) VALUES ($1, $2)', [
    hashSecret(token),
    id,
  ]);
  return { kind: 'PASSWORD_RESET', to: { name: row.name, address: row.email }, token, expiresAt: row.expires_at };
}

async function prepareSecured(
  tx: Transaction,
  accountId: string,
  change: AccountChange,
  at: Date,
): Promise<AccountMail | null> {
  const account = await tx.manager.findOneBy(Account, { id: accountId, isDisabled: false });
  if (!account) return null;
  return { kind: 'SECURED', to: { name: account.name, address: account.email }, change, at };
}

async function preparePlatformAct(tx: Transaction, accountId: string, id: string): Promise<AccountMail | null> {
  const [row] = await tx.manager.query<
    { act: PlatformActKind; desk: string; person: string | null; requested_at: Date; done_at: Date | null }[]
  >(
    `SELECT platform_act.kind AS act, desk.name AS desk, person.name AS person, requested_at, done_at
     FROM platform_act JOIN desk ON desk.id = desk_id LEFT JOIN account person ON person.id::text = subject
     WHERE platform_act.id = $1`,
    [id],
  );
  const account = await tx.manager.findOneBy(Account, { id: accountId, erasedAt: IsNull() });
  if (!row || !account) return null;
  return {
    kind: 'PLATFORM_ACT',
    to: { name: account.name, address: account.email },
    act: row.act,
    deskName: row.desk,
    personName: row.person ?? '',
    requestedAt: row.requested_at,
    doneAt: row.done_at,
  };
}
