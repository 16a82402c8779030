import { cancelledLineYen } from './cancelled-amount.js';

const step = (acceptedUnits: number, facilityUnitPriceSen: number) => ({ acceptedUnits, facilityUnitPriceSen });

describe('cancelledLineYen', () => {
  it('is the price of what is done, for a line of one step', () => {
    expect(cancelledLineYen(1050, [step(99, 800)])).toBe(1039);
    expect(cancelledLineYen(1050, [step(0, 800)])).toBe(0);
  });

  it('adds what the steps cost for units that did not come to the end', () => {
    // 100 printed, 60 of them folded, 10 of those stuffed: 10 × 10 yen + 50 × (2 + 3) yen + 40 × 2 yen.
    expect(cancelledLineYen(1000, [step(100, 200), step(60, 300), step(10, 400)])).toBe(100 + 250 + 80);
  });

  it('never asks for more than the price of the whole', () => {
    expect(cancelledLineYen(1000, [step(100, 400), step(0, 500)])).toBeLessThanOrEqual(1000);
  });
});
