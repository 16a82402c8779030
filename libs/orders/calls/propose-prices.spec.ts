import { proposeLinePrice, proposePrice } from './propose-prices.js';

const offer = (facilityId: string, units: number, unitPriceSen: number) => ({ facilityId, units, unitPriceSen });

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
