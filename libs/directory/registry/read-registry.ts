import { type RegistryColumn, meaningOfHeader } from './registry-columns.js';
import { type RowProblem, rowProblem } from './registry-problem.js';
import type { Table, TableRow } from './read-table.js';

export interface RegistryWage {
  /** First calendar year of the fiscal year: 令和3年度 is 2021. */
  fiscalYear: number;
  /** Average monthly wage in yen. */
  monthYen?: number;
  /** Average hourly wage in yen. */
  hourYen?: number;
}

export interface RegistryTarget {
  fiscalYear: number;
  /** Target of the average monthly wage in yen. */
  monthYen: number;
}

/** One facility as its prefecture published it. */
export interface RegistryRow {
  line: number;
  /** The number the list gives it; null when it gives none or one that is not a whole number. */
  sourceNumber: number | null;
  name: string;
  capacityPersons: number;
  /** As written; '' when the cell is empty. */
  servicesText: string;
  /** Oldest year first; a year without a figure is not there. */
  wages: RegistryWage[];
  targets: RegistryTarget[];
}

/** A row that stayed out because of its problems, with what could be read of it. */
export interface RejectedRow {
  line: number;
  name: string;
  servicesText: string;
}

export interface RegistryReading {
  rows: RegistryRow[];
  rejectedRows: RejectedRow[];
  /** Problems of the header first, then those of rows by line. */
  problems: RowProblem[];
  /** Headers of columns that were not read, such as addresses. */
  unreadHeaders: string[];
}

export interface RegistryOptions {
  /**
   * First year of the fiscal year of wage columns whose heading names none. Without it such a column is reported and
   * not read; a title above the table is no proof, as it often names the year of publication.
   */
  assumedFiscalYear?: number;
}

const MAX_CAPACITY_PERSONS = 1_000;
const MAX_SOURCE_NUMBER = 2_147_483_647;
const MAX_YEN = 10_000_000;

/** What lists write into the cell of a figure that does not exist. */
const NO_FIGURE = /^(?:[-‐–—―ー−.…*※/]+|なし|無し|該当なし|未設定|未定|新規|新設|休止中?|廃止|n\/?a)$/iu;

type Columns = Map<number, RegistryColumn>;
type Problem = Omit<RowProblem, 'messageJa' | 'messageEn'>;

/**
 * Reads a published facility list. A row with any problem is reported with its line and column and stays out; all
 * other rows go in. When the name or the capacity column is missing, no row goes in and that is the problem.
 * A wage that is empty or marked as not there (`-`, `新規`) is no problem. Decimals of yen are rounded half up.
 */
export function readRegistry(table: Table, options: RegistryOptions = {}): RegistryReading {
  const { columns, problems, unreadHeaders } = readHeaders(table, options);
  const reading: RegistryReading = { rows: [], rejectedRows: [], problems, unreadHeaders };
  if (problems.some(({ code }) => code === 'REGISTRY.COLUMN_MISSING')) return reading;

  const lineOfName = new Map<string, number>();
  for (const tableRow of table.rows) {
    const { row, problems: found } = readRow(tableRow, table.headers, columns);
    const nameKey = row.name.normalize('NFKC').replace(/\s+/gu, '');
    const sameNameLine = lineOfName.get(nameKey);
    if (nameKey !== '' && sameNameLine !== undefined) {
      const column = headerOf(table.headers, columns, 'NAME');
      found.push({ line: row.line, column, code: 'REGISTRY.NAME_DUPLICATE', value: row.name, otherLine: sameNameLine });
    } else if (nameKey !== '') {
      lineOfName.set(nameKey, row.line);
    }
    problems.push(...found.map(rowProblem));
    const { capacityPersons } = row;
    if (found.length === 0 && capacityPersons !== null) reading.rows.push({ ...row, capacityPersons });
    else reading.rejectedRows.push({ line: row.line, name: row.name, servicesText: row.servicesText });
  }
  return reading;
}

