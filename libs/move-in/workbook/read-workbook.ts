import type { ImportProblem, Sheet } from '#yui/directory';
import type { DomainError } from '#yui/platform';
import { foldWord, MOVE_IN_SHEETS, type MoveInSheet, type SheetLayout } from './layout.js';
import { LAYOUTS } from './layouts.js';
import { moveInErrors } from './move-in.errors.js';

/** How far down a sheet its headings may stand. */
const MAX_LINES_ABOVE = 30;
/** A row of the template that shows how to fill the sheet in. */
const EXAMPLE = /^(例|見本)[)）:：\s]/;

const TOTAL = /^(小計|合計|総計|総合計|計)$/;

/** One row as it is written. */
export interface WrittenRow {
  readonly sheet: MoveInSheet;
  /** As the file calls it. */
  readonly sheetName: string;
  readonly line: number;
  /** By field; what is empty is not there. */
  readonly cells: ReadonlyMap<string, string>;
  /** By field, as the file calls them. */
  readonly headings: ReadonlyMap<string, string>;
}

/** Something of a file that was not read. */
export interface NotRead {
  readonly sheet: string;
  /** null: the whole sheet. */
  readonly heading: string | null;
}

export interface WorkbookReading {
  readonly rows: ReadonlyMap<MoveInSheet, readonly WrittenRow[]>;
  readonly problems: readonly ImportProblem[];
  readonly notRead: readonly NotRead[];
}

/** Finds the sheets of the workbook by their names and the columns by their headings, wherever they stand. Pure. */
export function readWorkbook(sheets: readonly Sheet[]): WorkbookReading {
  const rows = new Map<MoveInSheet, readonly WrittenRow[]>();
  const problems: ImportProblem[] = [];
  const notRead: NotRead[] = [];
  for (const sheet of sheets) {
    const layout = layoutOf(sheet.name ?? '');
    if (layout === null || sheet.isHidden) {
      if (!isOfTemplate(sheet.name ?? '')) notRead.push({ sheet: sheet.name ?? '', heading: null });
      continue;
    }
    if (rows.has(layout.sheet)) problems.push(problemOf(sheet, null, moveInErrors.SHEET_TWICE({ sheet: layout.name })));
    else rows.set(layout.sheet, rowsOf(sheet, layout, problems, notRead));
  }
  if (rows.size === 0) {
    const { code, messageJa, messageEn } = moveInErrors.SHEETS_MISSING();
    problems.push({ sheet: null, line: null, column: null, code, value: null, messageJa, messageEn });
  }
  return { rows, problems, notRead };
}

/** Sheets of the template that explain and hold nothing. */
export const TEMPLATE_SHEETS = { howTo: 'はじめに', choices: '選べる値' } as const;

const isOfTemplate = (name: string) => Object.values<string>(TEMPLATE_SHEETS).includes(name);

function layoutOf(name: string): SheetLayout | null {
  const word = foldWord(name);
  const sheet = MOVE_IN_SHEETS.find((each) => {
    const { name: own, alsoCalled = [] } = LAYOUTS[each];
    return [own, ...alsoCalled].some((called) => foldWord(called) === word);
  });
  return sheet ? LAYOUTS[sheet] : null;
}

function rowsOf(sheet: Sheet, layout: SheetLayout, problems: ImportProblem[], notRead: NotRead[]): WrittenRow[] {
  const head = headOf(sheet, layout);
  if (head === null) {
    // A sheet without a single row says nothing.
    if (sheet.rows.length > 0) problems.push(problemOf(sheet, null, moveInErrors.HEADINGS_MISSING()));
    return [];
  }
  const { line, columns } = head;
  const places = new Map<string, number>();
  const headings = new Map<string, string>();
  columns.forEach(({ field, heading }, at) => {
    if (field === null) {
      if (heading !== '') notRead.push({ sheet: sheet.name ?? '', heading });
    } else if (places.has(field)) {
      problems.push(problemOf(sheet, line, moveInErrors.COLUMN_TWICE({ heading }), heading));
    } else {
      places.set(field, at);
      headings.set(field, heading);
    }
  });
  for (const { field, heading, isRequired } of layout.columns) {
    if (isRequired && !places.has(field))
      problems.push(problemOf(sheet, line, moveInErrors.COLUMN_MISSING({ heading })));
  }
  const rows = sheet.rows
    .filter((row) => row.line > line)
    .map((row): WrittenRow => {
      const cells = [...places].flatMap(([field, at]) => (row.cells[at] ? [[field, row.cells[at]] as const] : []));
      return { sheet: layout.sheet, sheetName: sheet.name ?? '', line: row.line, cells: new Map(cells), headings };
    })
    .filter(({ cells }) => cells.size > 0 && !EXAMPLE.test([...cells.values()][0] ?? '') && !isTotal(cells));
  if (rows.length > layout.maxRows) {
    problems.push(problemOf(sheet, null, moveInErrors.TOO_MANY_ROWS({ most: layout.maxRows })));
    return [];
  }
  return rows;
}

/** The sum beneath a list: a row that says so, and has no number. */
function isTotal(cells: ReadonlyMap<string, string>): boolean {
  const isSum = (cell: string) => TOTAL.test(cell.replace(/\s/g, ''));
  const number = cells.get('number');
  return (number === undefined || isSum(number)) && [...cells.values()].some(isSum);
}

interface Head {
  readonly line: number;
  readonly columns: readonly { readonly field: string | null; readonly heading: string }[];
}

/** The row near the top in which most headings are known; two at least. */
function headOf(sheet: Sheet, layout: SheetLayout): Head | null {
  let best: Head | null = null;
  let most = 1;
  for (const { line, cells } of sheet.rows.slice(0, MAX_LINES_ABOVE)) {
    const columns = cells.map((heading) => ({ field: fieldOf(layout, heading), heading }));
    const known = new Set(columns.flatMap(({ field }) => field ?? [])).size;
    if (known > most) {
      best = { line, columns };
      most = known;
    }
  }
  return best;
}

function fieldOf({ columns }: SheetLayout, heading: string): string | null {
  const word = foldWord(heading);
  if (word === '') return null;
  const own = columns.find((column) => foldWord(column.heading) === word);
  const other = columns.find(({ alsoCalled = [] }) => alsoCalled.some((called) => foldWord(called) === word));
  return (own ?? other)?.field ?? null;
}

function problemOf(sheet: Sheet, line: number | null, error: DomainError, column: string | null = null): ImportProblem {
  const { code, messageJa, messageEn } = error;
  return { sheet: sheet.name, line, column, code, value: null, messageJa, messageEn };
}
