import type { PersonActor, Sentence, Transaction } from '#yui/platform';
import { UnitOfWorkWithin } from '#yui/platform';
import type { MoveInSheet } from '../workbook/layout.js';
import { LAYOUTS } from '../workbook/layouts.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import type { RowCells } from '../workbook/row-cells.js';
import type { Names } from './names.js';
import type { OrderNumbers } from './order-numbers.js';
import type { QuestionChoice } from './move-in-report.js';
import type { RowContent } from './move-in-row.entity.js';

/** Something only a person can decide: ends the row, which is asked about. */
export class Asked extends Error {
  constructor(
    readonly code: string,
    readonly sentence: Sentence,
    readonly choices: readonly QuestionChoice[],
  ) {
    super(code);
  }
}

/** Ends the row as it was: nothing of it is done yet, and another import goes on with it. */
export class Later extends Error {
  constructor(readonly note: Sentence) {
    super(note.en);
  }
}

/** What all rows of one import share. */
export class Bringing {
  /** What rows became, in this import or an earlier one; by sheet and number. */
  private readonly ids = new Map<string, string>();
  private readonly broken = new Set<string>();
  /** By buyer and facility the import did something for: the orders it was in. */
  private readonly involved = new Map<string, Set<string>>();

  constructor(
    readonly actor: PersonActor,
    readonly fileName: string,
    readonly names: Names,
    readonly orderNumbers: OrderNumbers,
  ) {}

  get deskId(): string {
    return this.actor.organisationId;
  }

  learn(sheet: MoveInSheet, key: string, id: string): void {
    this.ids.set(`${sheet} ${key}`, id);
  }

  /** A row that names this one cannot be looked at before it is corrected. */
  markBroken(sheet: MoveInSheet, key: string): void {
    this.broken.add(`${sheet} ${key}`);
  }

  /** Something was done for a buyer or a facility, which is to know of it. @param workOrderId null: a facility was registered */
  involve(organisationId: string, workOrderId: string | null): void {
    const orders = this.involved.get(organisationId) ?? new Set();
    if (workOrderId !== null) orders.add(workOrderId);
    this.involved.set(organisationId, orders);
  }

  /** Who is to be told of which orders. */
  parties(): { organisationId: string; workOrderIds: string[] }[] {
    return [...this.involved].map(([organisationId, orders]) => ({ organisationId, workOrderIds: [...orders] }));
  }

  /** What the row with this number became. @throws MOVE_IN.UNKNOWN_NUMBER, MOVE_IN.NEEDS_BROKEN_ROW */
  idOf(sheet: MoveInSheet, key: string, field: string): string {
    const details = { number: key, sheet: LAYOUTS[sheet].name };
    if (this.broken.has(`${sheet} ${key}`)) throw moveInErrors.NEEDS_BROKEN_ROW(details).at(field);
    const id = this.ids.get(`${sheet} ${key}`);
    if (id === undefined) throw moveInErrors.UNKNOWN_NUMBER(details).at(field);
    return id;
  }
}

/** One row under way: a part of the transaction that is undone alone. */
export interface RowUnderWay<Content extends RowContent> {
  readonly tx: Transaction;
  readonly unitOfWork: UnitOfWorkWithin;
  readonly all: Bringing;
  readonly content: Content;
  /** As it was imported last; null: never. */
  readonly before: Content | null;
  /** What it became then. */
  readonly subjectId: string | null;
  /** Where it stands, for those who look it up. */
  readonly place: string;
  /** The answer to a question of this row; null: none yet. */
  answer(code: string): string | null;
}

/** What a row became. */
export interface Brought<Content extends RowContent> {
  readonly subjectId: string | null;
  /** What the product knew before the row was imported for the first time; omitted: nothing. */
  readonly was?: Partial<Content>;
  readonly note?: Sentence;
}

/** How the rows of one sheet are read and brought in. */
export interface SheetBringer<Content extends RowContent> {
  readonly sheet: MoveInSheet;
  /** @throws INPUT.*, MOVE_IN.* at the field */
  read(cells: RowCells, all: Bringing): Content;
  /** What tells the row from all others of its sheet. */
  keyOf(content: Content): string;
  nameOf(content: Content): string;
  /** Looks at all rows of the sheet before the first is brought in. */
  prepare?(tx: Transaction, all: Bringing, rows: readonly PreparedRow<Content>[]): Promise<void>;
  /** @throws Asked, Later, and what is wrong with the row; omitted: all is done by `finish` */
  bring?(row: RowUnderWay<Content>): Promise<Brought<Content>>;
  /** What is better done at once for all rows that are new or changed. */
  finish?(tx: Transaction, all: Bringing, rows: readonly FinishedRow<Content>[]): Promise<void>;
}

export interface FinishedRow<Content extends RowContent> {
  readonly content: Content;
  readonly sheetName: string;
  readonly line: number;
}

export interface PreparedRow<Content extends RowContent> {
  readonly content: Content;
  readonly subjectId: string | null;
}

/** The fields of a row that read differently from when it was imported last. */
export function changedFields<Content extends RowContent>(row: RowUnderWay<Content>): Set<keyof Content & string> {
  const fields = Object.keys(row.content) as (keyof Content & string)[];
  return new Set(fields.filter((field) => row.before?.[field] !== row.content[field]));
}

/** @throws MOVE_IN.CONTENT_FIXED where one of these fields reads differently from before */
export function requireUnchanged<Content extends RowContent>(
  sheet: MoveInSheet,
  changed: ReadonlySet<string>,
  fields: readonly (keyof Content & string)[],
): void {
  const wrong = fields.filter((field) => changed.has(field));
  const [first] = wrong;
  if (first === undefined) return;
  const headings = wrong.map((field) => LAYOUTS[sheet].columns.find((column) => column.field === field)?.heading);
  throw moveInErrors.CONTENT_FIXED({ columns: headings.join('、') }).at(first);
}
