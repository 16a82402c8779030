import { divideRounded } from '#yui/money';
import { reportCell, type ReportTable, yearColumn } from '../tables/report-table.js';

/** What a facility earned through the desk in a year, beside all that its production earned. */
export interface DeskShare {
  readonly facilityId: string;
  readonly name: string;
  readonly fiscalYear: number;
  /** Without tax; work that was performed in the year. */
  readonly deskYen: number;
  /** 生産活動収入 of its checked return; null: it has none, or does not say. */
  readonly productionYen: number | null;
}

/**
 * Of each facility and year what came through the desk, and which part of what its production earned that is: wages are paid out
 * of that, so it is the part of the desk in its wages. The total has the part of those that say what they earned.
 */
export function deskShareTable(shares: readonly DeskShare[], years: readonly number[]): ReportTable {
  const cellsOf = (own: readonly DeskShare[]) =>
    years.flatMap((year) => {
      const of = own.filter(({ fiscalYear }) => fiscalYear === year);
      const known = of.filter(({ productionYen }) => productionYen !== null && productionYen > 0);
      const production = sum(known.map(({ productionYen }) => productionYen ?? 0));
      const part = BigInt(sum(known.map(({ deskYen }) => deskYen))) * 1_000n;
      return [
        reportCell(sum(of.map(({ deskYen }) => deskYen))),
        reportCell(production === 0 ? null : Number(divideRounded(part, BigInt(production), 'NEAREST')) / 10),
      ];
    });
  const names = new Map(shares.map(({ facilityId, name }) => [facilityId, name]));
  return {
    columns: years.flatMap((year) => [
      { ...yearColumn(year, 'YEN'), key: `y${year}yen` },
      { ...yearColumn(year, 'PERCENT'), key: `y${year}part` },
    ]),
    rows: [
      ...[...names].map(([facilityId, name]) => ({
        key: facilityId,
        label: name,
        fiscalYear: null,
        isTotal: false,
        cells: cellsOf(shares.filter((share) => share.facilityId === facilityId)),
      })),
      { key: 'TOTAL', label: null, fiscalYear: null, isTotal: true, cells: cellsOf(shares) },
    ],
  };
}

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);
