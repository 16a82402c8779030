import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import readWorkbook from 'read-excel-file/universal';
import { type TableProblem, tableProblem } from './table-problem.js';
import { checkZipSize } from './zip-size.js';

export interface TableRow {
  /** The first line of the row in a CSV file, the row number in a workbook; counted from 1. */
  line: number;
  /** One for each header, more when the row is longer; white space around a cell is taken off, an empty one is ''. */
  cells: string[];
}

export interface Table {
  /** As in the file. A heading over several columns stands before each of theirs: `平均工賃 令和5年度 月額`. */
  headers: string[];
  headerLine: number;
  rows: TableRow[];
  format: 'CSV_UTF8' | 'CSV_UTF16' | 'CSV_CP932' | 'XLSX';
}

export type TableReading = { ok: true; table: Table } | { ok: false; problem: TableProblem };

/** Largest file that is read; a prefecture's list is some 100 kB. */
const MAX_BYTES = 10 * 1024 * 1024;

type Grid = { line: number; cells: string[] }[];

/**
 * Reads the first table of a file: CSV or tab-separated text (UTF-8 with or without BOM, UTF-16 with BOM, Shift_JIS as
 * Windows writes it) or an XLSX workbook (the first sheet that holds a table). Titles above the header and empty rows
 * are passed over; a header of several rows is joined into one. Never throws for what is in the file.
 */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length > MAX_BYTES) return refuse('TABLE.TOO_LARGE', null);
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes);
  // PDF; the container of .xls and .doc.
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse('TABLE.NOT_A_TABLE', null);
  }
  const decoded = decode(bytes);
  if (!decoded) return refuse('TABLE.UNDECODABLE', null);
  return readCsv(decoded.text, decoded.format);
}

function readCsv(text: string, format: Table['format']): TableReading {
  if (text.trim() === '') return refuse('TABLE.EMPTY', null);
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) return refuse('TABLE.NOT_A_TABLE', null);
  const lines = text.replace(/\r\n?/g, '\n');
  const firstLine = lines.trimStart().split('\n', 1)[0] ?? '';
  try {
    const records = parse(lines, {
      delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',',
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    let lastLine = 0;
    const grid = records.map(({ info, record }) => {
      const line = lastLine + 1;
      lastLine = info.lines;
      return { line, cells: record.map((cell) => cell.trim()) };
    });
    return tableOf(grid, format);
  } catch (error) {
    return refuse('TABLE.NOT_A_TABLE', lineOf(error));
  }
}

async function readXlsx(bytes: Uint8Array): Promise<TableReading> {
  const size = checkZipSize(bytes);
  if (size !== 'OK') return refuse(size === 'TOO_LARGE' ? 'TABLE.TOO_LARGE' : 'TABLE.NOT_A_TABLE', null);
  let sheets;
  try {
    // This reader unpacks each entry into the size its directory declares, which is what was checked.
    // Copied by `from`: the slice of a Buffer would still be a view into a shared block.
    sheets = await readWorkbook(Uint8Array.from(bytes).buffer);
  } catch {
    // The reader throws errors of many kinds for a broken or foreign ZIP; all of them mean this.
    return refuse('TABLE.NOT_A_TABLE', null);
  }
  const readings = sheets.map(({ data }) =>
    tableOf(
      data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
      'XLSX',
    ),
  );
  return readings.find(({ ok }) => ok) ?? readings[0] ?? refuse('TABLE.EMPTY', null);
}

/** A cell of the workbook as text. A date becomes `2024-04-01`. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function tableOf(grid: Grid, format: Table['format']): TableReading {
  const filled = grid.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return refuse('TABLE.EMPTY', null);
  const headerAt = filled.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2);
  const top = filled[headerAt];
  if (!top) return refuse('TABLE.NOT_A_TABLE', null);
  if (top.cells.some(isNumber)) return refuse('TABLE.HEADER_MISSING', top.line);

  const below = filled.slice(headerAt).map(({ cells }) => cells);
  const headerRows = below.slice(0, countHeaderRows(below));
  const headers = joinHeaders(headerRows);
  const rows = filled.slice(headerAt + headerRows.length).map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: Math.max(headers.length, cells.length) }, (_, column) => cells[column] ?? ''),
  }));
  return { ok: true, table: { headers, headerLine: top.line, rows, format } };
}

/** A header goes on below its first row while rows without a first cell and without numbers name columns it left open. */
function countHeaderRows(grid: readonly (readonly string[])[]): number {
  let count = 1;
  const isOpen = (column: number) => grid.slice(0, count).every((cells) => (cells[column] ?? '') === '');
  for (const [index, cells] of grid.entries()) {
    if (index === 0) continue;
    if ((cells[0] ?? '') !== '' || cells.some(isNumber)) break;
    if (cells.some((cell, column) => cell !== '' && isOpen(column))) count = index + 1;
  }
  return count;
}

function joinHeaders(headerRows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...headerRows.map((cells) => cells.length));
  const at = (row: number, column: number) => headerRows[row]?.[column] ?? '';
  const headings: string[][] = [];
  for (let column = 0; column < width; column++) {
    headings.push(
      headerRows.map((_, row) => {
        const own = at(row, column);
        // A wide heading is written once, in its first column; the columns under it have something further down.
        const isUnderWide =
          own === '' &&
          headerRows.slice(0, row).every((_, above) => at(above, column) === '') &&
          headerRows.some((_, below) => below > row && at(below, column) !== '');
        return isUnderWide ? (headings[column - 1]?.[row] ?? '') : own;
      }),
    );
  }
  return headings.map((parts) => parts.filter((part) => part !== '').join(' '));
}

function isNumber(cell: string): boolean {
  return /^[-+]?[\d,]+(?:\.\d+)?$/.test(cell.normalize('NFKC'));
}

function decode(bytes: Uint8Array): { text: string; format: Table['format'] } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    const text = iconv.decode(buffer, 'utf-16');
    return text.includes('\uFFFD') ? null : { text, format: 'CSV_UTF16' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), format: 'CSV_UTF8' };
  } catch {
    const text = iconv.decode(buffer, 'cp932');
    return text.includes('\uFFFD') ? null : { text, format: 'CSV_CP932' };
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function lineOf(error: unknown): number | null {
  const line = (error as { lines?: unknown }).lines;
  return typeof line === 'number' ? line : null;
}

function refuse(code: TableProblem['code'], line: number | null): { ok: false; problem: TableProblem } {
  return { ok: false, problem: tableProblem(code, line) };
}
