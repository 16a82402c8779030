import { Injectable } from '@nestjs/common';
import { AccountQueries, type Caller } from '#yui/identity';
import { type Party, PartyQueries } from '#yui/orders';
import { type OrganisationKind, organisationKindOf, ReadClock } from '#yui/platform';
import type { MeType } from './session.types.js';

/** Who is signed in, with names instead of ids. */
@Injectable()
export class DescribeActor {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly parties: PartyQueries,
    private readonly clock: ReadClock,
  ) {}

  async execute({ actor, session }: Caller): Promise<MeType> {
    const account = await this.accounts.ofActor(actor);
    const grants = await this.accounts.grantsOfActor(actor);
    const idsOf = (kind: OrganisationKind) =>
      grants.filter((grant) => organisationKindOf(grant.role) === kind).map((grant) => grant.organisationId);
    const parties: Party[] = [
      ...(await this.parties.buyers(actor, idsOf('BUYER'))),
      ...(await this.parties.desks(actor, idsOf('DESK'))),
      ...(await this.parties.facilities(actor, idsOf('FACILITY'))),
      ...(await this.parties.prefectures(actor, idsOf('PREFECTURE'))),
    ];
    const nameOf = new Map(parties.map((party) => [party.id, party.name]));
    return {
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: actor.role,
      organisationId: actor.organisationId,
      organisationName: nameOf.get(actor.organisationId) ?? null,
      secondFactorStep: session?.secondFactorStep ?? 'NONE',
      sessionExpiresAt: session?.expiresAt ?? null,
      clock: await this.clock.execute(actor),
      roles: grants.map(({ id, role, organisationId }) => ({
        roleGrantId: id,
        role,
        organisationId,
        organisationName: nameOf.get(organisationId) ?? null,
        isActing: role === actor.role && organisationId === actor.organisationId,
      })),
    };
  }
}
