import { LIMITS } from './limits.js';
import type { SheetRow } from './sheet.js';
import { UnreadableTable } from './table-problem.js';

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** How much of a file is looked at to find its delimiter. */
const SAMPLE = 20_000;

/**
 * The rows of a text with delimiters: the one of comma, tab, semicolon and bar under which most rows have as many cells.
 * A cell in quotes may hold delimiters and line ends. A quote in any other place is a character: a stray one never
 * swallows the rows behind it. One pass over the text.
 * @throws UnreadableTable TABLE.TOO_LARGE
 */
export function readDelimited(text: string, hasHeading: (cells: readonly string[]) => boolean): SheetRow[] {
  const sample = text.slice(0, SAMPLE);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: -1 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(parse(sample, delimiter), hasHeading);
    if (score > best.score) best = { delimiter, score };
  }
  return parse(text, best.delimiter);
}

/** A row of headings is the surest sign; then that rows have the same number of cells, more than one. */
function scoreOf(rows: readonly SheetRow[], hasHeading: (cells: readonly string[]) => boolean): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const alike = Math.max(0, ...counts.values());
  const isHeaded = rows.some(({ cells }) => cells.length > 1 && hasHeading(cells));
  return (isHeaded ? 1_000_000 : 0) + alike;
}

function parse(text: string, delimiter: string): SheetRow[] {
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let filled = 0;
  const endRow = () => {
    if (cells.some((cell) => cell !== '')) {
      rows.push({ line: rowLine, cells });
      filled += cells.length;
      if (rows.length > LIMITS.rows || cells.length > LIMITS.columns || filled > LIMITS.cells) {
        throw new UnreadableTable('TABLE.TOO_LARGE', rowLine);
      }
    }
    cells = [];
    line += 1;
    rowLine = line;
  };
  let at = 0;
  while (at < text.length) {
    const quoted = text.charAt(at) === '"' ? quotedCell(text, at, delimiter) : null;
    const end = quoted ? quoted.end : endOfCell(text, at, delimiter);
    cells.push(cellText(quoted ? quoted.value : text.slice(at, end)));
    if (quoted) line += quoted.lineEnds;
    if (end >= text.length) break;
    if (text.charAt(end) === '\n') endRow();
    // A delimiter that ends the file has an empty cell behind it, which nobody misses.
    at = end + 1;
  }
  endRow();
  return rows;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== delimiter && text.charAt(at) !== '\n') at += 1;
  return at;
}

/** The cell in quotes that begins at `from`; null when its quotes are not those of a cell. */
function quotedCell(
  text: string,
  from: number,
  delimiter: string,
): { value: string; end: number; lineEnds: number } | null {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - from > LIMITS.cellCharacters * 2) return null;
    if (text.charAt(quote + 1) === '"') {
      at = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text.charAt(end) === ' ' && delimiter !== ' ') end += 1;
    if (end < text.length && text.charAt(end) !== delimiter && text.charAt(end) !== '\n') return null;
    const written = text.slice(from + 1, quote);
    return { value: written.replaceAll('""', '"'), end, lineEnds: written.split('\n').length - 1 };
  }
}

/** Without white space around it, and without the `="…"` or `'` that keeps spreadsheets from working it out. */
export function cellText(cell: string): string {
  if (cell.length > LIMITS.cellCharacters) throw new UnreadableTable('TABLE.TOO_LARGE');
  const text = trimCell(cell);
  const guarded = /^=\s*"((?:[^"]|"")*)"$/u.exec(text)?.[1];
  if (guarded !== undefined) return trimCell(guarded.replaceAll('""', '"'));
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}

/** White space and characters without width at both ends are nothing to anybody. */
function trimCell(text: string): string {
  const isBlank = (at: number) => /[\s\u200B-\u200F\u2060\uFEFF\u00AD]/u.test(text.charAt(at));
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(from)) from += 1;
  while (to > from && isBlank(to - 1)) to -= 1;
  return text.slice(from, to);
}
