import { type FeeTerms, pricesAfterFee } from '#yui/money';
import { proposeLinePrices, proposePrice } from './propose-prices.js';

const offer = (facilityId: string, units: number, unitPriceSen: number) => ({ facilityId, units, unitPriceSen });

const percent = (ratePermille: number): FeeTerms => ({ basis: 'PERCENT', ratePermille });
const proposeLinePrice = (stepPricesSen: (number | null)[], quantity: number, ratePermille: number) =>
  proposeLinePrices([{ stepPricesSen, quantity }], percent(ratePermille))[0]!;

describe('A price from answers', () => {
  it('is the dearest that is needed to cover the quantity, the cheapest first', () => {
    const proposal = proposePrice([offer('c', 500, 900), offer('a', 600, 300), offer('b', 600, 400)], 1000);
    expect(proposal).toEqual({
      quantity: 1000,
      coveredUnits: 1000,
      facilityUnitPriceSen: 400,
      averageUnitPriceSen: 340,
      facilityAmountYen: 1800 + 1600,
    });
  });

  it('leaves what facilities ask after the fee is taken off', () => {
    for (const fee of [0, 1, 100, 333, 999]) {
      for (const asked of [1, 7, 300, 12_345, 999_999]) {
        const { buyerUnitPriceSen } = proposeLinePrice([asked], 10, fee);
        const afterFee = Number((BigInt(buyerUnitPriceSen ?? 0) * BigInt(1000 - fee)) / 1000n);
        expect(afterFee).toBeGreaterThanOrEqual(asked);
      }
    }
  });

  it('leaves it under every kind of fee, also where one fee is laid on several lines', () => {
    const lines = [
      { stepPricesSen: [300, 12], quantity: 1001 },
      { stepPricesSen: [1], quantity: 3 },
      { stepPricesSen: [0], quantity: 7 },
      { stepPricesSen: [98_765], quantity: 1 },
    ];
    const fees: FeeTerms[] = [
      percent(150),
      { basis: 'PER_PIECE', perPieceSen: 55 },
      { basis: 'FIXED', fixedYen: 0 },
      { basis: 'FIXED', fixedYen: 3_333 },
      { basis: 'FIXED', fixedYen: 1_000_000 },
    ];
    for (const fee of fees) {
      const prices = proposeLinePrices(lines, fee);
      const left = pricesAfterFee(
        fee,
        prices.map(({ buyerUnitPriceSen }, index) => ({
          unitPriceSen: buyerUnitPriceSen!,
          quantity: lines[index]!.quantity,
        })),
      );
      for (const [index, price] of left.entries()) {
        expect(price).toBeGreaterThanOrEqual(prices[index]!.facilityUnitPriceSen!);
      }
    }
    expect(proposeLinePrices(lines, fees[1]!).map((line) => line.buyerUnitPriceSen)).toEqual([367, 56, 55, 98_820]);
    const [first] = proposeLinePrices([...lines, { stepPricesSen: [null], quantity: 1 }], fees[3]!);
    expect(first).toEqual({ facilityUnitPriceSen: 312, buyerUnitPriceSen: null, buyerAmountYen: null });
  });

  it('says how far the answers reach when they do not reach', () => {
    expect(proposePrice([offer('a', 200, 300)], 1000)).toMatchObject({
      coveredUnits: 200,
      facilityUnitPriceSen: 300,
      facilityAmountYen: 600,
    });
  });

  it('is none without answers', () => {
    expect(proposePrice([], 1000)).toEqual({
      quantity: 1000,
      coveredUnits: 0,
      facilityUnitPriceSen: null,
      averageUnitPriceSen: null,
      facilityAmountYen: 0,
    });
  });

  it('adds up the steps of a line, and is none while one of them has none', () => {
    expect(proposeLinePrice([300, 100], 1000, 100)).toEqual({
      facilityUnitPriceSen: 400,
      buyerUnitPriceSen: 445,
      buyerAmountYen: 4450,
    });
    expect(proposeLinePrice([300, null], 1000, 100).facilityUnitPriceSen).toBeNull();
    expect(proposeLinePrice([300], 1000, 1000)).toMatchObject({ facilityUnitPriceSen: 300, buyerUnitPriceSen: null });
  });
});
