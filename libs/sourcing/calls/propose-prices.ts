import { apportion, type FeeTerms, lineAmountYen, pricesAfterFee } from '#yui/money';
import { MAX_UNIT_PRICE_SEN } from '#yui/platform';

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

/** A line as its price is proposed. */
export interface LineToPrice {
  /** The price for facilities of each step, in sen for one unit; null where there is none. */
  readonly stepPricesSen: readonly (number | null)[];
  readonly quantity: number;
}

/**
 * Adds up the steps of each line, and puts the fee on top that a quote would take off. A desk that keeps all has no price
 * to propose, nor has a fee for the whole order while one of its lines has no price.
 */
export function proposeLinePrices(lines: readonly LineToPrice[], fee: FeeTerms): LinePrice[] {
  const facilityPrices = lines.map(({ stepPricesSen }) => sumOrNull(stepPricesSen));
  const buyerPrices = withFee(facilityPrices, lines, fee);
  return lines.map(({ quantity }, index) => {
    const proposed = buyerPrices[index] ?? null;
    // What no quote could state is no proposal.
    const buyerUnitPriceSen = proposed === null || proposed > MAX_UNIT_PRICE_SEN ? null : proposed;
    return {
      facilityUnitPriceSen: facilityPrices[index] ?? null,
      buyerUnitPriceSen,
      buyerAmountYen: buyerUnitPriceSen === null ? null : lineAmountYen(buyerUnitPriceSen, quantity, 'DOWN'),
    };
  });
}

function sumOrNull(prices: readonly (number | null)[]): number | null {
  return prices.reduce((sum, price) => (sum === null || price === null ? null : sum + price), 0);
}

/** Per unit, rounded up to the sen: `pricesAfterFee` of it leaves at least what facilities ask. */
function withFee(
  pricesSen: readonly (number | null)[],
  lines: readonly LineToPrice[],
  fee: FeeTerms,
): readonly (number | null)[] {
  switch (fee.basis) {
    case 'PERCENT': {
      const restPermille = 1000 - fee.ratePermille;
      return pricesSen.map((price) =>
        price === null || restPermille <= 0 ? null : Math.ceil((price * 1000) / restPermille),
      );
    }
    case 'PER_PIECE':
      return pricesSen.map((price) => (price === null ? null : price + fee.perPieceSen));
    case 'FIXED': {
      const known = pricesSen.filter((price) => price !== null);
      return known.length === lines.length ? withFixedFee(known, lines, fee.fixedYen) : pricesSen.map(() => null);
    }
  }
}

function withFixedFee(pricesSen: readonly number[], lines: readonly LineToPrice[], fixedYen: number): number[] {
  const amounts = pricesSen.map((price, index) => BigInt(price) * BigInt(lines[index]!.quantity));
  if (amounts.every((amount) => amount === 0n)) return [...pricesSen];
  const parts = apportion(fixedYen, amounts);
  const prices = pricesSen.map((price, index) => price + Math.ceil((parts[index]! * 100) / lines[index]!.quantity));
  for (;;) {
    const offers = prices.map((unitPriceSen, index) => ({ unitPriceSen, quantity: lines[index]!.quantity }));
    const left = pricesAfterFee({ basis: 'FIXED', fixedYen }, offers);
    if (left.every((price, index) => price >= pricesSen[index]!)) return prices;
    // Parts of the fee are whole yen: rounding may lay one yen more on a line than its prices made room for.
    for (const [index, price] of left.entries()) prices[index]! += Math.max(0, pricesSen[index]! - price);
  }
}
