import { reportCell, type ReportRow, type ReportTable, type ReportUnit } from '../tables/report-table.js';

/** What a row of a report came to. */
export interface ClosedSums {
  readonly orders: number;
  readonly facilities: number;
  readonly yen: number;
}

/** A row of a closed report, then and now; `key` null: the total. */
export interface ClosingRow {
  readonly key: string | null;
  readonly closed: ClosedSums;
  readonly present: ClosedSums;
}

const MEASURES = [
  { name: 'orders', unit: 'COUNT' },
  { name: 'facilities', unit: 'FACILITIES' },
  { name: 'yen', unit: 'YEN' },
] as const satisfies readonly { readonly name: keyof ClosedSums; readonly unit: ReportUnit }[];

/**
 * A closed year as a report: of each figure what it was, what it is now, and the difference.
 * @param names of the keys that are codes with names
 */
export function closingReport(
  rows: readonly ClosingRow[],
  { names, hasFacilities }: { readonly names: ReadonlyMap<string, string>; readonly hasFacilities: boolean },
): ReportTable {
  const measures = MEASURES.filter(({ name }) => name !== 'facilities' || hasFacilities);
  const parts = [...rows].filter(({ key }) => key !== null).sort((a, b) => b.closed.yen - a.closed.yen);
  const total = rows.find(({ key }) => key === null);
  const rowOf = ({ key, closed, present }: ClosingRow): ReportRow => ({
    key: key === null ? 'total' : key === '' ? 'unstated' : key,
    label: key === null ? null : (names.get(key) ?? null),
    fiscalYear: null,
    isTotal: key === null,
    cells: measures.flatMap(({ name }) =>
      [closed[name], present[name], present[name] - closed[name]].map((value) => reportCell(value)),
    ),
  });
  return {
    columns: measures.flatMap(({ name, unit }) =>
      ['closed', 'present', 'difference'].map((when) => ({
        key: `${when}_${name}`,
        label: null,
        fiscalYear: null,
        unit,
      })),
    ),
    rows: [...parts, ...(total ? [total] : [])].map(rowOf),
  };
}
