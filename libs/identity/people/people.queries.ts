import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { organisationKindOf, type PersonActor, type Role, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';

/** Somebody who holds a role for an organisation; one row for each role. */
export interface PersonOfOrganisation {
  readonly roleGrantId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly grantedAt: Date;
  readonly isDisabled: boolean;
}

@Injectable()
export class PeopleQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The people of the acting organisation, the longest there first. */
  async ofOrganisation(actor: PersonActor): Promise<PersonOfOrganisation[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const grants = await db.find(RoleGrant, {
        where: { organisationId: actor.organisationId, revokedAt: IsNull() },
        order: { grantedAt: 'ASC', id: 'ASC' },
      });
      const own = grants.filter(({ role }) => organisationKindOf(role) === organisationKindOf(actor.role));
      const accounts = await db.findBy(Account, { id: In(own.map((grant) => grant.accountId)) });
      const byId = new Map(accounts.map((account) => [account.id, account]));
      return own.flatMap(({ id, accountId, role, grantedAt }) => {
        const account = byId.get(accountId);
        if (!account) return [];
        const { name, email, isDisabled } = account;
        return [{ roleGrantId: id, accountId, name, email, role, grantedAt, isDisabled }];
      });
    });
  }
}
