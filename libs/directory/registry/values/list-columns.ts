import type { Column, FacilityList, ListRow } from '../layout/facility-list.js';
import type { Heading } from '../layout/heading.js';
import { isKindPhrase, kindsIn } from '../layout/kinds.js';
import { readNumber } from './read-number.js';
import { rowProblem, type RowProblem } from './registry-problem.js';

type CapacityHeading = Extract<Heading, { field: 'CAPACITY' }>;

/** Which column of a list holds what. */
export interface ListColumns {
  readonly name: Column;
  readonly number: Column | null;
  readonly facilityNumber: Column | null;
  readonly corporation: Column | null;
  readonly municipality: Column | null;
  readonly addresses: readonly Column[];
  readonly services: readonly Column[];
  readonly kind: Column | null;
  readonly capacities: readonly (Column & { readonly meaning: CapacityHeading })[];
  readonly wages: readonly WageColumn[];
}

export interface WageColumn {
  readonly column: Column;
  readonly target: 'monthYen' | 'hourYen' | 'targetMonthYen';
  readonly fiscalYear: number;
  readonly factor: number;
}

/** How a column was understood, for the person who looks at a dry run. */
export interface ColumnReading {
  readonly sheet: string | null;
  readonly line: number;
  readonly heading: string;
  /**
   * A field of the directory (`name`, `capacityPersons`, `wage.2023.monthYen`), or why it is not stored: `NO_PLACE` (a
   * figure the directory does not keep, such as yearly totals), `OLD_FORMULA`, `SECOND` (another column says the same),
   * `NOT_KEPT` (addresses for mail and the like), `UNKNOWN`.
   */
  readonly meaning: string;
  readonly isStored: boolean;
}

/** Averages of a month between these are borne out when the heading does not say that they are. */
const PLAUSIBLE_MONTH_YEN = [3_000, 200_000] as const;
const MIN_MONTH_YEN = 500;
const MAX_HOUR_YEN = 5_000;

/**
 * Decides what each column of a list holds: by its heading, and where that leaves it open by what most of its cells hold.
 * @param assumedFiscalYear of wages whose heading names no year
 */
export function columnsOf(
  list: FacilityList,
  rows: readonly ListRow[],
  assumedFiscalYear: number | null,
): { columns: ListColumns; readings: ColumnReading[]; problems: RowProblem[]; columnsWithoutYear: Column[] } {
  const problems: RowProblem[] = [];
  const columnsWithoutYear: Column[] = [];
  const meaningOf = new Map<Column, { meaning: string; isStored: boolean }>();
  const decide = (column: Column, meaning: string, isStored: boolean) => meaningOf.set(column, { meaning, isStored });
  const taken = new Map<string, Column>();
  const take = (field: string, column: Column): boolean => {
    if (taken.has(field)) {
      decide(column, 'SECOND', false);
      return false;
    }
    taken.set(field, column);
    decide(column, field, true);
    return true;
  };

  take('name', list.nameColumn);
  const services: Column[] = [];
  const addresses: Column[] = [];
  const capacities: ListColumns['capacities'][number][] = [];
  const wages: { column: Column; heading: Extract<Heading, { field: 'WAGE' }> }[] = [];
  let kind: Column | null = null;
  for (const column of list.columns) {
    if (column === list.nameColumn) continue;
    const field = fieldByContent(column, rows);
    switch (field) {
      case 'KIND':
        if (take('typeCode', column)) kind = column;
        break;
      case 'SERVICES':
        services.push(column);
        decide(column, 'servicesText', true);
        break;
      case 'ADDRESS':
        addresses.push(column);
        decide(column, 'address', true);
        break;
      case 'CAPACITY':
        capacities.push({ ...column, meaning: column.meaning as CapacityHeading });
        decide(column, 'capacityPersons', !(column.meaning as CapacityHeading).isOfOthers);
        break;
      case 'WAGE':
        wages.push({ column, heading: column.meaning as Extract<Heading, { field: 'WAGE' }> });
        break;
      case 'NUMBER':
        take('registryNumber', column);
        break;
      case 'FACILITY_NUMBER':
        take('facilityNumber', column);
        break;
      case 'CORPORATION':
        take('corporationName', column);
        break;
      case 'MUNICIPALITY':
        take('municipality', column);
        break;
      case 'NAME':
        decide(column, 'SECOND', false);
        break;
      case 'OTHER':
        decide(column, 'NOT_KEPT', false);
        break;
      case null:
        if (column.heading !== '') decide(column, 'UNKNOWN', false);
    }
  }

  const wageColumns = new Map<string, WageColumn>();
  // The formula that holds goes before the one it replaced, a stated measure before a supposed one.
  const bySurety = [...wages].sort(
    (a, b) =>
      Number(a.heading.isOldFormula) - Number(b.heading.isOldFormula) ||
      Number(b.heading.isMeasureStated) - Number(a.heading.isMeasureStated),
  );
  for (const { column, heading } of bySurety) {
    const target = placeOf(heading);
    const fiscalYear = heading.fiscalYear ?? assumedFiscalYear;
    const place = { sheet: list.sheet, line: list.headingLine, column: column.heading };
    if (target === null) {
      decide(column, 'NO_PLACE', false);
    } else if (!isBorneOut(target, heading.isMeasureStated, figuresOf(column, rows, heading.factor))) {
      const value = rows.map(({ cells }) => cells[column.index] ?? '').find((cell) => cell !== '') ?? '';
      problems.push(rowProblem({ ...place, code: 'REGISTRY.WAGE_UNIT_UNCLEAR', value }));
      decide(column, 'NO_PLACE', false);
    } else if (fiscalYear === null) {
      problems.push(rowProblem({ ...place, code: 'REGISTRY.FISCAL_YEAR_MISSING', value: column.heading }));
      columnsWithoutYear.push(column);
      decide(column, 'UNKNOWN', false);
    } else if (wageColumns.has(`${fiscalYear}.${target}`)) {
      decide(column, heading.isOldFormula ? 'OLD_FORMULA' : 'SECOND', false);
    } else {
      wageColumns.set(`${fiscalYear}.${target}`, { column, target, fiscalYear, factor: heading.factor });
      decide(column, `wage.${fiscalYear}.${target}`, true);
    }
  }
  const columns: ListColumns = {
    name: list.nameColumn,
    number: taken.get('registryNumber') ?? null,
    facilityNumber: taken.get('facilityNumber') ?? null,
    corporation: taken.get('corporationName') ?? null,
    municipality: taken.get('municipality') ?? null,
    addresses,
    services,
    kind,
    capacities,
    wages: [...wageColumns.values()],
  };
  const readings = list.columns.flatMap((column) => {
    const decided = meaningOf.get(column);
    return decided ? [{ sheet: list.sheet, line: list.headingLine, heading: column.heading, ...decided }] : [];
  });
  return { columns, readings, problems, columnsWithoutYear };
}

