import { divideRounded, toThousands } from '#yui/money';
import type { Comparator, ProcurementTarget } from './procurement-target.entity.js';

/** What SQL adds up for one row of the table in one year; `key` null: of the whole year. */
export interface ProcuredSum {
  readonly fiscalYear: number;
  readonly key: string | null;
  /** Orders, each once, and what recorded rows say they stand for. */
  readonly orderCount: number;
  readonly yen: number;
  /** Of that, from rows that were recorded. */
  readonly recordedCount: number;
  readonly recordedYen: number;
  /** Recorded with tax where the table is without, or the other way round; counted as it was recorded. */
  readonly otherTaxYen: number;
}

export interface ProcurementCell {
  readonly fiscalYear: number;
  readonly orderCount: number;
  readonly yen: number;
  /** Rounded from the yen of this very cell: the parts need not add up to the total. */
  readonly thousandYen: number;
  readonly recordedYen: number;
  /** No order of the product stands behind it. */
  readonly isOnlyRecorded: boolean;
  /** To the year before; null in the first year of the table. */
  readonly differenceYen: number | null;
  /** In tenths of a percent, rounded half up; null in the first year, and where there was nothing the year before. */
  readonly changePermille: number | null;
}

export interface ProcurementRow {
  readonly key: string;
  /** One for each year of the table, in their order. */
  readonly cells: readonly ProcurementCell[];
}

export interface TargetCell {
  readonly fiscalYear: number;
  readonly measure: ProcurementTarget['measure'];
  readonly comparator: Comparator;
  readonly target: number;
  readonly actual: number;
  readonly isReached: boolean;
  /** In tenths of a percent, rounded down, so that 1000 is only said of what was reached; null: the target is nothing. */
  readonly permille: number | null;
  readonly source: string;
}

/** The table of these years; rows in the order of `keys`, any others behind them by what they come to. */
export function procurementTable(
  years: readonly number[],
  sums: readonly ProcuredSum[],
  keys: readonly string[],
): { readonly rows: ProcurementRow[]; readonly total: ProcurementRow } {
  const of = new Map(sums.map((sum) => [`${sum.fiscalYear} ${sum.key ?? '\0'}`, sum]));
  const rowOf = (key: string | null): ProcurementRow => {
    const cells = years.map((year) => of.get(`${year} ${key ?? '\0'}`));
    return {
      key: key ?? '',
      cells: cells.map((sum, at) => cellOf(years[at]!, sum, at === 0 ? null : (cells[at - 1] ?? NOTHING))),
    };
  };
  const found = [...new Set(sums.flatMap(({ key }) => (key === null ? [] : [key])))];
  const whole = (key: string) => sums.reduce((yen, sum) => yen + (sum.key === key ? sum.yen : 0), 0);
  const others = found.filter((key) => !keys.includes(key)).sort((a, b) => whole(b) - whole(a) || (a < b ? -1 : 1));
  return { rows: [...keys, ...others].map(rowOf), total: rowOf(null) };
}

const NOTHING: Pick<ProcuredSum, 'orderCount' | 'yen' | 'recordedCount' | 'recordedYen'> = {
  orderCount: 0,
  yen: 0,
  recordedCount: 0,
  recordedYen: 0,
};

function cellOf(fiscalYear: number, sum: ProcuredSum | undefined, before: typeof NOTHING | null): ProcurementCell {
  const { orderCount, yen, recordedCount, recordedYen } = sum ?? NOTHING;
  return {
    fiscalYear,
    orderCount,
    yen,
    thousandYen: toThousands(yen, 'NEAREST'),
    recordedYen,
    isOnlyRecorded: sum !== undefined && recordedCount === orderCount && recordedYen === yen,
    differenceYen: before === null ? null : yen - before.yen,
    changePermille: before === null ? null : permille(yen - before.yen, before.yen, 'NEAREST'),
  };
}

/** How far the years came to their targets. */
export function targetCells(total: ProcurementRow, targets: readonly ProcurementTarget[]): TargetCell[] {
  return targets.flatMap(({ fiscalYear, measure, comparator, target, source }) => {
    const cell = total.cells.find((each) => each.fiscalYear === fiscalYear);
    if (!cell) return [];
    const actual = measure === 'YEN' ? cell.yen : cell.orderCount;
    const isReached = comparator === 'AT_LEAST' ? actual >= target : actual > target;
    return {
      fiscalYear,
      measure,
      comparator,
      target,
      actual,
      isReached,
      permille: permille(actual, target, 'DOWN'),
      source,
    };
  });
}

function permille(part: number, whole: number, rounding: 'NEAREST' | 'DOWN'): number | null {
  return whole <= 0 ? null : Number(divideRounded(BigInt(part) * 1000n, BigInt(whole), rounding));
}
