import { type FeeTerms, exactFee, pricesAfterFee } from './desk-fee.js';

function feeYen(...of: Parameters<typeof exactFee>): number {
  const { numerator, denominator } = exactFee(...of);
  return Number(numerator / denominator);
}

describe('the fee of a desk', () => {
  const work = { amountYen: 12_345, units: 411 };

  it.each<[FeeTerms, number]>([
    [{ basis: 'PERCENT', ratePermille: 100 }, 1_234],
    [{ basis: 'PERCENT', ratePermille: 0 }, 0],
    [{ basis: 'PERCENT', ratePermille: 1000 }, 12_345],
    [{ basis: 'PER_PIECE', perPieceSen: 50 }, 205],
    [{ basis: 'FIXED', fixedYen: 3_000 }, 3_000],
  ])('%j takes %i yen of 12,345', (terms, expected) => {
    expect(feeYen(terms, work)).toBe(expected);
  });

  it('is never more than the work, and nothing of nothing', () => {
    expect(feeYen({ basis: 'FIXED', fixedYen: 20_000 }, work)).toBe(12_345);
    expect(feeYen({ basis: 'PER_PIECE', perPieceSen: 1_000_000 }, work)).toBe(12_345);
    expect(feeYen({ basis: 'FIXED', fixedYen: 20_000 }, { amountYen: 0, units: 0 })).toBe(0);
  });

  it('refuses what is no fee', () => {
    expect(() => feeYen({ basis: 'PERCENT', ratePermille: 1001 }, work)).toThrow('FEE.OUT_OF_RANGE');
    expect(() => pricesAfterFee({ basis: 'FIXED', fixedYen: -1 }, [])).toThrow('FEE.OUT_OF_RANGE');
  });
});

describe('what is left for facilities', () => {
  const lines = [
    { unitPriceSen: 333, quantity: 1000 },
    { unitPriceSen: 1000, quantity: 200 },
    { unitPriceSen: 0, quantity: 5 },
  ];

  it('is the price less the fee, rounded down to the sen', () => {
    expect(pricesAfterFee({ basis: 'PERCENT', ratePermille: 100 }, lines)).toEqual([299, 900, 0]);
    expect(pricesAfterFee({ basis: 'PER_PIECE', perPieceSen: 400 }, lines)).toEqual([0, 600, 0]);
  });

  it('bears a fixed fee in proportion to the amounts, and never less than the whole fee', () => {
    const terms: FeeTerms = { basis: 'FIXED', fixedYen: 533 };
    const prices = pricesAfterFee(terms, lines);
    expect(prices).toEqual([299, 900, 0]);
    const left = prices.reduce((sum, price, index) => sum + price * lines[index]!.quantity, 0);
    const whole = lines.reduce((sum, line) => sum + line.unitPriceSen * line.quantity, 0);
    expect(whole - left).toBeGreaterThanOrEqual(533 * 100);
  });

  it('is nothing where the fee eats it all', () => {
    expect(pricesAfterFee({ basis: 'FIXED', fixedYen: 1_000_000 }, lines)).toEqual([0, 0, 0]);
  });
});