/** The place a figure about wages has in the directory; null when it has none. */
function placeOf({ measure, isTarget }: Extract<Heading, { field: 'WAGE' }>): WageColumn['target'] | null {
  if (measure === 'MONTH' || measure === 'UNSTATED') return isTarget ? 'targetMonthYen' : 'monthYen';
  return measure === 'HOUR' && !isTarget ? 'hourYen' : null;
}

function figuresOf(column: Column, rows: readonly ListRow[], factor: number): number[] {
  return rows
    .map(({ cells }) => readNumber(cells[column.index] ?? ''))
    .flatMap((figure) => (typeof figure === 'number' && figure !== 0 ? [figure * factor] : []))
    .sort((a, b) => a - b);
}

/** Whether the middle one of the figures can be what the heading says, or lets suppose. */
function isBorneOut(target: WageColumn['target'], isStated: boolean, figures: readonly number[]): boolean {
  const middle = figures[Math.floor(figures.length / 2)];
  if (middle === undefined) return true;
  if (target === 'hourYen') return middle <= MAX_HOUR_YEN;
  return isStated ? middle >= MIN_MONTH_YEN : middle >= PLAUSIBLE_MONTH_YEN[0] && middle <= PLAUSIBLE_MONTH_YEN[1];
}

/** 区分, サービス内容 and unlabelled columns head different things: what most cells hold decides. */
function fieldByContent({ index, heading, meaning }: Column, rows: readonly ListRow[]): Heading['field'] | null {
  const field = meaning?.field ?? null;
  if (field !== 'KIND' && field !== 'SERVICES' && field !== null) return field;
  const filled = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  if (field === 'KIND') {
    const named = share((cell) => cell.length <= 200 && isAboutKinds(cell));
    if (named >= 0.5) return 'KIND';
    return /内容|サービス名|事業名/u.test(heading) && filled.length > 0 ? 'SERVICES' : 'OTHER';
  }
  const phrases = share(isKindPhrase);
  if (field === 'SERVICES') return phrases >= 0.5 ? 'KIND' : 'SERVICES';
  return phrases >= 0.8 ? 'KIND' : null;
}

function isAboutKinds(cell: string): boolean {
  const { codes, namesOther } = kindsIn(cell);
  return codes.length > 0 || namesOther;
}
