import type { WageFiguresQueryVariables } from '../data/generated/types.js';
import type { ReportColumn, ReportRow } from '../kit/report/report.js';
import type { ReportKind, ReportSearch } from './report-search.js';

/** Which facilities a figure of the targets is of; the others are of those that have both. */
const TARGET_ROWS: Readonly<Record<string, string>> = {
  MEAN_TARGET: 'WITH_TARGET',
  WITH_TARGET: 'WITH_TARGET',
  REACHED: 'REACHED',
  NOT_REACHED: 'NOT_REACHED',
};

/** The cell whose rows are to be shown; null: it has none of its own. */
export function cellFilter(kind: ReportKind, row: ReportRow, column: ReportColumn): ReportSearch | null {
  if (kind === 'DESK_SHARE') return null;
  if (kind === 'YEARS') {
    if (row.fiscalYear === null || column.key === 'CHANGE' || column.key === 'PREFECTURE_TARGET') return null;
    return { year: row.fiscalYear, row: column.key === 'WITHOUT_FIGURE' ? 'NONE' : 'MEAN' };
  }
  if (kind === 'TARGETS')
    return row.fiscalYear === null ? null : { year: row.fiscalYear, row: TARGET_ROWS[column.key] ?? 'COMPARED' };
  return column.fiscalYear === null ? null : { year: column.fiscalYear, row: row.key };
}

const BAND_YEN = 10_000;
const LAST_BAND = 5;
type Filter = WageFiguresQueryVariables['filter'];

/** What is asked for the rows of a cell; null: no cell is open. */
export function rowsFilter({ kind = 'YEARS', year, row }: ReportSearch, typeCode: string): Filter | null {
  if (year === undefined || row === undefined) return null;
  const of = { fiscalYear: year, typeCode };
  if (kind === 'TARGETS') return targetFilter({ ...of, hasTarget: true }, row);
  const isCount = kind === 'MAIN_ACTIVITY_COUNTS' || kind === 'ACTIVITY_GROUP_COUNTS';
  if (row === 'TOTAL') return isCount ? { ...of, isMissing: false } : of;
  if (row === 'UNKNOWN') return { ...of, isMissing: false, unknown: UNKNOWNS[kind] ?? null };
  if (row === 'NONE') return { ...of, isMissing: true };
  if (row === 'MEAN') return { ...of, isMissing: false };
  if (row === 'LOW') return { ...of, belowYen: BAND_YEN, openForYears: 3 };
  if (kind === 'BANDS') {
    const band = Number(row.slice(1));
    const from = { ...of, minYen: band * BAND_YEN };
    return band === LAST_BAND ? from : { ...from, belowYen: (band + 1) * BAND_YEN };
  }
  if (kind === 'THRESHOLDS') return { ...of, minYen: Number(row) };
  if (kind === 'COHORTS') return { ...of, isMissing: false, openedYear: Number(row) };
  if (kind === 'MAIN_ACTIVITIES' || kind === 'MAIN_ACTIVITY_COUNTS')
    return { ...of, isMissing: false, mainActivity: row as Filter['mainActivity'] };
  return { ...of, isMissing: false, activityGroup: row as Filter['activityGroup'] };
}

const UNKNOWNS: Partial<Record<ReportKind, Filter['unknown']>> = {
  MAIN_ACTIVITIES: 'MAIN_ACTIVITY',
  MAIN_ACTIVITY_COUNTS: 'MAIN_ACTIVITY',
  ACTIVITY_GROUPS: 'ACTIVITY_GROUP',
  ACTIVITY_GROUP_COUNTS: 'ACTIVITY_GROUP',
  COHORTS: 'OPENED_ON',
};

function targetFilter(of: Filter, row: string): Filter {
  if (row === 'COMPARED') return { ...of, isMissing: false };
  return row === 'WITH_TARGET' ? of : { ...of, isTargetReached: row === 'REACHED' };
}
