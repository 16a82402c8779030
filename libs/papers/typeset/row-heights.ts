import type { Cell, SumsBlock, TableBlock } from '../sheet/sheet.js';
import type { Advances } from './glyphs.js';

/** A table with the measures the template sets it in. */
export interface SizedTable extends TableBlock {
  readonly widthMm: number;
  readonly sizePt: number;
  /** Heading first; null: the typesetter has to find out. */
  readonly rowHeightsPt: readonly (number | null)[];
}

export interface SizedSums extends Omit<SumsBlock, 'byRate'> {
  readonly byRate: SizedTable;
}

/** The measures of `data-table` in parts.typ and of its font; a row is as high as its capitals and the inset. */
const PT_PER_MM = 72 / 25.4;
const INSET_PT = { across: 9, along: 10 };
const TITLE_PT = 8.5;
const DETAIL_PT = 8;
const CAPITALS_EM = 1567 / 2048;
const LEADING_EM = 0.62;
/** What rounding could add up to. */
const SLACK_PT = 0.5;

export function sizeTable(table: TableBlock, widthMm: number, sizePt: number, advances: Advances): SizedTable {
  const leftMm = widthMm - table.columns.reduce((sum, { widthMm: fixed }) => sum + (fixed ?? 0), 0);
  const sharing = table.columns.filter((column) => column.widthMm === null).length;
  const roomsPt = table.columns.map((column) => (column.widthMm ?? leftMm / sharing) * PT_PER_MM - INSET_PT.across);
  const fits = (text: string, column: number, size: number) =>
    widthEm(text, advances) * size + SLACK_PT <= (roomsPt[column] ?? 0);
  // Titles are bold: no letter of either font is wider than an em.
  const isOneLine = table.columns.every(({ title }, column) => title.length * TITLE_PT <= (roomsPt[column] ?? 0));
  const heading = isOneLine ? CAPITALS_EM * TITLE_PT + INSET_PT.along : null;
  return {
    ...table,
    widthMm,
    sizePt,
    rowHeightsPt: [heading, ...table.rows.map((row) => rowHeightPt(row, sizePt, fits))],
  };
}

function rowHeightPt(
  row: readonly Cell[],
  sizePt: number,
  fits: (text: string, column: number, size: number) => boolean,
): number | null {
  const isKnown = row.every(
    ({ text, detail }, column) =>
      text !== '' && fits(text, column, sizePt) && (detail === null || fits(detail, column, DETAIL_PT)),
  );
  if (!isKnown) return null;
  const lineHeightPt = CAPITALS_EM * sizePt + INSET_PT.along;
  const isTwoLines = row.some(({ detail }) => detail !== null);
  return isTwoLines ? lineHeightPt + LEADING_EM * sizePt + CAPITALS_EM * DETAIL_PT : lineHeightPt;
}

/** More than any room has, where a line ends in the text or a character is not in the font. */
function widthEm(text: string, advances: Advances): number {
  let width = 0;
  for (const character of text) width += advances.get(character.codePointAt(0) ?? 0) ?? Number.POSITIVE_INFINITY;
  return width;
}
