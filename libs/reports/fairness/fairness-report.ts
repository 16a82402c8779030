import { reportCell, type ReportColumn, type ReportTable, type ReportUnit } from '../tables/report-table.js';
import { FISCAL_MONTHS, type FairnessLedger } from './fairness-ledger.js';

/** The ledger as a report: a row for each facility, a column for each month, then the year against the level. */
export function fairnessReport({ measure, lines, amount, persons, levelPerPerson }: FairnessLedger): ReportTable {
  const unit: ReportUnit = measure;
  const column = (key: string, of: ReportUnit = unit): ReportColumn => ({
    key,
    label: null,
    fiscalYear: null,
    unit: of,
  });
  const cellsOf = (figures: readonly number[]) => figures.map((figure) => reportCell(figure));
  return {
    columns: [
      column('persons', 'PEOPLE'),
      column('undated'),
      ...FISCAL_MONTHS.map((month) => column(`m${month}`)),
      column('amount'),
      column('perPerson'),
      column('difference'),
    ],
    rows: [
      ...lines.map((line) => ({
        key: line.facilityId,
        label: line.facilityName,
        fiscalYear: null,
        isTotal: false,
        cells: cellsOf([
          line.persons,
          line.undatedAmount,
          ...line.months.map((month) => month.amount),
          line.amount,
          line.perPerson,
          line.difference,
        ]),
      })),
      {
        key: 'level',
        label: null,
        fiscalYear: null,
        isTotal: true,
        cells: [
          reportCell(persons),
          reportCell(null),
          ...FISCAL_MONTHS.map(() => reportCell(null)),
          reportCell(amount),
          reportCell(levelPerPerson),
          reportCell(null),
        ],
      },
    ],
  };
}
