import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { LIMITS } from './limits.js';
import { cellText } from './read-delimited.js';
import type { Sheet, SheetRow, Span } from './sheet.js';
import { UnreadableTable } from './table-problem.js';
import { requireSmallZip } from './unpacked-size.js';

const OPTIONS = { cellDates: true, cellFormula: false, cellHTML: false, cellStyles: false, bookVBA: false } as const;

/**
 * The sheets of a workbook: Excel of any age, OpenDocument, or a table in HTML under the name of a workbook (as text).
 * Cells are read one by one where they are, so that a single cell far out costs nothing.
 * @throws UnreadableTable
 */
export function readWorkbook(content: Uint8Array | string): Sheet[] {
  const book = parse(content);
  if (book.SheetNames.length > LIMITS.sheets) throw new UnreadableTable('TABLE.TOO_LARGE');
  const budget = { rows: LIMITS.rows, cells: LIMITS.cells, characters: LIMITS.characters, merged: LIMITS.mergedCells };
  return book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (!sheet) return { name, isHidden, rows: [], spans: [] };
    const rows = isHidden ? [] : rowsOf(sheet, budget);
    return { name, isHidden, rows, spans: isHidden ? [] : spansOf(sheet, budget) };
  });
}

function parse(content: Uint8Array | string): WorkBook {
  try {
    if (typeof content === 'string') return read(content, { ...OPTIONS, type: 'string' });
    if (content[0] === 0x50) requireSmallZip(content);
    return read(content, { ...OPTIONS, type: 'array' });
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    // The library throws errors of many kinds for a broken or foreign file; apart from this one all mean the same.
    const isEncrypted = error instanceof Error && /password|encrypt/iu.test(error.message);
    throw new UnreadableTable(isEncrypted ? 'TABLE.ENCRYPTED' : 'TABLE.NOT_A_TABLE');
  }
}

interface Budget {
  rows: number;
  cells: number;
  characters: number;
  merged: number;
}

function rowsOf(sheet: WorkSheet, budget: Budget): SheetRow[] {
  const byLine = new Map<number, string[]>();
  for (const [address, cell] of Object.entries(sheet)) {
    const place = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
    if (!place) continue;
    const text = textOf(cell as CellObject);
    if (text === '') continue;
    const line = Number(place[2]);
    const column = columnOf(place[1] ?? '');
    budget.cells -= 1;
    budget.characters -= text.length;
    if (column >= LIMITS.columns || budget.cells < 0 || budget.characters < 0) {
      throw new UnreadableTable('TABLE.TOO_LARGE', line);
    }
    let cells = byLine.get(line);
    if (!cells) {
      budget.rows -= 1;
      if (budget.rows < 0) throw new UnreadableTable('TABLE.TOO_LARGE', line);
      byLine.set(line, (cells = []));
    }
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return [...byLine].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }));
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** A cell as text. A date becomes `2024-04-01`; a number with leading zeros to the eye keeps them. */
function textOf({ t: kind, v: value, w: shown }: CellObject): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if (kind === 'e') return shown ?? '#N/A';
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'number') {
    if (shown !== undefined && /^0\d+$/.test(shown)) return shown;
    // What binary fractions add behind the fifteenth digit is not in the file.
    return String(Number(value.toPrecision(15)));
  }
  return typeof value === 'boolean' ? String(value) : '';
}

/** The library gives dates in local time. */
function dateText(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function spansOf(sheet: WorkSheet, budget: Budget): Span[] {
  return (sheet['!merges'] ?? []).map(({ s: from, e: to }) => {
    const span = { top: from.r + 1, bottom: to.r + 1, left: from.c, right: Math.min(to.c, LIMITS.columns) };
    budget.merged -= (Math.min(span.bottom - span.top, LIMITS.rows) + 1) * (span.right - span.left + 1);
    if (budget.merged < 0) throw new UnreadableTable('TABLE.TOO_LARGE', span.top);
    return span;
  });
}
