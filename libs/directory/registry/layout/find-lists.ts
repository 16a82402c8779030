import type { Sheet, SheetRow } from '../reading/sheet.js';
import { foldText, withoutMarks } from './fold-text.js';
import type { Column, FacilityList, ListRow } from './facility-list.js';
import { isHeadingPart, readHeading } from './heading.js';
import { rowKind } from './row-kind.js';
import { splitSideBySide } from './side-by-side.js';
import { SpanIndex } from './span-index.js';

const MAX_ROWS_OF_HEADINGS = 4;
const TITLE = /一覧|名簿|リスト|現在|作成|更新|時点|様式|別紙|別表|資料|担当課|について|公表|ページ|頁/u;
const GROUP = /工賃|賃金|実績|目標|定員|法人|申請者|設置者|事業所|施設|作業|生産|活動|サービス|所在地|連絡先|計画/u;

/** Whether cells are headings of a list of facilities: one heads names, and one more is known (or there is just one). */
export function isHeadingRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.every((cell) => cell.length > 60)) return false;
  const short = filled.filter((cell) => cell.length <= 300);
  const names = short.map((cell) => readHeading([cell])).filter((heading) => heading?.field === 'NAME');
  if (names.length === 0) return false;
  const others = short.filter(isHeadingPart).length - 1;
  return filled.length === 1
    ? names[0]?.field === 'NAME' && names[0].rank < 3
    : others >= 1 && others * 3 >= filled.length - 1;
}

/** All lists of a sheet, from its top to its bottom. A sheet without a column of names has none. */
export function findLists(sheet: Sheet): FacilityList[] {
  const spans = new SpanIndex(sheet);
  const heads: Head[] = [];
  for (let at = 0; at < sheet.rows.length;) {
    const head = isHeadingRow(sheet.rows[at]?.cells ?? []) ? headAt(sheet, at, spans) : null;
    if (head) heads.push(head);
    at = head ? head.to : at + 1;
  }
  let titlesFrom = 0;
  return heads.flatMap((head, index) => {
    const next = heads[index + 1];
    let until = next?.from ?? sheet.rows.length;
    const titles = sheet.rows.slice(titlesFrom, head.from).map(titleOf);
    // Lone texts between two tables are the title of the lower one.
    if (next) while (until > head.to && next.from - until < 3 && isLone(sheet.rows[until - 1])) until -= 1;
    titlesFrom = until;
    const body = sheet.rows.slice(head.to, until).map((row) => bodyRow(row, spans));
    const lastColumn = head.columns.findLast(({ heading }) => heading !== '')?.index ?? 0;
    const list = { sheet: sheet.name, headingLine: head.line, lastColumn, titles, rows: body };
    return splitSideBySide(head.columns).map((columns) => ({ ...list, columns, nameColumn: nameColumnOf(columns) }));
  });
}

/** The surest column of names. */
function nameColumnOf(columns: readonly Column[]): Column {
  const rank = ({ meaning }: Column) => (meaning?.field === 'NAME' ? meaning.rank : Number.POSITIVE_INFINITY);
  return columns.reduce((best, column) => (rank(column) < rank(best) ? column : best));
}

