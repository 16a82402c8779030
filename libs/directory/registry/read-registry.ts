import { findLists } from './layout/find-lists.js';
import type { FacilityList, ListRow } from './layout/facility-list.js';
import { rowKind } from './layout/row-kind.js';
import { kindsIn } from './layout/kinds.js';
import type { Sheet } from './reading/sheet.js';
import { type TableProblem, tableProblem } from './reading/table-problem.js';
import { gatherRows, type SingleRow } from './values/gather-rows.js';
import { columnsOf, type ColumnReading, type ListColumns } from './values/list-columns.js';
import { readRow } from './values/read-row.js';
import type { RegistryRow } from './values/registry-row.js';
import { type Place, rowProblem, type RowProblem } from './values/registry-problem.js';
import { type KindAnswer, resolveKind } from './values/resolve-kind.js';

export interface RegistryAnswers {
  readonly kinds?: readonly KindAnswer[] | undefined;
  /** First calendar year of the fiscal year of wages whose heading names none. A title is no proof of it. */
  readonly fiscalYear?: number | null | undefined;
}

/** Something in the file that is no facility, or is not read: said, so that nothing disappears in silence. */
export interface PassedOver {
  readonly sheet: string | null;
  /** null: the whole sheet. */
  readonly line: number | null;
  readonly reason:
    | 'HIDDEN_SHEET'
    | 'NO_NAME_COLUMN'
    | 'TITLE'
    | 'SECTION'
    | 'TOTAL'
    | 'NOTE'
    | 'BLANK'
    | 'NOT_A_WORKPLACE'
    | 'WITHOUT_HEADING';
  readonly text: string;
}

/** A row that stayed out because of its problems, with what could be read of it. */
export interface RejectedRow extends Place {
  readonly name: string;
}

export interface RegistryReading {
  readonly rows: readonly RegistryRow[];
  readonly rejectedRows: readonly RejectedRow[];
  /** Problems of headings first, then those of rows by sheet and line. */
  readonly problems: readonly RowProblem[];
  /** The whole file, when there is no list in it. */
  readonly fileProblem: TableProblem | null;
  readonly columns: readonly ColumnReading[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * Reads a published facility list from all its visible sheets. A row with any problem is reported with its line and
 * column and stays out; all other rows go in. Nothing is supposed: a kind the file does not state is asked for
 * (`kind.is === 'ASKED'`), a capacity the list does not have is null. Decimals of yen are rounded half up.
 */
export function readRegistry(sheets: readonly Sheet[], answers: RegistryAnswers = {}): RegistryReading {
  const passedOver: PassedOver[] = [];
  const lists: FacilityList[] = [];
  for (const sheet of sheets) {
    const found = sheet.isHidden ? [] : findLists(sheet);
    lists.push(...found);
    if (found.length === 0 && (sheet.isHidden || sheet.rows.length > 0)) {
      const reason = sheet.isHidden ? 'HIDDEN_SHEET' : 'NO_NAME_COLUMN';
      passedOver.push({ sheet: sheet.name, line: null, reason, text: sheet.name ?? '' });
    }
  }
  if (lists.length === 0) return { ...nothingFound(sheets), passedOver };

  const readings = lists.map((list) => readList(list, answers));
  const gathered = gatherRows(readings.flatMap(({ rows }) => rows));
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  const byPlace = (a: Place, b: Place) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.line - b.line;
  const rowProblems = [...readings.flatMap(({ problems }) => problems), ...gathered.problems];
  return {
    rows: gathered.rows,
    rejectedRows: [...readings.flatMap(({ rejected }) => rejected), ...gathered.rejected]
      .sort(byPlace)
      .map(({ sheet, line, name }) => ({ sheet, line, name })),
    problems: [...readings.flatMap(({ headingProblems }) => headingProblems), ...rowProblems.sort(byPlace)],
    fileProblem: null,
    columns: readings.flatMap(({ columns }) => columns),
    passedOver: [...passedOver, ...readings.flatMap((reading) => reading.passedOver)],
  };
}

function nothingFound(sheets: readonly Sheet[]): Omit<RegistryReading, 'passedOver'> {
  const none = { rows: [], rejectedRows: [], columns: [] };
  const visible = sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0);
  const tabular = visible.flatMap(({ name, rows }) =>
    rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1).map((row) => ({ ...row, name })),
  );
  const [first] = tabular;
  if (!first)
    return {
      ...none,
      problems: [],
      fileProblem: tableProblem(visible.length === 0 ? 'TABLE.EMPTY' : 'TABLE.NOT_A_TABLE', null),
    };
  if (first.cells.some((cell) => /^[-+]?[\d,]+(?:\.\d+)?$/.test(cell.normalize('NFKC')))) {
    return { ...none, problems: [], fileProblem: tableProblem('TABLE.HEADER_MISSING', first.line) };
  }
  const missing = {
    sheet: first.name,
    line: first.line,
    column: '事業所名',
    code: 'REGISTRY.COLUMN_MISSING',
    value: '',
  } as const;
  return { ...none, problems: [rowProblem(missing)], fileProblem: null };
}

