import { divideRounded } from '#yui/money';
import { ACTIVITY_GROUPS, MAIN_ACTIVITIES } from '#yui/wages';
import { type ReportCell, reportCell, type ReportRow, type ReportTable, yearColumn } from '../tables/report-table.js';

/** Facilities of a fiscal year that are alike in `key`, and what they paid on average. Sums, so that groups can be joined. */
export interface WageGroup {
  readonly fiscalYear: number;
  /** null: not known. */
  readonly key: string | null;
  readonly facilities: number;
  readonly monthYenSum: number;
}

/** A fiscal year of all facilities. */
export interface WageYearSums {
  readonly fiscalYear: number;
  /** With a figure. */
  readonly facilities: number;
  readonly monthYenSum: number;
  readonly withoutFigure: number;
  readonly hourly: number;
  readonly hourYenSum: number;
  readonly withTarget: number;
  readonly targetYenSum: number;
  /** Of returns alone: what was paid, and average users × months in tenths. */
  readonly totalYen: number;
  readonly userMonthTenths: number;
  /** The target of the prefecture; null: none recorded. */
  readonly prefectureTargetYen: number | null;
}

/** Bands of 10,000 yen; the last is open above. */
export const BAND_YEN = 10_000;
export const BANDS = 6;
export const THRESHOLDS_YEN = [10_000, 15_000, 20_000, 30_000, 40_000, 50_000] as const;

const UNKNOWN = 'UNKNOWN';

export const meanOf = (sum: number, count: number): number | null =>
  count > 0 ? Number(divideRounded(BigInt(sum), BigInt(count), 'NEAREST')) : null;

/** Counts of facilities by group and year, with a total. `keys` first, in their order; then those that are not known. */
export function countTable(
  groups: readonly WageGroup[],
  years: readonly number[],
  keys: readonly string[],
  withTotal: boolean,
): ReportTable {
  return {
    columns: years.map((year) => yearColumn(year, 'FACILITIES')),
    rows: [
      ...keys.map((key) => rowOf(key, years, (year) => sumOf(groups, year, key).facilities)),
      ...(withTotal ? [{ ...rowOf('TOTAL', years, (year) => sumOf(groups, year).facilities), isTotal: true }] : []),
    ],
  };
}

/** Counts by what facilities reported, with those that reported nothing of it, and a total. */
export function knownCountTable(
  groups: readonly WageGroup[],
  years: readonly number[],
  keys: readonly string[],
): ReportTable {
  const hasUnknown = groups.some(({ key }) => key === null);
  return countTable(groups, years, [...keys, ...(hasUnknown ? [UNKNOWN] : [])], true);
}

/** Mean monthly wages by group and year, with that of all. */
export function meanTable(
  groups: readonly WageGroup[],
  years: readonly number[],
  keys: readonly string[],
): ReportTable {
  const hasUnknown = groups.some(({ key }) => key === null);
  const mean = (year: number, key?: string) => {
    const { monthYenSum, facilities } = sumOf(groups, year, key);
    return meanOf(monthYenSum, facilities);
  };
  return {
    columns: years.map((year) => yearColumn(year, 'YEN')),
    rows: [
      ...[...keys, ...(hasUnknown ? [UNKNOWN] : [])].map((key) => rowOf(key, years, (year) => mean(year, key))),
      { ...rowOf('MEAN', years, (year) => mean(year)), isTotal: true },
    ],
  };
}

export const mainActivityTable = (groups: readonly WageGroup[], years: readonly number[]) =>
  meanTable(groups, years, MAIN_ACTIVITIES);
export const activityGroupTable = (groups: readonly WageGroup[], years: readonly number[]) =>
  meanTable(groups, years, ACTIVITY_GROUPS);

/** Mean monthly wages by the fiscal year in which facilities opened. */
export function cohortTable(groups: readonly WageGroup[], years: readonly number[]): ReportTable {
  const opened = [...new Set(groups.flatMap(({ key }) => key ?? []))].sort();
  const table = meanTable(groups, years, opened);
  return {
    ...table,
    rows: table.rows.map((row) => (opened.includes(row.key) ? { ...row, fiscalYear: Number(row.key) } : row)),
  };
}

/** What a year was: averages, targets and the difference to the year before. Years are rows. */
export function yearTable(sums: readonly WageYearSums[]): ReportTable {
  const column = (key: string, unit: 'YEN' | 'FACILITIES' | 'PERCENT') => ({
    key,
    label: null,
    fiscalYear: null,
    unit,
  });
  const rows = sums.map((year, index) => {
    const mean = meanOf(year.monthYenSum, year.facilities);
    const before = sums[index - 1];
    const meanBefore = before ? meanOf(before.monthYenSum, before.facilities) : null;
    const cells: ReportCell[] = [
      reportCell(mean),
      reportCell(meanOf(year.totalYen * 10, year.userMonthTenths)),
      reportCell(meanOf(year.targetYenSum, year.withTarget)),
      year.prefectureTargetYen === null ? reportCell(null) : reportCell(year.prefectureTargetYen, 'RECORDED'),
      reportCell(meanOf(year.hourYenSum, year.hourly)),
      reportCell(percent(mean, meanBefore)),
      reportCell(year.facilities),
      reportCell(year.withoutFigure),
    ];
    return { key: `y${year.fiscalYear}`, label: null, fiscalYear: year.fiscalYear, isTotal: false, cells };
  });
  return {
    columns: [
      column('MEAN', 'YEN'),
      column('WEIGHTED', 'YEN'),
      column('MEAN_TARGET', 'YEN'),
      column('PREFECTURE_TARGET', 'YEN'),
      column('HOURLY', 'YEN'),
      column('CHANGE', 'PERCENT'),
      column('WITH_FIGURE', 'FACILITIES'),
      column('WITHOUT_FIGURE', 'FACILITIES'),
    ],
    rows,
  };
}

const TENTHS_OF_PERCENT = 1_000;

/** How much more than before, in per cent with one decimal. */
function percent(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before <= 0) return null;
  return Number(divideRounded(BigInt((now - before) * TENTHS_OF_PERCENT), BigInt(before), 'NEAREST')) / 10;
}

function sumOf(groups: readonly WageGroup[], year: number, key?: string): { facilities: number; monthYenSum: number } {
  const of = groups.filter(
    (group) => group.fiscalYear === year && (key === undefined || (group.key ?? UNKNOWN) === key),
  );
  return {
    facilities: of.reduce((sum, { facilities }) => sum + facilities, 0),
    monthYenSum: of.reduce((sum, { monthYenSum }) => sum + monthYenSum, 0),
  };
}

function rowOf(key: string, years: readonly number[], value: (year: number) => number | null): ReportRow {
  return { key, label: null, fiscalYear: null, isTotal: false, cells: years.map((year) => reportCell(value(year))) };
}
