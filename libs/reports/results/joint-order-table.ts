import { toThousands } from '#yui/money';
import { CONTRACT_TYPES, type ContractType } from '#yui/orders';
import { THOUSANDS_ROUNDING } from './contract-results.js';

/** What SQL adds up for a type and a year: from orders of the product, or from what was recorded. */
export interface JointOrderSum {
  readonly fiscalYear: number;
  /** null: it came along without any. */
  readonly contractType: ContractType | null;
  /** null, as in all figures: the table that came along does not have it, which is not zero. */
  readonly orderCount: number | null;
  readonly facilityCount: number | null;
  readonly salesYen: number | null;
  readonly matchingCount: number | null;
  readonly isRecorded: boolean;
  /** Recorded with tax, and counted as it was: sales of the product are without. */
  readonly taxedYen: number;
}

export interface JointOrderCell {
  readonly fiscalYear: number;
  /** null, as in all figures: no table that came along has it, which is not zero. */
  readonly orderCount: number | null;
  /** 延べ事業所数: pairs of an order and a facility. */
  readonly facilityCount: number | null;
  readonly salesYen: number | null;
  /** Rounded from the yen of this very cell. */
  readonly salesThousandYen: number | null;
  /** マッチング件数: inquiries that became an order. */
  readonly matchingCount: number | null;
  readonly recordedYen: number;
  readonly taxedYen: number;
  /** No order of the product stands behind it. */
  readonly isOnlyRecorded: boolean;
}

export interface JointOrderRow {
  /** null: the total, or what came along without a type. */
  readonly contractType: ContractType | null;
  readonly cells: readonly JointOrderCell[];
}

/** The table: all types, then what has none if there is any; the total is of the sums themselves. */
export function jointOrderTable(
  fiscalYears: readonly number[],
  sums: readonly JointOrderSum[],
): { readonly rows: JointOrderRow[]; readonly total: JointOrderRow } {
  const rowOf = (contractType: ContractType | null, own: readonly JointOrderSum[]): JointOrderRow => ({
    contractType,
    cells: fiscalYears.map((year) =>
      cellOf(
        year,
        own.filter(({ fiscalYear }) => fiscalYear === year),
      ),
    ),
  });
  const ofType = (type: ContractType | null) => sums.filter(({ contractType }) => contractType === type);
  const rows = CONTRACT_TYPES.map((type) => rowOf(type, ofType(type)));
  if (ofType(null).length > 0) rows.push(rowOf(null, ofType(null)));
  return { rows, total: rowOf(null, sums) };
}

function cellOf(fiscalYear: number, sums: readonly JointOrderSum[]): JointOrderCell {
  const figure = (name: 'orderCount' | 'facilityCount' | 'salesYen' | 'matchingCount', of = sums) => {
    const known = of.map((each) => each[name]).filter((value) => value !== null);
    return known.length === 0 && of.length > 0 ? null : known.reduce((all, value) => all + value, 0);
  };
  const recorded = sums.filter(({ isRecorded }) => isRecorded);
  const salesYen = figure('salesYen');
  return {
    fiscalYear,
    orderCount: figure('orderCount'),
    facilityCount: figure('facilityCount'),
    salesYen,
    salesThousandYen: salesYen === null ? null : toThousands(salesYen, THOUSANDS_ROUNDING),
    matchingCount: figure('matchingCount'),
    recordedYen: figure('salesYen', recorded) ?? 0,
    taxedYen: sums.reduce((all, { taxedYen }) => all + taxedYen, 0),
    isOnlyRecorded: sums.length > 0 && recorded.length === sums.length,
  };
}
