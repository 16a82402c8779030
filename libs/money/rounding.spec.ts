import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { type Rounding, divideRounded } from './rounding.js';

const anyNumerator = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const anyDenominator = fc.bigInt({ min: 1n, max: 10n ** 12n });
const anyRounding = fc.constantFrom<Rounding>('DOWN', 'NEAREST', 'UP');

describe('divideRounded', () => {
  it.each<[bigint, bigint, bigint, bigint, bigint]>([
    // numerator, denominator, DOWN, NEAREST, UP
    [10n, 4n, 2n, 3n, 3n],
    [9n, 4n, 2n, 2n, 3n],
    [11n, 4n, 2n, 3n, 3n],
    [8n, 4n, 2n, 2n, 2n],
    [0n, 4n, 0n, 0n, 0n],
    [1n, 3n, 0n, 0n, 1n],
    [-10n, 4n, -2n, -3n, -3n],
    [-1n, 3n, 0n, 0n, -1n],
  ])('%s ÷ %s', (numerator, denominator, down, nearest, up) => {
    expect(divideRounded(numerator, denominator, 'DOWN')).toBe(down);
    expect(divideRounded(numerator, denominator, 'NEAREST')).toBe(nearest);
    expect(divideRounded(numerator, denominator, 'UP')).toBe(up);
  });

  it('stays within one of the exact quotient, half of one when nearest', () => {
    assertProperty(
      fc.property(anyNumerator, anyDenominator, anyRounding, (numerator, denominator, rounding) => {
        const error = divideRounded(numerator, denominator, rounding) * denominator - numerator;
        const size = error < 0n ? -error : error;
        expect(rounding === 'NEAREST' ? size * 2n <= denominator : size < denominator).toBe(true);
      }),
    );
  });

  it('turns round with the sign', () => {
    assertProperty(
      fc.property(anyNumerator, anyDenominator, anyRounding, (numerator, denominator, rounding) => {
        expect(divideRounded(-numerator, denominator, rounding)).toBe(-divideRounded(numerator, denominator, rounding));
      }),
    );
  });

  it.each([0n, -1n])('refuses to divide by %s', (denominator) => {
    expect(() => divideRounded(1n, denominator, 'DOWN')).toThrow('DIVISOR.NOT_POSITIVE');
  });
});
