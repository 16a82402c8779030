import { toThousands } from '#yui/money';
import { CONTRACT_TYPES, type ContractType } from '#yui/orders';
import { THOUSANDS_ROUNDING } from './contract-results.js';

/** What SQL adds up for a type and a year: from orders of the product, or from what was recorded. */
export interface JointOrderSum {
  readonly fiscalYear: number;
  /** null: it came along without any. */
  readonly contractType: ContractType | null;
  readonly orderCount: number;
  readonly facilityCount: number;
  readonly salesYen: number;
  readonly matchingCount: number;
  readonly recordedOrders: number;
  readonly recordedYen: number;
  /** Recorded with tax, and counted as it was: sales of the product are without. */
  readonly taxedYen: number;
}

export interface JointOrderCell {
  readonly fiscalYear: number;
  readonly orderCount: number;
  /** 延べ事業所数: pairs of an order and a facility. */
  readonly facilityCount: number;
  readonly salesYen: number;
  /** Rounded from the yen of this very cell. */
  readonly salesThousandYen: number;
  /** マッチング件数: inquiries that became an order. */
  readonly matchingCount: number;
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
  const sum = (figure: Exclude<keyof JointOrderSum, 'fiscalYear' | 'contractType'>) =>
    sums.reduce((all, each) => all + each[figure], 0);
  const salesYen = sum('salesYen');
  const orderCount = sum('orderCount');
  return {
    fiscalYear,
    orderCount,
    facilityCount: sum('facilityCount'),
    salesYen,
    salesThousandYen: toThousands(salesYen, THOUSANDS_ROUNDING),
    matchingCount: sum('matchingCount'),
    recordedYen: sum('recordedYen'),
    taxedYen: sum('taxedYen'),
    isOnlyRecorded: sums.length > 0 && sum('recordedOrders') === orderCount && sum('recordedYen') === salesYen,
  };
}
