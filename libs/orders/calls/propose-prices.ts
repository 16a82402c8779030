import { lineAmountYen } from '#yui/money';

/** What one facility could do, and what it asks for one unit. */
export interface PricedOffer {
  readonly facilityId: string;
  readonly units: number;
  readonly unitPriceSen: number;
}

/** A price for facilities that their answers bear out. */
export interface PriceProposal {
  readonly quantity: number;
  /** Units facilities could do, at most the quantity. */
  readonly coveredUnits: number;
  /** One price for all with which the cheapest answers cover the quantity, or all answers as far as they reach. */
  readonly facilityUnitPriceSen: number | null;
  /** What the cheapest answers ask on average, rounded up. */
  readonly averageUnitPriceSen: number | null;
  /** The covered units, each at the price its facility asks, without tax. */
  readonly facilityAmountYen: number;
}

/**
 * Proposes a price from what facilities answered. The cheapest come first; equal ones in the order of their ids, so that
 * the same answers always give the same proposal.
 */
export function proposePrice(offers: readonly PricedOffer[], quantity: number): PriceProposal {
  const cheapest = [...offers].sort(
    (a, b) => a.unitPriceSen - b.unitPriceSen || (a.facilityId < b.facilityId ? -1 : 1),
  );
  let coveredUnits = 0;
  let facilityAmountYen = 0;
  let askedSen = 0n;
  let facilityUnitPriceSen: number | null = null;
  for (const { units, unitPriceSen } of cheapest) {
    const taken = Math.min(units, quantity - coveredUnits);
    if (taken === 0) break;
    coveredUnits += taken;
    facilityAmountYen += lineAmountYen(unitPriceSen, taken, 'DOWN');
    askedSen += BigInt(taken) * BigInt(unitPriceSen);
    facilityUnitPriceSen = unitPriceSen;
  }
  return {
    quantity,
    coveredUnits,
    facilityUnitPriceSen,
    averageUnitPriceSen:
      coveredUnits === 0 ? null : Number((askedSen + BigInt(coveredUnits) - 1n) / BigInt(coveredUnits)),
    facilityAmountYen,
  };
}

/** A price of a line for the buyer, of whose every step facilities have said what they ask. */
export interface LinePrice {
  /** All steps together; null while one of them has no price. */
  readonly facilityUnitPriceSen: number | null;
  /** Leaves the desk its fee: what facilities get is the rest of it, rounded down. */
  readonly buyerUnitPriceSen: number | null;
  /** The whole quantity at the buyer's price, without tax. */
  readonly buyerAmountYen: number | null;
}

/**
 * Adds up the steps of a line.
 * @param stepPricesSen the price for facilities of each step, in sen for one unit; null where there is none
 * @param feeRatePermille the desk's fee in thousandths of the buyer's price; a desk that keeps all has no price to propose
 */
export function proposeLinePrice(
  stepPricesSen: readonly (number | null)[],
  quantity: number,
  feeRatePermille: number,
): LinePrice {
  let facilityUnitPriceSen = 0;
  for (const price of stepPricesSen) {
    if (price === null) return { facilityUnitPriceSen: null, buyerUnitPriceSen: null, buyerAmountYen: null };
    facilityUnitPriceSen += price;
  }
  if (feeRatePermille >= 1000) return { facilityUnitPriceSen, buyerUnitPriceSen: null, buyerAmountYen: null };
  const buyerUnitPriceSen = Math.ceil((facilityUnitPriceSen * 1000) / (1000 - feeRatePermille));
  return {
    facilityUnitPriceSen,
    buyerUnitPriceSen,
    buyerAmountYen: lineAmountYen(buyerUnitPriceSen, quantity, 'DOWN'),
  };
}
