import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  MATCH_CERTAINTIES,
  type MatchCertainty,
  STATEMENT_LINE_STATES,
  type StatementLayout,
  type StatementLineState,
} from '#yui/contracts';
import type { PageOf } from '#yui/platform';
import { enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { Id, IdempotencyKey, LocalDate, Yen } from '../graphql/scalars.js';

export const StatementLineStateEnum = enumType('StatementLineState', 'How far a deposit is.', STATEMENT_LINE_STATES);
const MatchCertaintyEnum = enumType('MatchCertainty', 'How much speaks for a proposal.', MATCH_CERTAINTIES);

@ObjectType('StatementLayout', { description: "Which column of a bank's CSV is what, counted from 0." })
export class StatementLayoutType {
  @Field(() => Int, { description: 'The day.' })
  dayColumn: number;

  @Field(() => Int, { description: 'What came in.' })
  amountColumn: number;

  @Field(() => Int, { description: 'Who paid.' })
  payerColumn: number;
}

@InputType({ description: "Which column of a bank's CSV is what, counted from 0." })
export class StatementLayoutInput {
  @Field(() => Int, { description: 'The day.' })
  dayColumn: number;

  @Field(() => Int, { description: 'What came in: a column of its own, or amounts with a sign.' })
  amountColumn: number;

  @Field(() => Int, { description: 'Who paid.' })
  payerColumn: number;
}

@ObjectType('StatementDeposit', { description: 'Money that came in, as a file says.' })
export class StatementDepositType {
  @Field(() => Int, { description: 'In the file, from 1.' })
  row: number;

  @Field(() => LocalDate)
  paidOn: BusinessDate;

  @Field(() => String, { description: 'As the bank writes who paid.' })
  payerName: string;

  @Field(() => Yen, { description: 'What came in.' })
  amountYen: number;
}

@ObjectType('StatementProblem', { description: 'A row that holds an amount and cannot be read.' })
export class StatementProblemType {
  @Field(() => Int, { description: 'In the file, from 1.' })
  row: number;

  @Field(() => String, { description: 'What stands where it cannot be read.' })
  cell: string;
}

@ObjectType('StatementPreview', { description: 'What an import of a statement would bring; nothing is kept.' })
export class StatementPreviewType {
  @Field(() => [String], { description: 'Of the columns, from the left.' })
  headings: readonly string[];

  @Field(() => StatementLayoutType, {
    nullable: true,
    description: 'What the headings suggest, for a person to confirm; null: nothing.',
  })
  guess: StatementLayout | null;

  @Field(() => StatementLayoutType, {
    nullable: true,
    description: 'What was said of a file with these headings before; null: never.',
  })
  knownLayout: StatementLayout | null;

  @Field(() => [StatementDepositType], { description: 'The first 20 deposits.' })
  deposits: readonly StatementDepositType[];

  @Field(() => Int, { description: 'All deposits of the file.' })
  depositCount: number;

  @Field(() => Int, { description: 'Those that were not imported before.' })
  newCount: number;

  @Field(() => [StatementProblemType], { description: 'The first 20 rows that cannot be read.' })
  problems: readonly StatementProblemType[];
}

@ObjectType('MatchProposal', { description: 'What a deposit is most likely for.' })
export class MatchProposalType {
  @Field(() => [Id], { description: 'The invoices it would pay, in this order.' })
  invoiceIds: readonly string[];

  @Field(() => MatchCertaintyEnum, { description: 'How much speaks for it.' })
  certainty: MatchCertainty;
}

@ObjectType('StatementLine', { description: 'Money that came in at the bank.' })
export class StatementLineType {
  @Field(() => Id)
  id: string;

  @Field(() => LocalDate)
  paidOn: BusinessDate;

  @Field(() => String, { description: 'As the bank writes who paid.' })
  payerName: string;

  @Field(() => Yen, { description: 'What came in.' })
  amountYen: number;

  @Field(() => Yen, { description: 'What of it was recorded as payment.' })
  settledYen: number;

  @Field(() => String, { nullable: true, description: 'Why it pays no invoice; null: it does, or nobody has said.' })
  setAsideReason: string | null;

  @Field(() => MatchProposalType, { nullable: true, description: 'Of one that is open; null: nothing speaks for any.' })
  proposal: MatchProposalType | null;
}

export const StatementLinePageType = pageType('StatementLinePage', StatementLineType, 'By day, the newest first.');
export type StatementLinePageType = PageOf<StatementLineType>;

@ObjectType('Receivable', { description: 'What somebody has still to pay the desk on an invoice.' })
export class ReceivableType {
  @Field(() => Id)
  invoiceId: string;

  @Field(() => String)
  number: string;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => Yen, { description: 'What is left to be paid for it, with tax.' })
  openYen: number;

  payer: 'BUYER' | 'FACILITY';

  payerId: string;
}

@InputType({ description: 'A statement that is looked at before it is imported.' })
export class StatementPreviewInput {
  @Field(() => String, { description: 'The CSV, decoded.' })
  text: string;

  @Field(() => StatementLayoutInput, { nullable: true, description: 'Omitted: as it was said before, or as guessed.' })
  layout?: StatementLayoutInput | null;
}

@InputType()
export class ImportStatementInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: 'The CSV, decoded.' })
  text: string;

  @Field(() => StatementLayoutInput, { description: 'As a person has confirmed it.' })
  layout: StatementLayoutInput;
}

@InputType({ description: 'Which deposits are listed.' })
export class StatementLineFilterInput {
  @Field(() => StatementLineStateEnum, { description: 'Those that are so far.' })
  status: StatementLineState;
}

@InputType()
export class SettleStatementLineInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The deposit that is meant.' })
  statementLineId: string;

  @Field(() => [Id], { description: 'What it pays, in this order; what is over stays on the last, to come back.' })
  invoiceIds: string[];
}

@InputType()
export class SetStatementLineAsideInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The deposit that is meant.' })
  statementLineId: string;

  @Field(() => String, { nullable: true, description: 'Null: it is looked at again.' })
  reason?: string | null;
}
