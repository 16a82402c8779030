import {
  type AmountUnit,
  reportCell,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  yearColumn,
} from '../tables/report-table.js';
import type { JointOrderRow } from './joint-order-table.js';
import type { JointOrderResults } from './joint-orders.queries.js';

/** 共同受注の実績（形式別） as a report: of each year 件数, 延べ事業所数 and 売上, by contract type. */
export function jointOrderReport({ fiscalYears, rows, total }: JointOrderResults, unit: AmountUnit): ReportTable {
  const columns = fiscalYears.flatMap((year): ReportColumn[] => [
    { ...yearColumn(year, 'COUNT'), key: `y${year}count` },
    { ...yearColumn(year, 'FACILITIES'), key: `y${year}facilities` },
    yearColumn(year, unit),
  ]);
  const matching = total.cells.some(({ matchingCount }) => matchingCount !== null) ? [matchingRow(total)] : [];
  return {
    columns,
    rows: [
      ...rows.map((row) => reportRow(row, row.contractType ?? 'unstated', unit)),
      { ...reportRow(total, 'total', unit), isTotal: true },
      ...matching,
    ],
  };
}

function reportRow({ cells }: JointOrderRow, key: string, unit: AmountUnit): ReportRow {
  return {
    key,
    label: null,
    fiscalYear: null,
    isTotal: false,
    cells: cells.flatMap((cell) =>
      [cell.orderCount, cell.facilityCount, unit === 'YEN' ? cell.salesYen : cell.salesThousandYen].map((figure) =>
        cell.isOnlyRecorded && figure !== null ? reportCell(figure, 'RECORDED') : reportCell(figure),
      ),
    ),
  };
}

/** マッチング件数 is of the whole year. It is no part of the total, and no line of a chart. */
function matchingRow({ cells }: JointOrderRow): ReportRow {
  return {
    key: 'matching',
    label: null,
    fiscalYear: null,
    isTotal: true,
    cells: cells.flatMap(({ matchingCount }) => [
      reportCell(matchingCount, ...(matchingCount === null ? [] : (['RECORDED'] as const))),
      reportCell(null),
      reportCell(null),
    ]),
  };
}
