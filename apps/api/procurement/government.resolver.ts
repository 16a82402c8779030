import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkOrderLineView } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import {
  AdviseDueDate,
  ContractBasisQueries,
  DecideContractBasis,
  DraftPublication,
  EditPublication,
  GovernmentQueries,
  type GovernmentRules,
  GuidePrice,
  type Publication,
  type PublicationAction,
  PublicationQueries,
  RecogniseDesk,
  SetCategoryMapping,
  SetGovernmentRules,
} from '#yui/procurement';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { WorkOrderLineType } from '../work-orders/work-order.types.js';
import { describeAdvice } from './describe-advice.js';
import {
  ContractBasisType,
  DecideContractBasisInput,
  DueDateAdviceInput,
  DueDateAdviceType,
  PriceGuideInput,
  PriceGuideType,
} from './basis.types.js';
import {
  GovernmentRulesType,
  LineCategoryType,
  RecogniseDeskInput,
  SetCategoryMappingInput,
  SetGovernmentRulesInput,
} from './government.types.js';
import {
  DraftPublicationInput,
  EditPublicationInput,
  PublicationActionEnum,
  PublicationType,
} from './publication.types.js';
import { BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => GovernmentRulesType)
export class GovernmentRulesResolver {
  constructor(
    private readonly queries: GovernmentQueries,
    private readonly rules: SetGovernmentRules,
    private readonly recognition: RecogniseDesk,
    private readonly mapping: SetCategoryMapping,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => GovernmentRulesType, { description: 'For the government itself and the desks it orders from.' })
  async governmentRules(
    @CurrentActor() actor: PersonActor,
    @Args('buyerId', { type: () => Id }) buyerId: string,
  ): Promise<GovernmentRules> {
    return this.queries.rules(actor, buyerId);
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN'])
  @Mutation({ governmentRules: GovernmentRulesType }, 'What kind of government it is, and its own limits.')
  async setGovernmentRules(@CurrentActor() actor: PersonActor, @Args('input') input: SetGovernmentRulesInput) {
    const { buyerId } = await this.rules.execute(actor, input);
    return { governmentRules: await this.queries.rules(actor, buyerId) };
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN'])
  @Mutation({ governmentRules: GovernmentRulesType }, 'The government recognised a desk as 準ずる者.')
  async recogniseDesk(@CurrentActor() actor: PersonActor, @Args('input') input: RecogniseDeskInput) {
    const { buyerId } = await this.recognition.execute(actor, input);
    return { governmentRules: await this.queries.rules(actor, buyerId) };
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN'])
  @Mutation({ governmentRules: GovernmentRulesType }, 'A new version of how the government files its orders.')
  async setCategoryMapping(@CurrentActor() actor: PersonActor, @Args('input') input: SetCategoryMappingInput) {
    const { buyerId } = await this.mapping.execute(actor, input);
    return { governmentRules: await this.queries.rules(actor, buyerId) };
  }
}

@Resolver()
export class ContractBasisResolver {
  constructor(
    private readonly queries: ContractBasisQueries,
    private readonly decide: DecideContractBasis,
    private readonly advise: AdviseDueDate,
    private readonly guide: GuidePrice,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => ContractBasisType, { description: 'By which item an order of a government can be placed, and why.' })
  async contractBasis(
    @CurrentActor() actor: PersonActor,
    @Args('workOrderId', { type: () => Id }) workOrderId: string,
  ): Promise<ContractBasisType> {
    const { proposal, decision, availableActions } = await this.queries.of(actor, workOrderId);
    return { ...proposal, availableActions, decided: decision?.basis ?? null, decidedReason: decision?.reason ?? null };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ contractBasis: ContractBasisType }, 'Decides by which item of the law an order is contracted, and why.')
  async decideContractBasis(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: DecideContractBasisInput,
  ): Promise<{ contractBasis: ContractBasisType }> {
    const { workOrderId } = await this.decide.execute(actor, input);
    return { contractBasis: await this.contractBasis(actor, workOrderId) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => DueDateAdviceType, { description: 'Before a buyer asks: whether a date leaves facilities enough time.' })
  async dueDateAdvice(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: DueDateAdviceInput,
  ): Promise<DueDateAdviceType> {
    return describeAdvice(await this.advise.execute(actor, input));
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => PriceGuideType, {
    nullable: true,
    description: 'Before a buyer asks: what such work usually costs. Null: too few facilities do it to tell.',
  })
  async priceGuide(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: PriceGuideInput,
  ): Promise<PriceGuideType | null> {
    return this.guide.execute(actor, input);
  }
}

@Resolver(() => PublicationType)
export class PublicationResolver {
  constructor(
    private readonly queries: PublicationQueries,
    private readonly draft: DraftPublication,
    private readonly edit: EditPublication,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => [PublicationType], { description: 'For the government and the desk of the order.' })
  async publications(
    @CurrentActor() actor: PersonActor,
    @Args('workOrderId', { type: () => Id }) workOrderId: string,
  ): Promise<Publication[]> {
    return this.queries.ofOrder(actor, workOrderId);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Mutation({ publication: PublicationType }, 'A draft from what is known now, over an earlier draft.')
  async draftPublication(@CurrentActor() actor: PersonActor, @Args('input') input: DraftPublicationInput) {
    const { publicationId } = await this.draft.execute(actor, input);
    return { publication: await this.queries.one(actor, publicationId) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Mutation(
    { publication: PublicationType },
    'Changes the words of a draft, or records where and when it was published.',
  )
  async editPublication(@CurrentActor() actor: PersonActor, @Args('input') input: EditPublicationInput) {
    const { publicationId } = await this.edit.execute(actor, input);
    return { publication: await this.queries.one(actor, publicationId) };
  }

  @ResolveField(() => String)
  pdfPath(@Parent() publication: Publication): string {
    return `/publications/${publication.id}/pdf`;
  }

  @ResolveField(() => [PublicationActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() publication: Publication, @CurrentActor() actor: PersonActor): PublicationAction[] {
    return this.queries.availableActions(actor, publication);
  }
}

@Resolver(() => WorkOrderLineType)
export class LineCategoryResolver {
  @ResolveField(() => LineCategoryType, { nullable: true, description: 'Null for whom it does not concern.' })
  async category(@Parent() line: WorkOrderLineView, @Load() load: Loaders): Promise<LineCategoryType | null> {
    const category = await load.categoryOfLine.load(line.id);
    if (!category) return null;
    const { national, own } = category;
    return { nationalCode: national.code, nationalName: national.nameJa, own };
  }
}