interface Head {
  /** Index of the first row of headings, and of the first row behind them. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly columns: readonly Column[];
}

function headAt(sheet: Sheet, first: number, spans: SpanIndex): Head | null {
  let main = first;
  // Where two rows running have a heading for names, the upper one groups the columns of the lower one.
  while (main - first < MAX_ROWS_OF_HEADINGS && follows(sheet, main) && isHeadingRow(sheet.rows[main + 1]?.cells ?? []))
    main += 1;
  let from = first;
  while (
    first - from < 2 &&
    from > 0 &&
    follows(sheet, from - 1) &&
    isGroupRow(sheet.rows[from - 1], sheet.rows[main], spans)
  )
    from -= 1;
  const nameAt = nameIndex(sheet.rows[main]?.cells ?? []);
  let to = main + 1;
  while (to - main < MAX_ROWS_OF_HEADINGS && isSubRow(sheet.rows[to], sheet.rows.slice(from, to), nameAt, spans))
    to += 1;
  const headings = headingsOf(sheet.rows.slice(from, to), main - from, spans);
  const columns = headings.map((parts, index) => ({
    index,
    heading: parts.filter((part, at) => part !== '' && part !== parts[at - 1]).join(' '),
    own: parts.filter((part) => part !== '').at(-1) ?? '',
    meaning: readHeading(parts),
  }));
  if (!columns.some(({ meaning }) => meaning?.field === 'NAME')) return null;
  return { from, to, line: sheet.rows[main]?.line ?? 1, columns };
}

function follows({ rows }: Sheet, at: number): boolean {
  return (rows[at + 1]?.line ?? Number.POSITIVE_INFINITY) - (rows[at]?.line ?? 0) <= 3;
}

function nameIndex(cells: readonly string[]): number {
  return cells.findIndex((cell) => readHeading([cell])?.field === 'NAME');
}

/** A row above the headings that groups their columns, such as 令和5年度実績 over 月額 and 時給; not a title. */
function isGroupRow(row: SheetRow | undefined, main: SheetRow | undefined, spans: SpanIndex): boolean {
  if (!row || !main) return false;
  const filled = row.cells.flatMap((cell, at) => (cell === '' ? [] : [{ cell, at }]));
  const groups = filled.filter(({ cell, at }) => isGroup(cell) && spans.widthAt(row.line, at) < main.cells.length);
  if (groups.length === 0 || filled.some(({ cell }) => cell.length > 60)) return false;
  const [first] = filled;
  if (filled.length === 1 && first?.at === 0) return spans.widthAt(row.line, 0) > 1;
  return groups.length * 2 >= filled.length;
}

function isGroup(cell: string): boolean {
  const folded = foldText(withoutMarks(cell));
  return folded.length <= 40 && GROUP.test(folded) && !TITLE.test(folded);
}

/** A row below the headings that goes on with them: nothing under the heading of names, and columns named that were open. */
function isSubRow(row: SheetRow | undefined, above: readonly SheetRow[], nameAt: number, spans: SpanIndex): boolean {
  const top = above.at(-1);
  if (!row || !top || row.line - top.line > 2) return false;
  const filled = row.cells.flatMap((cell, at) => (cell === '' ? [] : [{ cell, at }]));
  if (filled.length === 0 || isHeadingRow(row.cells)) return false;
  if (spans.covers(top.line, nameAt, row.line)) return true;
  if ((row.cells[nameAt] ?? '') !== '') return false;
  const isUnits = filled.every(({ cell }) =>
    /^[(（［[]?(?:円|人|名|千円|日|単位.*)[)）］\]]?(?:\/月|\/時間)?$/u.test(cell.normalize('NFKC')),
  );
  const opens = filled.some(({ at }) => above.every(({ cells }) => (cells[at] ?? '') === ''));
  const isUnderWide = filled.some(
    ({ at }) => (top.cells[at] ?? '') !== '' && (top.cells[at + 1] ?? '') === '' && (row.cells[at + 1] ?? '') !== '',
  );
  const nameWork = filled.length > 1 && filled.every(({ cell, at }) => cell.length <= 15 && isUnderServices(top, at));
  return isUnits || ((opens || isUnderWide) && (nameWork || filled.every(({ cell }) => isHeadingPart(cell))));
}

/** Whether the wide heading over a column is one of services: a list with a column for each kind of work. */
function isUnderServices({ cells }: SheetRow, column: number): boolean {
  const over = cells.slice(0, column + 1).findLast((cell) => cell !== '') ?? '';
  return readHeading([over])?.field === 'SERVICES';
}

/** Of each column its headings from the top down, `''` where a row has none for it. */
function headingsOf(rows: readonly SheetRow[], mainAt: number, spans: SpanIndex): string[][] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const at = (row: number, column: number) => rows[row]?.cells[column] ?? '';
  const headings: string[][] = [];
  for (let column = 0; column < width; column++) {
    headings.push(
      rows.map(({ line }, row) => {
        const own = at(row, column);
        if (own !== '') return row < mainAt && !isGroup(own) && readHeading([own]) === null ? '' : own;
        const merged = spans.valueAt(line, column);
        if (merged !== null) return merged;
        // A wide heading is written once, in its first column; the columns under it have something further down.
        const hasBelow = rows.some((_, below) => below > row && at(below, column) !== '');
        const isOpenAbove = rows.slice(0, row).every((_, above) => at(above, column) === '' || above < mainAt);
        const left = headings[column - 1]?.[row] ?? '';
        if (!hasBelow || !isOpenAbove || spans.hasMergedAt(line, column - 1)) return '';
        return row < mainAt || row < rows.length - 1 ? left : '';
      }),
    );
  }
  return headings;
}

function isLone(row: SheetRow | undefined): boolean {
  const filled = row?.cells.filter((cell) => cell !== '') ?? [];
  return (
    filled.length === 1 &&
    !/^[\d,.]+$/.test(filled[0] ?? '') &&
    rowKind(filled, [0], { nameAt: 0, numberAt: null }) !== 'NOTE'
  );
}

function titleOf({ line, cells }: SheetRow): { line: number; text: string } {
  return {
    line,
    text: cells
      .filter((cell) => cell !== '')
      .join(' ')
      .slice(0, 200),
  };
}

function bodyRow({ line, cells }: SheetRow, spans: SpanIndex): ListRow {
  const written = cells.flatMap((cell, at) => (cell === '' ? [] : [at]));
  return { line, written, cells: spans.passDown(line, cells) };
}
