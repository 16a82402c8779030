import { reportCell, type ReportColumn, type ReportRow, type ReportTable } from '../tables/report-table.js';
import type { JointOrderCell } from './joint-order-table.js';
import type { JointOrderResults } from './joint-orders.queries.js';

/** 共同受注の実績（形式別） as a report: a row for each year, 件数, 延べ事業所数 and 売上 of each type beside each other. */
export function jointOrderReport({ fiscalYears, rows, total }: JointOrderResults): ReportTable {
  const parts = [...rows.map((row) => ({ name: row.contractType ?? 'unstated', row })), { name: 'total', row: total }];
  const columns = parts.flatMap(({ name }): ReportColumn[] => [
    { key: `${name}Orders`, label: null, fiscalYear: null, unit: 'COUNT' },
    { key: `${name}Facilities`, label: null, fiscalYear: null, unit: 'FACILITIES' },
    { key: `${name}Sales`, label: null, fiscalYear: null, unit: 'YEN' },
  ]);
  columns.push({ key: 'matching', label: null, fiscalYear: null, unit: 'COUNT' });
  return {
    columns,
    rows: fiscalYears.map((fiscalYear, place): ReportRow => {
      const cells = parts.map(({ row }) => row.cells[place]!);
      return {
        key: `y${fiscalYear}`,
        label: null,
        fiscalYear,
        isTotal: false,
        cells: [
          ...cells.flatMap((cell) => [
            figure(cell, 'orderCount'),
            figure(cell, 'facilityCount'),
            figure(cell, 'salesYen'),
          ]),
          figure(total.cells[place]!, 'matchingCount'),
        ],
      };
    }),
  };
}

function figure(cell: JointOrderCell, name: 'orderCount' | 'facilityCount' | 'salesYen' | 'matchingCount') {
  return cell.isOnlyRecorded ? reportCell(cell[name], 'RECORDED') : reportCell(cell[name]);
}
