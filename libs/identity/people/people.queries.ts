import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { organisationKindOf, type PersonActor, type Role } from '#yui/platform';
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
  constructor(private readonly dataSource: DataSource) {}

  /** The people of the acting organisation, the longest there first. */
  async ofOrganisation(actor: PersonActor): Promise<PersonOfOrganisation[]> {
    const { manager } = this.dataSource;
    const grants = await manager.find(RoleGrant, {
      where: { organisationId: actor.organisationId, revokedAt: IsNull() },
      order: { grantedAt: 'ASC', id: 'ASC' },
    });
    const own = grants.filter(({ role }) => organisationKindOf(role) === organisationKindOf(actor.role));
    const accounts = await manager.findBy(Account, { id: In(own.map((grant) => grant.accountId)) });
    const byId = new Map(accounts.map((account) => [account.id, account]));
    return own.flatMap(({ id, accountId, role, grantedAt }) => {
      const account = byId.get(accountId);
      if (!account) return [];
      const { name, email, isDisabled } = account;
      return [{ roleGrantId: id, accountId, name, email, role, grantedAt, isDisabled }];
    });
  }
}
