import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { cumulativeParts } from './cumulative-parts.js';
import { lineAmountYen } from './yen.js';

describe('parts that come one after another', () => {
  it('add up to the amount of the whole, and earlier ones stay', () => {
    assertProperty(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 99_999 }),
        (units, priceSen) => {
          const amountOf = (sum: number) => lineAmountYen(priceSen, sum, 'DOWN');
          const parts = cumulativeParts(units, amountOf);
          const whole = units.reduce((sum, part) => sum + part, 0);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amountOf(whole));
          expect(cumulativeParts(units.slice(0, -1), amountOf)).toEqual(parts.slice(0, -1));
          parts.forEach((part, index) => {
            expect(Math.abs(part - (priceSen * units[index]!) / 100)).toBeLessThan(1);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of 3.33 yen each', () => {
    expect(cumulativeParts([1, 1, 1, 1], (units) => lineAmountYen(333, units, 'DOWN'))).toEqual([3, 3, 3, 4]);
  });
});
