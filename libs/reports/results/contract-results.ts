import type { LocalDate } from '#yui/calendar';
import { type Rounding, toThousands } from '#yui/money';
import { CONTRACT_TYPES, type ContractType } from '#yui/orders';

/** How yen become thousands of yen in the table: 四捨五入. Named on the report. */
export const THOUSANDS_ROUNDING: Rounding = 'NEAREST';

/** One order of which there are sales in the year: a row behind the cells. */
export interface BookedOrder {
  readonly workOrderId: string;
  readonly number: string;
  readonly title: string;
  readonly contractType: ContractType;
  readonly buyerName: string;
  /** The day, in Tokyo, on which the buyer accepted; for 斡旋型 the day the contract was reported. */
  readonly bookedOn: LocalDate;
  /** The facilities of which at least one unit was accepted; for 斡旋型 the one the contract is with. */
  readonly facilities: readonly { readonly facilityId: string; readonly name: string }[];
  /** false: parts of it were accepted in a later year, which counts the order; this year has its sales alone. */
  readonly isCounted: boolean;
  /** What the facilities' work was sold for, without tax. */
  readonly salesYen: number;
}

export interface ResultFigures {
  readonly orderCount: number;
  /** 延べ事業所数: pairs of an order and a facility. */
  readonly facilityCount: number;
  readonly salesYen: number;
  /** 千円, rounded from `salesYen` of this very figure: the parts need not add up to the total. */
  readonly salesThousandYen: number;
}

export interface ContractResultsTable {
  readonly byType: Readonly<Record<ContractType, ResultFigures>>;
  readonly total: ResultFigures;
}

/** The table of the orders: per contract type and in total, every figure from the rows themselves. */
export function tally(orders: readonly BookedOrder[]): ContractResultsTable {
  const byType = Object.fromEntries(
    CONTRACT_TYPES.map((type) => [type, figures(orders.filter((order) => order.contractType === type))]),
  ) as Record<ContractType, ResultFigures>;
  return { byType, total: figures(orders) };
}

function figures(orders: readonly BookedOrder[]): ResultFigures {
  const salesYen = orders.reduce((sum, order) => sum + order.salesYen, 0);
  const counted = orders.filter(({ isCounted }) => isCounted);
  return {
    orderCount: counted.length,
    facilityCount: counted.reduce((sum, order) => sum + order.facilities.length, 0),
    salesYen,
    salesThousandYen: toThousands(salesYen, THOUSANDS_ROUNDING),
  };
}
