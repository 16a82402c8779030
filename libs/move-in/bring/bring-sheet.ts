import type { FieldChange, ImportProblem } from '#yui/directory';
import { DomainError, type FieldFault, type Transaction, UnitOfWorkWithin } from '#yui/platform';
import { LAYOUTS } from '../workbook/layouts.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import type { WrittenRow } from '../workbook/read-workbook.js';
import { RowCells } from '../workbook/row-cells.js';
import { Asked, type Bringing, type Brought, type FinishedRow, Later, type SheetBringer } from './bringing.js';
import { changesBetween } from './changes-between.js';
import type { MoveInQuestion, RowOutcome } from './move-in-report.js';
import { FaultOfRow } from './shares.js';
import type { KeptSheet, MoveInRow, RowContent } from './move-in-row.entity.js';

/** What has come of the import so far. */
export interface Gathered {
  readonly rows: RowOutcome[];
  readonly problems: ImportProblem[];
  readonly questions: MoveInQuestion[];
  /** Rows to keep, as they were brought in. */
  readonly kept: KeptRow[];
  /** Every row the workbook has, by sheet and key. */
  readonly present: Set<string>;
}

export type KeptRow = Pick<MoveInRow, 'sheet' | 'rowKey' | 'subjectId' | 'content' | 'sourceLine'>;

export interface Earlier {
  /** By sheet and key. */
  readonly rows: ReadonlyMap<string, MoveInRow>;
  /** By key of the question. */
  readonly answers: ReadonlyMap<string, string>;
}

interface ReadRow<Content extends RowContent> {
  readonly written: WrittenRow;
  readonly key: string;
  readonly content: Content;
  readonly earlier: MoveInRow | null;
}

/** Brings in the rows of one sheet, each as a part of the transaction: what is wrong with one is no reason not to look at the next. */
export async function bringSheet<Content extends RowContent>(
  tx: Transaction,
  all: Bringing,
  bringer: SheetBringer<Content>,
  written: readonly WrittenRow[],
  { rows: earlierRows, answers }: Earlier,
  gathered: Gathered,
): Promise<void> {
  const { sheet } = bringer;
  const rows: ReadRow<Content>[] = [];
  const lines = new Map<string, number>();
  for (const row of written) {
    try {
      const content = bringer.read(new RowCells(row), all);
      const key = bringer.keyOf(content);
      const line = lines.get(key);
      if (line !== undefined) throw moveInErrors.ROW_TWICE({ line });
      lines.set(key, row.line);
      gathered.present.add(`${sheet} ${key}`);
      rows.push({ written: row, key, content, earlier: earlierRows.get(`${sheet} ${key}`) ?? null });
    } catch (error) {
      if (error instanceof FaultOfRow) gathered.problems.push(...problemsOf(error.written, error.fault));
      else if (error instanceof DomainError) gathered.problems.push(...problemsOf(row, error));
      else throw error;
      gathered.rows.push(faultyRow(row));
      const number = row.cells.get('number')?.normalize('NFKC').trim();
      if (number === undefined) continue;
      all.markBroken(sheet, number);
      gathered.present.add(`${sheet} ${number}`);
    }
  }
  const prepared = rows.map(({ content, earlier }) => ({ content, subjectId: earlier?.subjectId ?? null }));
  await bringer.prepare?.(tx, all, prepared);
  const finished: FinishedRow<Content>[] = [];
  for (const row of rows) {
    const isBrought = await bringRow(tx, all, bringer, row, answers, gathered);
    if (isBrought) finished.push({ content: row.content, sheetName: row.written.sheetName, line: row.written.line });
  }
  await bringer.finish?.(tx, all, finished);
}

