import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  LetterQueries,
  type LetterPartyView,
  type LetterState,
  type LetterView,
  MarkLettersSent,
  SetLetterParty,
} from '#yui/notifications';
import type { Party } from '#yui/orders';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  LetterPageType,
  LetterPartyType,
  LetterStateEnum,
  LetterType,
  MarkLettersSentInput,
  SetLetterPartyInput,
} from './letter.types.js';

@Resolver(() => LetterType)
export class LetterResolver {
  constructor(
    private readonly queries: LetterQueries,
    private readonly markSent: MarkLettersSent,
    private readonly setParty: SetLetterParty,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => LetterPageType, {
    description: 'Letters and fax sheets of the desk. They are printed at `/letters/pdf`.',
  })
  async letters(
    @CurrentActor() actor: PersonActor,
    @Args('state', { type: () => LetterStateEnum, description: 'Which of them.' }) state: LetterState,
    @Args() page: PageArgs,
  ): Promise<PageOfViews> {
    return this.queries.page(actor, state, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => LetterPartyType, { nullable: true, description: 'Null: by mail, as far as the party has people.' })
  async letterParty(
    @CurrentActor() actor: PersonActor,
    @Args('organisationId', { type: () => Id, description: 'Of a buyer or a facility.' }) organisationId: string,
  ): Promise<LetterPartyView | null> {
    return (await this.queries.partiesOf(actor, [organisationId])).get(organisationId) ?? null;
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { letterIds: { type: [Id], description: 'Of the letters that are sent now.' } },
    'Records that letters were sent. All of them or none: what another has recorded already is refused.',
  )
  async markLettersSent(@CurrentActor() actor: PersonActor, @Args('input') input: MarkLettersSentInput) {
    return this.markSent.execute(actor, input);
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { letterParty: { type: LetterPartyType, nullable: true, description: 'Null: by mail.' } },
    'Says how the desk reaches a buyer or a facility.',
  )
  async setLetterParty(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetLetterPartyInput,
  ): Promise<{ letterParty: LetterPartyView | null }> {
    const { organisationId } = await this.setParty.execute(actor, input);
    return { letterParty: await this.letterParty(actor, organisationId) };
  }

  @ResolveField(() => PartyType, { description: 'The buyer or the facility it is for.' })
  party(@Parent() { organisationId: id, organisationName: name }: LetterView): Party {
    return { id, name };
  }
}

type PageOfViews = Awaited<ReturnType<LetterQueries['page']>>;
