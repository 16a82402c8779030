import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { outcomesBetween } from '#yui/directory';
import { ImportWorkbook, type MoveInReport, MoveInQueries } from '#yui/move-in';
import { Grant, type PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import {
  BroughtAlongType,
  ImportWorkbookInput,
  MoveInReportType,
  MoveInRowsArgs,
  MoveInRowType,
} from './move-in.types.js';

@Resolver(() => MoveInReportType)
export class MoveInResolver {
  constructor(
    private readonly importUseCase: ImportWorkbook,
    private readonly queries: MoveInQueries,
  ) {}

  @Grant(['DESK_ADMIN'])
  @Query(() => [BroughtAlongType], { description: 'What the desk brought along when it moved in, sheet by sheet.' })
  async broughtAlong(@CurrentActor() actor: PersonActor): Promise<BroughtAlongType[]> {
    return this.queries.broughtAlong(actor);
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ report: MoveInReportType }, 'Brings the past of a desk along: all of the workbook, or nothing of it.')
  async importWorkbook(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ImportWorkbookInput,
  ): Promise<{ report: MoveInReportType }> {
    const { contentBase64, ...rest } = input;
    const content = Buffer.from(contentBase64, 'base64');
    return { report: await this.importUseCase.execute(actor, { ...rest, content }) };
  }

  @ResolveField('rows', () => [MoveInRowType], { description: 'What becomes of each row of a sheet: 500 at a time.' })
  rows(@Parent() report: MoveInReport, @Args() { sheet, offset, limit }: MoveInRowsArgs): MoveInRowType[] {
    const ofSheet = report.rows.filter((row) => row.sheet === sheet);
    return outcomesBetween(ofSheet, offset, limit).map(({ note, ...row }) => ({
      ...row,
      noteJa: note?.ja ?? null,
      noteEn: note?.en ?? null,
    }));
  }
}
