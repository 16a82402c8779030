import type { Cell, LongTable, Row } from './cells.js';

const BYTE_ORDER_MARK = '\uFEFF';
/** What makes a spreadsheet take a text for a formula (OWASP, CSV injection); a blank before it does not help. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const TO_BE_QUOTED = /["\n\r,]|^\s|\s$/;

/** The table as Excel reads it without asking: UTF-8 with its mark, lines that end in CR LF (RFC 4180). */
export async function* csvOf({ headings, portions }: LongTable): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lineOf(headings);
  for await (const rows of portions) yield rows.map(lineOf).join('');
}

function lineOf(row: Row): string {
  return `${row.map(fieldOf).join(',')}\r\n`;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell !== 'string') return cell.day;
  // A number of ours stays a number; what people wrote stays a text.
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return TO_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
