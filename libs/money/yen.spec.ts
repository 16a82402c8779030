import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { MoneyError } from './money-error.js';
import { type Yen, formatUnitPrice, formatYen, lineAmountYen, toThousands } from './yen.js';

const MOST = Number.MAX_SAFE_INTEGER;

describe('lineAmountYen', () => {
  it('multiplies first and rounds once', () => {
    expect(lineAmountYen(350, 1_001, 'DOWN')).toBe(3_503);
    expect(lineAmountYen(350, 1_001, 'NEAREST')).toBe(3_504);
    expect(lineAmountYen(333, 100, 'UP')).toBe(333);
    expect(lineAmountYen(1, 149, 'NEAREST')).toBe(1);
    expect(lineAmountYen(1, 1, 'UP')).toBe(1);
    expect(lineAmountYen(12_300, 0, 'UP')).toBe(0);
  });

  it('is exact where a floating-point product is not', () => {
    // 90_071_992_547_409 × 9_999 sen needs 60 bits.
    expect(lineAmountYen(90_071_992_547_409, 9_999, 'DOWN')).toBe(9_006_298_534_815_425);
  });

  it('mirrors a correction', () => {
    expect(lineAmountYen(350, -1_001, 'DOWN')).toBe(-3_503);
    expect(lineAmountYen(350, -1_001, 'NEAREST')).toBe(-3_504);
    expect(Object.is(lineAmountYen(1, -1, 'DOWN'), 0)).toBe(true);
  });

  it.each([
    [3.5, 1],
    [350, 0.5],
    [NaN, 1],
    [350, Infinity],
    [MOST + 1, 1],
    [MOST, 101],
  ])('refuses %d sen × %d', (unitPriceSen, quantity) => {
    expect(() => lineAmountYen(unitPriceSen, quantity, 'DOWN')).toThrow('AMOUNT.NOT_SAFE_INTEGER');
  });

  it('tells what it refused', () => {
    const attempt = () => lineAmountYen(3.5, 1, 'DOWN');
    expect(attempt).toThrow(MoneyError);
    expect(attempt).toThrow(RangeError);
    expect(new MoneyError('AMOUNT.NOT_SAFE_INTEGER', { value: 3.5 })).toMatchObject({
      code: 'AMOUNT.NOT_SAFE_INTEGER',
      details: { value: 3.5 },
    });
  });

  it('of a whole number of yen needs no rounding', () => {
    assertProperty(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(1_000_000), (priceYen, quantity) => {
        const expected = priceYen * quantity + 0;
        for (const rounding of ['DOWN', 'NEAREST', 'UP'] as const) {
          expect(lineAmountYen(priceYen * 100, quantity, rounding)).toBe(expected);
        }
      }),
    );
  });
});

describe('toThousands', () => {
  it('rounds as named', () => {
    expect(toThousands(1_234_500, 'DOWN')).toBe(1_234);
    expect(toThousands(1_234_500, 'NEAREST')).toBe(1_235);
    expect(toThousands(1_234_499, 'NEAREST')).toBe(1_234);
    expect(toThousands(1_234_001, 'UP')).toBe(1_235);
    expect(toThousands(-500, 'NEAREST')).toBe(-1);
  });
});

describe('formatting', () => {
  it.each<[Yen, string]>([
    [12_345, '12,345円'],
    [0, '0円'],
    [-0, '0円'],
    [999, '999円'],
    [-12_345, '-12,345円'],
    [MOST, '9,007,199,254,740,991円'],
  ])('%d yen', (amountYen, text) => {
    expect(formatYen(amountYen)).toBe(text);
  });

  it.each([
    [350, '3.50円'],
    [305, '3.05円'],
    [5, '0.05円'],
    [30_000, '300円'],
    [123_456_789, '1,234,567.89円'],
    [-5, '-0.05円'],
    [0, '0円'],
  ])('%d sen', (unitPriceSen, text) => {
    expect(formatUnitPrice(unitPriceSen)).toBe(text);
  });

  it('refuses what is no amount', () => {
    expect(() => formatYen(1.5)).toThrow('AMOUNT.NOT_SAFE_INTEGER');
    expect(() => formatUnitPrice(NaN)).toThrow('AMOUNT.NOT_SAFE_INTEGER');
  });
});