/** @returns whether the row is new or changed, and nothing is wrong with it */
async function bringRow<Content extends RowContent>(
  tx: Transaction,
  all: Bringing,
  bringer: SheetBringer<Content>,
  { written, key, content, earlier }: ReadRow<Content>,
  answers: ReadonlyMap<string, string>,
  gathered: Gathered,
): Promise<boolean> {
  const { sheet } = bringer;
  const before = (earlier?.content ?? null) as Content | null;
  const base = { ...faultyRow(written), name: bringer.nameOf(content) };
  const layout = LAYOUTS[sheet];
  if (before !== null && isSame(before, content)) {
    if (earlier?.subjectId) all.learn(sheet, key, earlier.subjectId);
    gathered.rows.push({ ...base, outcome: 'UNCHANGED', subjectId: earlier?.subjectId ?? null });
    return false;
  }
  const questionKey = (code: string) => `${sheet} ${key} ${code}`;
  try {
    const place = `${written.sheetName} ${written.line}`;
    const answer = (code: string) => answers.get(questionKey(code)) ?? null;
    const row = { all, content, before, subjectId: earlier?.subjectId ?? null, place, answer };
    const brought: Brought<Content> = bringer.bring
      ? await tx.part(all.actor, async (part) =>
          bringer.bring!({ ...row, tx: part, unitOfWork: new UnitOfWorkWithin(part) }),
        )
      : { subjectId: null };
    if (brought.subjectId !== null) all.learn(sheet, key, brought.subjectId);
    const changes = changesBetween(layout, before ?? brought.was ?? null, content, all.names);
    gathered.rows.push({ ...base, ...outcomeOf(brought, before, changes), changes, note: brought.note ?? null });
    if (sheet !== 'PEOPLE' && sheet !== 'SHARES') {
      gathered.kept.push({ ...keptRow(sheet, key, content, brought), sourceLine: written.line });
    }
    return true;
  } catch (error) {
    if (error instanceof Later) {
      gathered.rows.push({ ...base, outcome: 'LATER', note: error.note });
      return false;
    }
    all.markBroken(sheet, key);
    if (error instanceof Asked) {
      const { code, sentence, choices } = error;
      const { sheetName, line } = written;
      const asked = { key: questionKey(code), sheet: sheetName, line, code: `MOVE_IN.${code}`, choices };
      gathered.questions.push({ ...asked, messageJa: sentence.ja, messageEn: sentence.en });
      gathered.rows.push({ ...base, outcome: 'ASKED' });
    } else if (error instanceof DomainError) {
      gathered.problems.push(...problemsOf(written, error));
      gathered.rows.push(base);
    } else if (error instanceof FaultOfRow) {
      gathered.problems.push(...problemsOf(error.written, error.fault));
      gathered.rows.push(base);
    } else {
      throw error;
    }
    return false;
  }
}

function outcomeOf<Content extends RowContent>(
  { subjectId, was }: Brought<Content>,
  before: Content | null,
  changes: readonly FieldChange[],
): Pick<RowOutcome, 'outcome' | 'subjectId'> {
  if (changes.length === 0) return { outcome: 'UNCHANGED', subjectId };
  return { outcome: before === null && was === undefined ? 'CREATED' : 'UPDATED', subjectId };
}

function keptRow<Content extends RowContent>(
  sheet: KeptSheet,
  rowKey: string,
  content: Content,
  { subjectId }: Brought<Content>,
): Omit<KeptRow, 'sourceLine'> {
  return { sheet, rowKey, content, subjectId };
}

/** A row as long as nothing has come of it. */
export function faultyRow({ sheet, sheetName, line, cells }: WrittenRow): RowOutcome {
  const name = cells.get('name') ?? cells.get('title') ?? [...cells.values()][0] ?? '';
  return { sheet, sheetName, line, name, outcome: 'FAULTY', changes: [], note: null, subjectId: null };
}

/** One problem for each cell at fault; one for the row where it is no single cell. */
export function problemsOf(row: WrittenRow, error: DomainError): ImportProblem[] {
  const faults: readonly FieldFault[] = error.details.fields ?? [];
  const { sheetName: sheet, line, headings, cells } = row;
  if (faults.length === 0) {
    const { code, messageJa, messageEn } = error;
    return [{ sheet, line, column: null, code, value: null, messageJa, messageEn }];
  }
  return faults.map(({ path, code, messageJa, messageEn }) => {
    const field = fieldOf(row, path);
    const column = headings.get(field) ?? LAYOUTS[row.sheet].columns.find((each) => each.field === field)?.heading;
    return { sheet, line, column: column ?? null, code, value: cells.get(field) ?? null, messageJa, messageEn };
  });
}

/** Commands call some fields differently from the sheet. */
const CALLED: Readonly<Record<string, string>> = {
  unitPriceSen: 'unitPrice',
  facilityUnitPriceSen: 'facilityUnitPrice',
  minutes: 'hours',
  evidence: 'eligibility',
  fromOn: 'eligibleFrom',
  departments: 'name',
};

function fieldOf({ sheet }: WrittenRow, path: string): string {
  const last = path.split('.').at(-1) ?? path;
  const named = CALLED[last] ?? last;
  return LAYOUTS[sheet].columns.some(({ field }) => field === named) ? named : path;
}

function isSame(one: RowContent, other: RowContent): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => (one[field] ?? null) === (other[field] ?? null));
}
