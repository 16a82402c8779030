import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MOVE_IN_SHEETS, type MoveInSheet, ROW_OUTCOMES, type RowOutcomeKind } from '#yui/move-in';
import { ImportProblemType } from '../directory/import-problem.types.js';
import { FieldChangeType } from '../directory/imported-facility.types.js';
import { enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, Id } from '../graphql/scalars.js';

const MoveInSheetEnum = enumType('MoveInSheet', 'The sheets of the workbook of a desk that moves in.', MOVE_IN_SHEETS);
const MoveInOutcomeEnum = enumType('MoveInOutcome', 'What becomes of a row of the workbook.', ROW_OUTCOMES);

@ObjectType('MoveInRow', { description: 'What the import does to one row of the workbook.' })
export class MoveInRowType {
  @Field(() => MoveInSheetEnum)
  sheet: MoveInSheet;

  @Field(() => String, { description: 'As the file calls the sheet.' })
  sheetName: string;

  @Field(() => Int)
  line: number;

  @Field(() => String)
  name: string;

  @Field(() => MoveInOutcomeEnum)
  outcome: RowOutcomeKind;

  @Field(() => [FieldChangeType], { description: 'By the headings of the sheet; of a new row all that is stored.' })
  changes: readonly FieldChangeType[];

  @Field(() => String, { nullable: true, description: 'What a person should know of it, in Japanese.' })
  noteJa: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  noteEn: string | null;

  @Field(() => Id, { nullable: true, description: 'What it became; null: a figure, an invitation, or not stored.' })
  subjectId: string | null;
}

@ObjectType('MoveInChoice', { description: 'One of the answers a question may have.' })
export class MoveInChoiceType {
  @Field(() => String, { description: 'What to answer with.' })
  value: string;

  @Field(() => String, { description: 'What it means, in Japanese.' })
  labelJa: string;

  @Field(() => String, { description: 'The same in English.' })
  labelEn: string;
}

@ObjectType('MoveInQuestion', { description: 'Something the workbook does not say, and nobody supposes.' })
export class MoveInQuestionType {
  @Field(() => String, { description: 'To answer it by; the same whenever the workbook is read.' })
  key: string;

  @Field(() => String)
  sheet: string;

  @Field(() => Int)
  line: number;

  @Field(() => String)
  code: string;

  @Field(() => String)
  messageJa: string;

  @Field(() => String)
  messageEn: string;

  @Field(() => [MoveInChoiceType], { description: 'What it may be answered with.' })
  choices: readonly MoveInChoiceType[];
}

@ObjectType('MoveInCount', { description: 'How many rows of a sheet come to the same.' })
export class MoveInCountType {
  @Field(() => MoveInSheetEnum)
  sheet: MoveInSheet;

  @Field(() => MoveInOutcomeEnum)
  outcome: RowOutcomeKind;

  @Field(() => Int)
  count: number;
}

@ObjectType('MoveInAbsentRow', { description: 'A row of an earlier import that the sheet does not have any more.' })
export class MoveInAbsentRowType {
  @Field(() => MoveInSheetEnum)
  sheet: MoveInSheet;

  @Field(() => String, { description: 'Its number, or what else tells it from others.' })
  rowKey: string;
}

@ObjectType('MoveInNotRead', { description: 'A sheet or a column that the workbook has and the import does not know.' })
export class MoveInNotReadType {
  @Field(() => String)
  sheet: string;

  @Field(() => String, { nullable: true, description: 'Null: the whole sheet.' })
  heading: string | null;
}

@ObjectType('MoveInReport', { description: 'What the import of a workbook does, row by row.' })
export class MoveInReportType {
  @Field(() => Boolean)
  isDryRun: boolean;

  @Field(() => Boolean, { description: 'Whether it is stored: all of it, or nothing.' })
  isStored: boolean;

  @Field(() => String)
  fileName: string;

  @Field(() => [MoveInCountType], { description: 'Rows by sheet and what becomes of them.' })
  counts: readonly MoveInCountType[];

  /** Given out in parts by the resolver. */
  rows: readonly MoveInReportRow[];

  @Field(() => [ImportProblemType], { description: 'The first 1,000. While there is one, nothing is stored.' })
  problems: readonly ImportProblemType[];

  @Field(() => Int)
  problemCount: number;

  @Field(() => [MoveInQuestionType], { description: 'While one is not answered, nothing is stored.' })
  questions: readonly MoveInQuestionType[];

  @Field(() => [MoveInNotReadType], { description: 'Sheets and columns that are not known.' })
  notRead: readonly MoveInNotReadType[];

  @Field(() => [MoveInAbsentRowType], { description: 'The first 1,000. They stay as they are.' })
  absent: readonly MoveInAbsentRowType[];

  @Field(() => Int, { description: 'All rows of earlier imports that are not in their sheets any more.' })
  absentCount: number;
}

type MoveInReportRow = Omit<MoveInRowType, 'noteJa' | 'noteEn'> & {
  readonly note: { readonly ja: string; readonly en: string } | null;
};

@ArgsType()
export class MoveInRowsArgs {
  @Field(() => MoveInSheetEnum, { description: 'The sheet they are of.' })
  sheet: MoveInSheet;

  @Field(() => Int, { description: 'How many to pass over, in the order of their lines.' })
  offset = 0;

  @Field(() => Int, { description: 'At most 500.' })
  limit = 500;
}

@ObjectType('BroughtAlong', { description: 'What a desk brought along when it moved in, of one sheet.' })
export class BroughtAlongType {
  @Field(() => MoveInSheetEnum)
  sheet: MoveInSheet;

  @Field(() => Int, { description: 'How many rows of the sheet were brought along.' })
  rowCount: number;

  @Field(() => String, { description: 'The file its last change came from.' })
  fileName: string;

  @Field(() => DateTime, { description: 'When that was imported.' })
  importedAt: Date;
}

@InputType({ description: 'The answer to a question of an earlier reading.' })
export class MoveInAnswerInput {
  @Field(() => String, { description: 'The key of the question.' })
  questionKey: string;

  @Field(() => String, { description: 'That of one of its choices.' })
  value: string;
}

@InputType()
export class ImportWorkbookInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: 'The workbook (XLSX, XLS, ODS) in base64.' })
  contentBase64: string;

  @Field(() => [MoveInAnswerInput], { nullable: true, description: 'Answers to what an earlier reading asked.' })
  answers?: MoveInAnswerInput[] | null;

  @Field(() => Boolean, { description: 'Says what would become of each row and stores nothing.' })
  isDryRun: boolean;
}
