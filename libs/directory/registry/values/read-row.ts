import type { Column, ListRow } from '../layout/facility-list.js';
import { withoutInvisible } from '../layout/fold-text.js';
import { readFacilityNumber } from './fold-name.js';
import type { ListColumns } from './list-columns.js';
import { readNumber } from './read-number.js';
import { rowProblem, type RowProblem } from './registry-problem.js';

export interface RegistryWage {
  /** First calendar year of the fiscal year: 令和3年度 is 2021. */
  readonly fiscalYear: number;
  /** Average wage of a month, of an hour, and the target of the month, in yen; null: the list gives none. */
  readonly monthYen: number | null;
  readonly hourYen: number | null;
  readonly targetMonthYen: number | null;
}

/** What one row says of a facility. */
export interface RowValues {
  readonly sourceNumber: number | null;
  readonly facilityNumber: string | null;
  readonly name: string;
  readonly corporationName: string | null;
  /** With the municipality in front. */
  readonly address: string | null;
  /** null: to be filled in, as the list has none. */
  readonly capacityPersons: number | null;
  /** Each service or list of services as its cell has it. */
  readonly services: readonly string[];
  /** Oldest year first; a year without a figure is not there. */
  readonly wages: readonly RegistryWage[];
  readonly problems: readonly RowProblem[];
}

const MAX_CAPACITY_PERSONS = 1_000;
const MAX_SOURCE_NUMBER = 2_147_483_647;
const MAX_YEN = 10_000_000;
const MAX_NAME = 200;
const MAX_SERVICES = 4_000;

const TICK = /^[○◯〇●◎レ✓✔☑■★1１]$/u;
const NO_TEXT = /^(?:[-‐‑–—―ー−ｰ.…*×✕/／]+|なし|無し?|該当なし|特になし|未定|未回答)$/u;
const CELL_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/u;
/** Private use, and what stands for a character that was lost. */
const UNREADABLE = /[\uE000-\uF8FF\uFFFD\u{F0000}-\u{10FFFD}]/u;

/** Reads the cells of one row. `typeCode` decides among capacities of different kinds; null: not known. */
export function readRow(row: ListRow, columns: ListColumns, typeCode: string | null, sheet: string | null): RowValues {
  const problems: RowProblem[] = [];
  const report = (column: Column, code: RowProblem['code'], value: string) => {
    problems.push(rowProblem({ sheet, line: row.line, column: column.heading, code, value }));
  };
  const cell = (column: Column | null) => (column ? (row.cells[column.index] ?? '') : '');
  const text = (column: Column | null, max: number): string => {
    const value = cell(column);
    if (!column || value === '') return '';
    if (CELL_ERROR.test(value)) report(column, 'REGISTRY.CELL_ERROR', value);
    else if (UNREADABLE.test(value)) report(column, 'REGISTRY.CHARACTER_UNREADABLE', value);
    else if (value.length > max) report(column, 'REGISTRY.TEXT_TOO_LONG', value);
    return value;
  };
  const line = (column: Column | null) => withoutInvisible(text(column, MAX_NAME)).replace(/\s+/gu, ' ').trim();
  const figure = (column: Column, min: number, max: number, factor = 1): number | null => {
    const value = cell(column);
    const amount = readNumber(value);
    if (amount === null) return null;
    if (typeof amount === 'string')
      report(column, CELL_ERROR.test(value) ? 'REGISTRY.CELL_ERROR' : `REGISTRY.NUMBER_${amount}`, value);
    else if (amount * factor < min || amount * factor > max) report(column, 'REGISTRY.NUMBER_OUT_OF_RANGE', value);
    else return amount * factor;
    return null;
  };

  const name = line(columns.name);
  if (name === '') report(columns.name, 'REGISTRY.NAME_MISSING', '');
  const number = readNumber(cell(columns.number));
  return {
    name,
    sourceNumber:
      typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= MAX_SOURCE_NUMBER ? number : null,
    facilityNumber: readFacilityNumber(cell(columns.facilityNumber)),
    corporationName: line(columns.corporation) || null,
    address: addressOf(line(columns.municipality), columns.addresses.map(line)),
    capacityPersons: readCapacity(columns, typeCode, cell, figure, report),
    services: columns.services.flatMap((column) => servicesOf(column, text(column, MAX_SERVICES))),
    wages: wagesOf(columns, (column, factor) => figure(column, 0, MAX_YEN, factor)),
    problems,
  };
}

function addressOf(municipality: string, parts: readonly string[]): string | null {
  const address = parts.filter((part) => part !== '' && !NO_TEXT.test(part)).join('');
  const whole = address.includes(municipality) ? address : municipality + address;
  return whole === '' ? null : whole;
}

/** A cell of services; a tick in a column that is headed by a service names that service. */
function servicesOf({ heading, own }: Column, value: string): string[] {
  if (value === '' || NO_TEXT.test(value)) return [];
  if (!TICK.test(value)) return [value];
  return own !== heading ? [own] : [];
}

function wagesOf(columns: ListColumns, figure: (column: Column, factor: number) => number | null): RegistryWage[] {
  const byYear = new Map<number, RegistryWage>();
  for (const { column, target, fiscalYear, factor } of columns.wages) {
    const yen = figure(column, factor);
    if (yen === null) continue;
    const before = byYear.get(fiscalYear) ?? { fiscalYear, monthYen: null, hourYen: null, targetMonthYen: null };
    byYear.set(fiscalYear, { ...before, [target]: Math.round(yen) });
  }
  return [...byYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
}

/**
 * The 定員 of the facility: of its kind where the list has one for each, else of the whole. Two columns of the same
 * standing with different figures are a problem, never a choice.
 */
function readCapacity(
  columns: ListColumns,
  typeCode: string | null,
  cell: (column: Column) => string,
  figure: (column: Column, min: number, max: number) => number | null,
  report: (column: Column, code: RowProblem['code'], value: string) => void,
): number | null {
  const ofKind = columns.capacities.filter(
    ({ meaning }) => typeCode !== null && meaning.kinds.length === 1 && meaning.kinds[0] === typeCode,
  );
  const ofWhole = columns.capacities.filter(({ meaning }) => meaning.kinds.length === 0 && !meaning.isOfOthers);
  const ofWork = columns.capacities.filter(({ meaning }) =>
    meaning.kinds.some((kind) => ['A_TYPE', 'B_TYPE', 'TRANSITION'].includes(kind)),
  );
  const candidates =
    ofKind.length > 0 ? ofKind : ofWhole.length > 0 ? ofWhole : typeCode === null ? filledOnly(ofWork, cell) : [];
  const [first] = candidates;
  // None for its kind: to be filled in. Several kinds while nobody knows which it is: after the answer.
  if (!first || (ofKind.length === 0 && ofWhole.length === 0 && candidates.length > 1)) return null;
  const filled = filledOnly(candidates, cell);
  if (filled.length === 0) {
    report(first, 'REGISTRY.CAPACITY_MISSING', cell(first));
    return null;
  }
  const figures = filled.map((column) => figure(column, 1, MAX_CAPACITY_PERSONS));
  const [persons = null] = figures;
  if (persons === null) return null;
  if (figures.some((other) => other !== null && other !== persons)) {
    report(first, 'REGISTRY.VALUES_CONFLICT', figures.join(' / '));
    return null;
  }
  if (!Number.isInteger(persons)) report(first, 'REGISTRY.NUMBER_INVALID', cell(first));
  return persons;
}

function filledOnly<C extends Column>(columns: readonly C[], cell: (column: Column) => string): C[] {
  return columns.filter((column) => readNumber(cell(column)) !== null);
}
