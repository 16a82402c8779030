import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { SetFacilityPeriod } from '#yui/directory';
import { DESK_ROLES, FACILITY_ROLES, Grant, type PersonActor } from '#yui/platform';
import {
  DecideWageReturn,
  RecallWageReturn,
  RecordWageRule,
  SaveWageReturn,
  SetWageTargets,
  type WageReturnForm,
  WageReturnQueries,
  WageRuleQueries,
} from '#yui/wages';
import { DONE, Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { FacilityProfilePageType } from '../prefectures/prefecture.types.js';
import {
  DecideWageReturnInput,
  RecallWageReturnInput,
  RecordWageRuleInput,
  SaveWageReturnInput,
  SetFacilityPeriodInput,
  SetWageTargetsInput,
  WageReturnFilterInput,
} from './wage.inputs.js';
import { WageReturnFormType, WageReturnPageType, WageReturnType, WageRuleType } from './wage.types.js';

/** Yearly wage returns: a facility reports, its desk or its prefecture checks. */
@Resolver()
export class WageResolver {
  constructor(
    private readonly queries: WageReturnQueries,
    private readonly ruleQueries: WageRuleQueries,
    private readonly save: SaveWageReturn,
    private readonly recall: RecallWageReturn,
    private readonly decide: DecideWageReturn,
    private readonly setTargets: SetWageTargets,
    private readonly recordRule: RecordWageRule,
    private readonly setPeriod: SetFacilityPeriod,
  ) {}

  @Grant([...FACILITY_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => WageReturnFormType, { description: 'What is known of the wages of a facility in a fiscal year.' })
  async wageReturnForm(
    @CurrentActor() actor: PersonActor,
    @Args('facilityId', { type: () => Id, description: 'The facility whose year it is.' }) facilityId: string,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
  ): Promise<WageReturnFormType> {
    return shown(await this.queries.form(actor, facilityId, fiscalYear));
  }

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => WageReturnPageType, { description: 'The wage returns of the facilities of a desk or a prefecture.' })
  async wageReturns(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => WageReturnFilterInput, nullable: true }) filter: WageReturnFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<WageReturnPageType> {
    return this.queries.list(actor, filter ?? {}, page);
  }

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => WageReturnType, { description: 'One version of a wage return.' })
  async wageReturn(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<WageReturnType> {
    return this.queries.one(actor, id);
  }

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => FacilityProfilePageType, { description: 'Facilities that have sent no wage return for a year.' })
  async missingWageReturns(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
    @Args() page: PageArgs,
  ): Promise<FacilityProfilePageType> {
    return this.queries.missing(actor, fiscalYear, page);
  }

  @Grant(['PREFECTURE_OFFICER'])
  @Query(() => [WageRuleType], { description: 'What the prefecture counts by, by kind, the latest first.' })
  async wageRules(@CurrentActor() actor: PersonActor): Promise<WageRuleType[]> {
    return this.ruleQueries.own(actor);
  }

  @Grant([...FACILITY_ROLES, ...DESK_ROLES])
  @Mutation({ wageReturn: WageReturnType }, 'A desk enters it for a facility that reports by telephone or on paper.')
  async saveWageReturn(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SaveWageReturnInput,
  ): Promise<{ wageReturn: WageReturnType }> {
    const { wageReturnId } = await this.save.execute(actor, input);
    return { wageReturn: await this.queries.one(actor, wageReturnId) };
  }

  @Grant([...FACILITY_ROLES, ...DESK_ROLES])
  @Mutation({ wageReturn: WageReturnType }, 'Takes a return back that nobody has checked yet.')
  async recallWageReturn(
    @CurrentActor() actor: PersonActor,
    @Args('input') { wageReturnId }: RecallWageReturnInput,
  ): Promise<{ wageReturn: WageReturnType }> {
    await this.recall.execute(actor, wageReturnId);
    return { wageReturn: await this.queries.one(actor, wageReturnId) };
  }

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Mutation({ wageReturn: WageReturnType }, 'Checks a return, so that it counts, or sends it back with a remark.')
  async decideWageReturn(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: DecideWageReturnInput,
  ): Promise<{ wageReturn: WageReturnType }> {
    const { wageReturnId } = await this.decide.execute(actor, input);
    return { wageReturn: await this.queries.one(actor, wageReturnId) };
  }

  @Grant([...FACILITY_ROLES, ...DESK_ROLES])
  @Mutation(DONE, 'Sets target wages of a facility; years that are not named keep theirs.')
  async setWageTargets(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetWageTargetsInput,
  ): Promise<{ isDone: boolean }> {
    await this.setTargets.execute(actor, input);
    return { isDone: true };
  }

  @Grant(['PREFECTURE_OFFICER'])
  @Mutation({ wageRules: [WageRuleType] }, 'Sets what wages are counted by from a day on.')
  async recordWageRule(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RecordWageRuleInput,
  ): Promise<{ wageRules: WageRuleType[] }> {
    await this.recordRule.execute(actor, input);
    return { wageRules: await this.ruleQueries.own(actor) };
  }

  @Grant([...FACILITY_ROLES, ...DESK_ROLES])
  @Mutation(DONE, 'Says when a facility began and ended.')
  async setFacilityPeriod(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetFacilityPeriodInput,
  ): Promise<{ isDone: boolean }> {
    await this.setPeriod.execute(actor, input);
    return { isDone: true };
  }
}

function shown({ context, facility, ...form }: WageReturnForm): WageReturnFormType {
  const { rules, rounding, minimumHourYen, isEmployer, capacityPersons, lastMonthYen, lastTargetYen } = context;
  const { openedOn, closedOn } = facility;
  return {
    ...form,
    facility,
    openedOn,
    closedOn,
    rounding,
    roundingSource: rules.roundingSource,
    minimumHourYen,
    isEmployer,
    capacityPersons,
    lastMonthYen,
    lastTargetYen,
    prefectureTargetYen: rules.prefectureTargetYen,
  };
}
