import { Args, Query, Resolver } from '@nestjs/graphql';
import { BUYER_ROLES, DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { ImportResults, RecordedResultQueries, RecordResults, RemoveRecordedResult } from '#yui/reports';
import { DONE, Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import {
  ImportResultsInput,
  RecordedResultFilterInput,
  RecordedResultPageType,
  RecordedSourceType,
  RecordResultsInput,
  RemoveRecordedResultInput,
  ResultImportReportType,
} from './recorded.types.js';

/** Results no order of the product stands behind. */
@Resolver()
export class RecordedResolver {
  constructor(
    private readonly queries: RecordedResultQueries,
    private readonly record: RecordResults,
    private readonly importUseCase: ImportResults,
    private readonly remove: RemoveRecordedResult,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => RecordedResultPageType, { description: 'What the own organisation recorded for its reports.' })
  async recordedResults(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => RecordedResultFilterInput, nullable: true }) filter: RecordedResultFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<RecordedResultPageType> {
    return this.queries.list(actor, filter ?? {}, page);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => [RecordedSourceType], { description: 'The lists the own organisation imported.' })
  async recordedSources(@CurrentActor() actor: PersonActor): Promise<RecordedSourceType[]> {
    return this.queries.sources(actor);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Mutation(
    { ids: { type: [String], description: 'Of the new rows, in their order.' } },
    'Enters results no order of the product stands behind.',
  )
  async recordResults(@CurrentActor() actor: PersonActor, @Args('input') input: RecordResultsInput) {
    return this.record.execute(actor, input);
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'PREFECTURE_OFFICER'])
  @Mutation({ report: ResultImportReportType }, 'Imports a table of results of before, or says what it would do.')
  async importResults(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ImportResultsInput,
  ): Promise<{ report: ResultImportReportType }> {
    const { contentBase64, ...rest } = input;
    return {
      report: await this.importUseCase.execute(actor, { ...rest, content: Buffer.from(contentBase64, 'base64') }),
    };
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'PREFECTURE_OFFICER'])
  @Mutation(DONE, 'Takes back a row that was entered by hand.')
  async removeRecordedResult(@CurrentActor() actor: PersonActor, @Args('input') input: RemoveRecordedResultInput) {
    await this.remove.execute(actor, input);
    return { isDone: true };
  }
}