function readHeaders(
  table: Table,
  options: RegistryOptions,
): { columns: Columns; problems: RowProblem[]; unreadHeaders: string[] } {
  const columns: Columns = new Map();
  const taken = new Set<string>();
  const problems: RowProblem[] = [];
  const unreadHeaders: string[] = [];

  for (const [index, header] of table.headers.entries()) {
    const meaning = meaningOfHeader(header, options.assumedFiscalYear);
    const identity = JSON.stringify(meaning);
    if (meaning === 'FISCAL_YEAR_MISSING') {
      const problem: Problem = {
        line: table.headerLine,
        column: header,
        code: 'REGISTRY.FISCAL_YEAR_MISSING',
        value: header,
      };
      problems.push(rowProblem(problem));
    }
    // The first of two columns that mean the same is read.
    if (meaning === null || meaning === 'FISCAL_YEAR_MISSING' || taken.has(identity)) {
      if (header !== '') unreadHeaders.push(header);
    } else {
      taken.add(identity);
      columns.set(index, meaning);
    }
  }
  for (const [field, column] of [
    ['NAME', '事業所名'],
    ['CAPACITY', '定員'],
  ] as const) {
    if (headerOf(table.headers, columns, field) !== '') continue;
    problems.push(rowProblem({ line: table.headerLine, column, code: 'REGISTRY.COLUMN_MISSING', value: '' }));
  }
  return { columns, problems, unreadHeaders };
}

type ReadRow = Omit<RegistryRow, 'capacityPersons'> & { capacityPersons: number | null };

function readRow(
  { line, cells }: TableRow,
  headers: readonly string[],
  columns: Columns,
): { row: ReadRow; problems: Problem[] } {
  const row: ReadRow = {
    line,
    sourceNumber: null,
    name: '',
    capacityPersons: null,
    servicesText: '',
    wages: [],
    targets: [],
  };
  const problems: Problem[] = [];
  const wageByYear = new Map<number, RegistryWage>();
  const beyond = cells.slice(headers.length).find((cell) => cell !== '');
  if (beyond !== undefined) {
    problems.push({ line, column: headers.at(-1) ?? '', code: 'REGISTRY.ROW_TOO_LONG', value: beyond });
  }

  for (const [index, column] of columns) {
    const value = cells[index] ?? '';
    const header = headers[index] ?? '';
    const report = (code: Problem['code']) => problems.push({ line, column: header, code, value });
    const figure = (least: number, most: number): number | null => {
      const amount = readNumber(value);
      if (amount === null) return null;
      if (Number.isNaN(amount)) report('REGISTRY.NUMBER_INVALID');
      else if (amount < least || amount > most) report('REGISTRY.NUMBER_OUT_OF_RANGE');
      else return amount;
      return null;
    };
    switch (column.field) {
      case 'NUMBER':
        row.sourceNumber = wholeNumber(value);
        break;
      case 'NAME':
        row.name = value.replace(/\s+/gu, ' ');
        if (row.name === '') report('REGISTRY.NAME_MISSING');
        break;
      case 'CAPACITY':
        if (readNumber(value) === null) report('REGISTRY.CAPACITY_MISSING');
        row.capacityPersons = figure(1, MAX_CAPACITY_PERSONS);
        if (row.capacityPersons !== null && !Number.isInteger(row.capacityPersons)) report('REGISTRY.NUMBER_INVALID');
        break;
      case 'SERVICES':
        row.servicesText = value;
        break;
      case 'TARGET': {
        const yen = figure(0, MAX_YEN);
        if (yen !== null) row.targets.push({ fiscalYear: column.fiscalYear, monthYen: Math.round(yen) });
        break;
      }
      case 'WAGE_MONTH':
      case 'WAGE_HOUR': {
        const yen = figure(0, MAX_YEN);
        if (yen === null) break;
        const wage = wageByYear.get(column.fiscalYear) ?? { fiscalYear: column.fiscalYear };
        wage[column.field === 'WAGE_MONTH' ? 'monthYen' : 'hourYen'] = Math.round(yen);
        wageByYear.set(column.fiscalYear, wage);
      }
    }
  }
  row.wages = [...wageByYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
  row.targets.sort((a, b) => a.fiscalYear - b.fiscalYear);
  return { row, problems };
}

/** `１１，３３３円` → 11333; null for an empty cell or a mark that there is no figure; NaN for other text. */
function readNumber(value: string): number | null {
  const folded = value.normalize('NFKC').replace(/\s+/gu, '');
  if (folded === '' || NO_FIGURE.test(folded)) return null;
  const digits = folded.replace(/^[¥\\]/u, '').replace(/(?:円|人|名)$/u, '');
  if (!/^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u.test(digits)) return Number.NaN;
  return Number(digits.replaceAll(',', ''));
}

function wholeNumber(value: string): number | null {
  const number = readNumber(value);
  return Number.isInteger(number) && Math.abs(number!) <= MAX_SOURCE_NUMBER ? number : null;
}

function headerOf(headers: readonly string[], columns: Columns, field: RegistryColumn['field']): string {
  const found = [...columns].find(([, column]) => column.field === field);
  return found ? (headers[found[0]] ?? '') : '';
}
