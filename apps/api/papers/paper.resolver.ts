import { Args, Query, Resolver } from '@nestjs/graphql';
import { PaperQueries } from '#yui/contracts';
import type { PersonActor } from '#yui/platform';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { describePaper } from './describe-paper.js';
import { PaperFilterInput, PaperPageType, PaperType } from './paper.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => PaperType)
export class PaperResolver {
  constructor(private readonly queries: PaperQueries) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => PaperPageType, {
    description: 'Papers the acting organisation sends or gets; a desk those of its orders.',
  })
  async papers(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => PaperFilterInput, nullable: true }) filter: PaperFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<PaperPageType> {
    const { items, ...rest } = await this.queries.list(actor, filter ?? {}, page);
    return { items: items.map(describePaper), ...rest };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => PaperType, { description: 'A paper, for its two sides and the desk.' })
  async paper(@CurrentActor() actor: PersonActor, @Args('id', { type: () => Id }) id: string): Promise<PaperType> {
    return describePaper(await this.queries.get(actor, id));
  }
}
