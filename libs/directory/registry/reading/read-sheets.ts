import { decodeText } from './decode-text.js';
import { LIMITS } from './limits.js';
import { readDelimited } from './read-delimited.js';
import { readWorkbook } from './read-workbook.js';
import type { Sheet } from './sheet.js';
import { type TableProblem, tableProblem, UnreadableTable } from './table-problem.js';

export type SheetsReading =
  { readonly ok: true; readonly sheets: readonly Sheet[] } | { readonly ok: false; readonly problem: TableProblem };

const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * Reads a file that people keep lists in: text with delimiters in the encodings of Japan, Excel of any age,
 * OpenDocument, or an HTML table under the name of a workbook. Never throws for what is in the file. Takes its time: call
 * it apart from the event loop for a file of somebody else's.
 * @param hasHeading whether cells are a row of headings, which tells what a text is parted by
 */
export function readSheets(bytes: Uint8Array, hasHeading: (cells: readonly string[]) => boolean): SheetsReading {
  try {
    return { ok: true, sheets: sheetsOf(bytes, hasHeading) };
  } catch (error) {
    if (error instanceof UnreadableTable) return { ok: false, problem: tableProblem(error.code, error.line) };
    throw error;
  }
}

function sheetsOf(bytes: Uint8Array, hasHeading: (cells: readonly string[]) => boolean): Sheet[] {
  if (bytes.length > LIMITS.bytes) throw new UnreadableTable('TABLE.TOO_LARGE');
  if (startsWith(bytes, PDF)) throw new UnreadableTable('TABLE.NOT_A_TABLE');
  const sheets =
    startsWith(bytes, ZIP) || startsWith(bytes, OLD_OFFICE) ? readWorkbook(bytes) : sheetsOfText(bytes, hasHeading);
  if (sheets.every(({ rows, isHidden }) => rows.length === 0 && !isHidden)) throw new UnreadableTable('TABLE.EMPTY');
  return sheets;
}

function sheetsOfText(bytes: Uint8Array, hasHeading: (cells: readonly string[]) => boolean): Sheet[] {
  const text = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|table|\?xml)/iu.test(text.slice(0, 1000))) return readWorkbook(text);
  return [{ name: null, isHidden: false, rows: readDelimited(text, hasHeading), spans: [] }];
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
