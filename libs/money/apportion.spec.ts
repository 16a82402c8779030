import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { apportion, apportionExact } from './apportion.js';

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
    assertProperty(
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

  it('takes no yen from a share that is whole: each is rounded down, the missing yen go to the largest fractions', () => {
    expect(apportionExact({ numerator: 308n * (2_721n + 8_850n), denominator: 100n }, [2_721, 8_850])).toEqual([
      8_380, 27_258,
    ]);
    const anyAmount = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n });
    const anyDivisor = fc.bigInt({ min: 1n, max: 1_000n });
    assertProperty(
      fc.property(anyAmount, anyDivisor, anyWeights, (numerator, denominator, weights) => {
        const shares = apportionExact({ numerator, denominator }, weights).map(BigInt);
        const divisor = denominator * weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(numerator / denominator);
        const fractions = weights.map((weight) => (numerator * BigInt(weight)) % divisor);
        const isUp = shares.map((share, index) => {
          const down = (numerator * BigInt(weights[index]!)) / divisor;
          expect([down, down + 1n]).toContain(share);
          return share > down;
        });
        const raised = fractions.filter((_, index) => isUp[index]);
        const kept = fractions.filter((_, index) => !isUp[index]);
        expect(raised.every((fraction) => fraction > 0n && kept.every((other) => other <= fraction))).toBe(true);
      }),
    );
  });

  it('never gives a larger weight the smaller share, and mirrors the sign', () => {
    assertProperty(
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
