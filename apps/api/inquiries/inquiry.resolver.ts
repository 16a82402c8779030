import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ChangeInquiry,
  EndInquiry,
  type Inquiry,
  type InquiryAction,
  InquiryQueries,
  type Party,
  RecordInquiry,
  ReopenInquiry,
} from '#yui/orders';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  ChangeInquiryInput,
  EndInquiryInput,
  InquiryFilterInput,
  RecordInquiryInput,
  ReopenInquiryInput,
} from './inquiry.inputs.js';
import { InquiryActionEnum, InquiryPageType, InquiryResultsType, InquiryType } from './inquiry.types.js';

@Resolver(() => InquiryType)
export class InquiryResolver {
  constructor(
    private readonly queries: InquiryQueries,
    private readonly record: RecordInquiry,
    private readonly change: ChangeInquiry,
    private readonly end: EndInquiry,
    private readonly again: ReopenInquiry,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => InquiryPageType, { description: 'Inquiries and visits of the desk.' })
  async inquiries(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => InquiryFilterInput, nullable: true }) filter: InquiryFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<InquiryPageType> {
    return this.queries.page(actor, filter ?? {}, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => InquiryType, { description: 'One inquiry or visit of the desk.' })
  async inquiry(@CurrentActor() actor: PersonActor, @Args('id', { type: () => Id }) id: string): Promise<InquiryType> {
    return this.queries.get(actor, id);
  }

  @Grant(DESK_ROLES)
  @Query(() => InquiryResultsType, { description: 'Counts of those that came in one fiscal year.' })
  async inquiryResults(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
  ): Promise<InquiryResultsType> {
    return this.queries.results(actor, fiscalYear);
  }

  @Grant(DESK_ROLES)
  @Mutation({ inquiry: InquiryType }, 'Records that somebody asked, or whom the desk visited.')
  async recordInquiry(@CurrentActor() actor: PersonActor, @Args('input') input: RecordInquiryInput) {
    return { inquiry: await this.show(actor, await this.record.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ inquiry: InquiryType }, 'Writes an open inquiry again, with what is done next.')
  async changeInquiry(@CurrentActor() actor: PersonActor, @Args('input') input: ChangeInquiryInput) {
    return { inquiry: await this.show(actor, await this.change.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ inquiry: InquiryType }, 'Says what came of an inquiry.')
  async endInquiry(@CurrentActor() actor: PersonActor, @Args('input') input: EndInquiryInput) {
    return { inquiry: await this.show(actor, await this.end.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ inquiry: InquiryType }, 'Takes an inquiry that had ended up again.')
  async reopenInquiry(@CurrentActor() actor: PersonActor, @Args('input') input: ReopenInquiryInput) {
    return { inquiry: await this.show(actor, await this.again.execute(actor, input)) };
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'The facility it was referred to.' })
  async facility(@Parent() inquiry: Inquiry, @Load() load: Loaders): Promise<Party | null> {
    return inquiry.facilityId === null ? null : load.facility.load(inquiry.facilityId);
  }

  @ResolveField(() => [InquiryActionEnum], { description: 'What can be done with it now.' })
  availableActions(@Parent() inquiry: Inquiry, @CurrentActor() actor: PersonActor): InquiryAction[] {
    return this.queries.availableActions(actor, inquiry);
  }

  private async show(actor: PersonActor, { inquiryId }: { inquiryId: string }): Promise<Inquiry> {
    return this.queries.get(actor, inquiryId);
  }
}
