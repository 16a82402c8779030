import { divideRounded } from '#yui/money';
import { reportCell, type ReportTable, type ReportUnit } from '../tables/report-table.js';
import { meanOf } from './wage-tables.js';

/** Facilities of a fiscal year that have a target. */
export interface TargetSums {
  readonly fiscalYear: number;
  readonly withTarget: number;
  /** With a target and a figure. */
  readonly compared: number;
  /** Of these, at the target or above. */
  readonly reached: number;
  /** Sum of all targets, and of those that are compared. */
  readonly targetYen: number;
  readonly comparedTargetYen: number;
  /** Sum of the averages that are compared. */
  readonly monthYen: number;
}

const NONE = { withTarget: 0, compared: 0, reached: 0, targetYen: 0, comparedTargetYen: 0, monthYen: 0 };
const COLUMNS: readonly (readonly [key: string, unit: ReportUnit])[] = [
  ['MEAN_TARGET', 'YEN'],
  ['COMPARED_TARGET', 'YEN'],
  ['COMPARED_MEAN', 'YEN'],
  ['WITH_TARGET', 'FACILITIES'],
  ['COMPARED', 'FACILITIES'],
  ['REACHED', 'FACILITIES'],
  ['NOT_REACHED', 'FACILITIES'],
  ['REACHED_SHARE', 'PERCENT'],
];

/** Targets against what was reached. Means of target and actual are of the same facilities: those that have both. */
export function targetTable(sums: readonly TargetSums[], years: readonly number[]): ReportTable {
  return {
    columns: COLUMNS.map(([key, unit]) => ({ key, label: null, fiscalYear: null, unit })),
    rows: years.map((fiscalYear) => {
      const year = sums.find((each) => each.fiscalYear === fiscalYear) ?? NONE;
      const { withTarget, compared, reached } = year;
      const values = [
        meanOf(year.targetYen, withTarget),
        meanOf(year.comparedTargetYen, compared),
        meanOf(year.monthYen, compared),
        withTarget,
        compared,
        reached,
        compared - reached,
        compared === 0 ? null : Number(divideRounded(BigInt(reached * 1_000), BigInt(compared), 'NEAREST')) / 10,
      ];
      const cells = values.map((value) => reportCell(value));
      return { key: `y${fiscalYear}`, label: null, fiscalYear, isTotal: false, cells };
    }),
  };
}
