import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { CreatePrefecture, PrefectureQueries, SetOverseenDesks } from '#yui/directory';
import { CONTRACT_TYPES } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { ReportQueries } from '#yui/reports';
import { DeskType } from '../directory/organisation.types.js';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import {
  CreatePrefectureInput,
  FacilityProfilePageType,
  OverseenResultsType,
  PrefectureType,
  SetOverseenDesksInput,
} from './prefecture.types.js';
import { Grant } from '#yui/platform';

/** Prefectures: kept by the platform, read through by their officers. */
@Resolver()
export class PrefectureResolver {
  constructor(
    private readonly queries: PrefectureQueries,
    private readonly reports: ReportQueries,
    private readonly create: CreatePrefecture,
    private readonly oversee: SetOverseenDesks,
  ) {}

  @Grant(['PLATFORM_ADMIN'])
  @Query(() => [PrefectureType], { description: 'The prefectures of the installation.' })
  async prefectures(@CurrentActor() actor: PersonActor): Promise<PrefectureType[]> {
    return this.queries.all(actor);
  }

  @Grant(['PLATFORM_ADMIN'])
  @Mutation(
    {
      prefectures: [PrefectureType],
    },
    'Its officers are invited next (invitePerson).',
  )
  async createPrefecture(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: CreatePrefectureInput,
  ): Promise<{ prefectures: PrefectureType[] }> {
    await this.create.execute(actor, input);
    return { prefectures: await this.queries.all(actor) };
  }

  @Grant(['PLATFORM_ADMIN'])
  @Mutation(
    {
      prefectures: [PrefectureType],
    },
    'Says which desks a prefecture oversees from now on.',
  )
  async setOverseenDesks(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetOverseenDesksInput,
  ): Promise<{ prefectures: PrefectureType[] }> {
    await this.oversee.execute(actor, input);
    return { prefectures: await this.queries.all(actor) };
  }

  @Grant(['PREFECTURE_OFFICER'])
  @Query(() => [DeskType], { description: "The desks the officer's prefecture oversees." })
  async overseenDesks(@CurrentActor() actor: PersonActor): Promise<DeskType[]> {
    return this.queries.overseenDesks(actor);
  }

  @Grant(['PREFECTURE_OFFICER'])
  @Query(() => FacilityProfilePageType, { description: 'The facilities registered with an overseen desk.' })
  async overseenFacilities(
    @CurrentActor() actor: PersonActor,
    @Args('deskId', { type: () => Id }) deskId: string,
    @Args() page: PageArgs,
  ): Promise<FacilityProfilePageType> {
    return this.queries.overseenFacilities(actor, deskId, page);
  }

  @Grant(['PREFECTURE_OFFICER'])
  @Query(() => OverseenResultsType, { description: 'What an overseen desk reports for a fiscal year.' })
  async overseenContractResults(
    @CurrentActor() actor: PersonActor,
    @Args('deskId', { type: () => Id }) deskId: string,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
  ): Promise<OverseenResultsType> {
    const { byType, ...results } = await this.reports.overseenContractResults(actor, deskId, fiscalYear);
    return { ...results, byType: CONTRACT_TYPES.map((type) => ({ contractType: type, figures: byType[type] })) };
  }
}
