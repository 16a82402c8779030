export const REPORT_KINDS = [
  'YEARS',
  'TARGETS',
  'BANDS',
  'THRESHOLDS',
  'LOW_FOR_YEARS',
  'MAIN_ACTIVITIES',
  'MAIN_ACTIVITY_COUNTS',
  'ACTIVITY_GROUPS',
  'ACTIVITY_GROUP_COUNTS',
  'COHORTS',
  'DESK_SHARE',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Which table, and of which cell the rows are shown. */
export interface ReportSearch {
  kind?: ReportKind;
  fromYear?: number;
  toYear?: number;
  type?: string;
  /** The year of the open cell, and its row. */
  year?: number;
  row?: string;
}

const numberIn = (value: unknown) =>
  Number.isInteger(Number(value)) && value !== undefined && value !== '' ? Number(value) : undefined;

export function reportSearch(search: Record<string, unknown>): ReportSearch {
  const kind = REPORT_KINDS.find((each) => each === search.kind);
  const [fromYear, toYear, year] = [search.fromYear, search.toYear, search.year].map(numberIn);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const [type, row] = [text(search.type), typeof search.row === 'number' ? String(search.row) : text(search.row)];
  return Object.fromEntries(
    Object.entries({ kind, fromYear, toYear, type, year, row }).filter(([, value]) => value !== undefined),
  );
}
