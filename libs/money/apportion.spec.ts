import fc from 'fast-check';
import { apportion } from './apportion.js';

const anyTotal = fc.maxSafeInteger();
const anyWeights = fc
  .array(fc.oneof(fc.nat(20), fc.maxSafeNat()), { minLength: 1, maxLength: 30 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe('apportion', () => {
  it('gives the odd yen to the largest remainders', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [15, 27, 58])).toEqual([1, 3, 6]);
    expect(apportion(7, [50, 30, 20])).toEqual([4, 2, 1]);
  });

  it('lets the caller’s order break a tie', () => {
    expect(apportion(1, [1, 1, 1])).toEqual([1, 0, 0]);
    expect(apportion(3, [1, 1])).toEqual([2, 1]);
    expect(apportion(2, [0, 1, 1, 1])).toEqual([0, 1, 1, 0]);
  });

  it('splits a correction as it split what is corrected', () => {
    expect(apportion(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('of nothing is nothing, without a minus sign', () => {
    expect(apportion(0, [3, 4])).toEqual([0, 0]);
    expect(apportion(-0, [0, 0])).toEqual([0, 0]);
    expect(apportion(0, [])).toEqual([]);
    expect(apportion(-1, [1, 0])).toEqual([-1, 0]);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]], [[NaN]], [[2 ** 53]]])('refuses the weights %j', (weights) => {
    expect(() => apportion(10, weights)).toThrow('WEIGHTS.INVALID');
  });

  it('refuses a fraction of a yen', () => {
    expect(() => apportion(0.5, [1])).toThrow('AMOUNT.NOT_SAFE_INTEGER');
  });

  it('keeps the sum, and every share within one yen of its exact part', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const shares = apportion(total, weights).map(BigInt);
        const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(BigInt(total));
        shares.forEach((share, index) => {
          const error = share * whole - BigInt(total) * BigInt(weights[index]!);
          expect(error < whole && -error < whole).toBe(true);
        });
      }),
    );
  });

  it('never gives a larger weight the smaller share, and mirrors the sign', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), anyWeights, (total, weights) => {
        const shares = apportion(total, weights);
        const byWeight = shares.map((share, index) => ({ share, weight: weights[index]! }));
        byWeight.sort((a, b) => a.weight - b.weight || a.share - b.share);
        expect(byWeight.every(({ share }, index) => index === 0 || byWeight[index - 1]!.share <= share)).toBe(true);
        expect(apportion(-total, weights)).toEqual(shares.map((share) => 0 - share));
      }),
    );
  });
});
