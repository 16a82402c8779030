import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { OidcIdentity } from '../oidc/oidc-identity.entity.js';
import { Passkey } from '../passkeys/passkey.entity.js';
import { Account } from '../accounts/account.entity.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';

/** A person who is to be told something. */
export interface Recipient {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

@Injectable()
export class AccountQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ofActor(actor: PersonActor): Promise<Account> {
    return this.unitOfWork.read(actor, async (db) => db.findOneByOrFail(Account, { id: actor.accountId }));
  }

  /** The roles the acting person may switch to, oldest first. */
  async grantsOfActor(actor: PersonActor): Promise<RoleGrant[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(RoleGrant, {
        where: { accountId: actor.accountId, revokedAt: IsNull() },
        order: { grantedAt: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** The passkeys of the acting person, oldest first. */
  async passkeysOfActor(actor: PersonActor): Promise<Passkey[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Passkey, {
        where: { accountId: actor.accountId },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** The providers that can vouch for the acting person, oldest first. */
  async providersOfActor(actor: PersonActor): Promise<OidcIdentity[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(OidcIdentity, {
        where: { accountId: actor.accountId },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
  }
}

/** The people of these organisations who can sign in, each once, in a stable order. */
export async function peopleOf(manager: EntityManager, organisationIds: readonly string[]): Promise<Recipient[]> {
  if (organisationIds.length === 0) return [];
  const grants = await manager.find(RoleGrant, {
    where: { organisationId: In([...organisationIds]), revokedAt: IsNull() },
  });
  const accounts = await manager.find(Account, {
    where: { id: In(grants.map((grant) => grant.accountId)), isDisabled: false },
    order: { id: 'ASC' },
  });
  return accounts.map(({ id, email, name }) => ({ accountId: id, email, name }));
}