interface ListReading {
  readonly rows: readonly SingleRow[];
  readonly rejected: readonly RejectedRow[];
  readonly headingProblems: readonly RowProblem[];
  readonly problems: readonly RowProblem[];
  readonly columns: readonly ColumnReading[];
  readonly passedOver: readonly PassedOver[];
}

function readList(list: FacilityList, answers: RegistryAnswers): ListReading {
  const { sheet } = list;
  const passedOver: PassedOver[] = list.titles.map(({ line, text }) => ({ sheet, line, reason: 'TITLE', text }));
  const facilities = sortRows(list, passedOver);
  const {
    columns,
    readings,
    problems: headingProblems,
  } = columnsOf(
    list,
    facilities.map(({ row }) => row),
    answers.fiscalYear ?? null,
  );
  const rows: SingleRow[] = [];
  const rejected: RejectedRow[] = [];
  const problems: RowProblem[] = [];
  for (const { row, section, isUnclear } of facilities) {
    const { line } = row;
    const kind = resolveKind(row, section, list, columns, answers.kinds ?? []);
    const name = row.cells[columns.name.index] ?? '';
    if (kind.is === 'OMITTED') {
      passedOver.push({ sheet, line, reason: 'NOT_A_WORKPLACE', text: `${name}（${kind.because}）` });
      continue;
    }
    const { problems: found, ...values } = readRow(row, columns, kind.is === 'ASKED' ? null : kind.typeCode, sheet);
    const all = [...problemsOfRow(row, list, columns, isUnclear, passedOver), ...found];
    if (all.length === 0) rows.push({ ...values, sheet, line, section, kind, nameColumn: columns.name.heading });
    else rejected.push({ sheet, line, name: values.name });
    problems.push(...all);
  }
  return { rows, rejected, headingProblems, problems, columns: readings, passedOver };
}

/** The same as in the row above. */
const DITTO = /^(?:〃|″|同上|々|”)$/u;

interface SortedRow {
  readonly row: ListRow;
  readonly section: string | null;
  readonly isUnclear: boolean;
}

/** The rows of facilities, each with the section it stands in; all others are passed over, and said. */
function sortRows(list: FacilityList, passedOver: PassedOver[]): SortedRow[] {
  const indices = list.columns.map(({ index }) => index);
  const last = Math.max(...indices);
  let above: readonly string[] = [];
  const numberAt = list.columns.find(({ meaning }) => meaning?.field === 'NUMBER')?.index ?? null;
  const isOwn = new Set(indices);
  let section: string | null = null;
  let kindSection: string | null = null;
  const sorted: SortedRow[] = [];
  for (const listed of list.rows) {
    const row = { ...listed, cells: listed.cells.map((cell, at) => (DITTO.test(cell) ? (above[at] ?? cell) : cell)) };
    const written = row.written.filter((at) => isOwn.has(at) || at > list.lastColumn);
    if (written.length === 0) continue;
    const kind = rowKind(
      row.cells.slice(0, last + 1),
      written.filter((at) => at <= last),
      { nameAt: list.nameColumn.index, numberAt },
    );
    const text = written
      .map((at) => row.cells[at] ?? '')
      .join(' ')
      .slice(0, 200);
    if (kind === 'FACILITY' || kind === 'UNCLEAR') {
      above = row.cells;
      sorted.push({ row, section, isUnclear: kind === 'UNCLEAR' });
      continue;
    }
    if (kind === 'SECTION') {
      const { codes, namesOther } = kindsIn(text);
      // A section that names an area stands inside the one that names a kind.
      if (codes.length > 0 || namesOther) kindSection = text;
      section = kindSection ?? text;
    }
    const reason = kind === 'NUMBERED_BLANK' || kind === 'COLUMN_NUMBERS' ? 'BLANK' : kind;
    passedOver.push({ sheet: list.sheet, line: row.line, reason, text });
  }
  return sorted;
}

/** A lone name among fuller rows may be a section; a figure beyond the last heading is one of a row out of line. */
function problemsOfRow(
  row: ListRow,
  { sheet, columns: all, lastColumn }: FacilityList,
  columns: ListColumns,
  isUnclear: boolean,
  passedOver: PassedOver[],
): RowProblem[] {
  const { line } = row;
  const problems: RowProblem[] = [];
  const headed = all.filter(({ heading }) => heading !== '');
  const last = headed.at(-1);
  const beyond = row.written.filter((at) => at > lastColumn).map((at) => row.cells[at] ?? '');
  const figure = beyond.find((cell) => /^[-+\d,.]+$/.test(cell.normalize('NFKC')));
  if (figure !== undefined) {
    problems.push(
      rowProblem({ sheet, line, column: last?.heading ?? '', code: 'REGISTRY.ROW_TOO_LONG', value: figure }),
    );
  } else if (beyond.length > 0) {
    passedOver.push({ sheet, line, reason: 'WITHOUT_HEADING', text: beyond.join(' ').slice(0, 200) });
  }
  if (isUnclear && headed.length > 1 && columns.capacities.length === 0) {
    const { heading } = columns.name;
    problems.push(
      rowProblem({
        sheet,
        line,
        column: heading,
        code: 'REGISTRY.ROW_UNCLEAR',
        value: row.cells[columns.name.index] ?? '',
      }),
    );
  }
  return problems;
}
