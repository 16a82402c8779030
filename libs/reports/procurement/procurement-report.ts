import {
  type AmountUnit,
  reportCell,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  yearColumn,
} from '../tables/report-table.js';
import type { ProcurementCell, ProcurementRow } from './procurement-table.js';
import type { ProcurementResults } from './procurement.queries.js';

/**
 * 調達実績 as a report: 件数 and 金額 of each year, then what changed to the last year from the one before.
 * @param names of the keys that are codes
 */
export function procurementReport(
  { fiscalYears, rows, total }: ProcurementResults,
  unit: AmountUnit,
  names: ReadonlyMap<string, string>,
): ReportTable {
  const change: ReportColumn[] =
    fiscalYears.length < 2
      ? []
      : [
          { key: 'difference', label: null, fiscalYear: null, unit: 'YEN' },
          { key: 'change', label: null, fiscalYear: null, unit: 'PERCENT' },
        ];
  const columns = fiscalYears.flatMap((year): ReportColumn[] => [
    { ...yearColumn(year, 'COUNT'), key: `y${year}count` },
    yearColumn(year, unit),
  ]);
  return {
    columns: [...columns, ...change],
    rows: [
      ...rows.map((row) => reportRow(row, unit, labelOf(row.key, names))),
      { ...reportRow(total, unit, null), key: 'total', isTotal: true },
    ],
  };
}

/** Codes of the product have words; what people wrote is its own name. */
function labelOf(key: string, names: ReadonlyMap<string, string>): string | null {
  return names.get(key) ?? (key === '' || /^[A-Z_0-9]+$/.test(key) ? null : key);
}

function reportRow({ key, cells }: ProcurementRow, unit: AmountUnit, label: string | null): ReportRow {
  const last = cells.at(-1);
  const changes = cells.length < 2 || !last ? [] : [reportCell(last.differenceYen), reportCell(percentOf(last))];
  return {
    key: key === '' ? 'unstated' : key,
    label,
    fiscalYear: null,
    isTotal: false,
    cells: [
      ...cells.flatMap((cell) => {
        const marks = cell.isOnlyRecorded ? (['RECORDED'] as const) : [];
        return [
          reportCell(cell.orderCount, ...marks),
          reportCell(unit === 'YEN' ? cell.yen : cell.thousandYen, ...marks),
        ];
      }),
      ...changes,
    ],
  };
}

const percentOf = ({ changePermille }: ProcurementCell) => (changePermille === null ? null : changePermille / 10);
