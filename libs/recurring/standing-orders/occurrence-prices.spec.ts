import fc from 'fast-check';
import { addDays, datesOf } from '#yui/calendar';
import { assertProperty } from '../../../test/harness/property.js';
import { occurrencePrices } from './occurrence-prices.js';

const weekly = datesOf(
  { kind: 'WEEKLY', weekdays: [2], everyWeeks: 1 },
  { from: '2026-04-01', to: '2027-03-31' },
  'KEEP',
).map(({ plannedOn }) => ({ plannedOn, quantity: 1 }));

describe('occurrencePrices', () => {
  it('shares the price of a month among its dates, the earlier ones first', () => {
    const prices = occurrencePrices('PER_MONTH', 1_000_100, weekly.slice(0, 4));
    expect(prices).toEqual([250_100, 250_000, 250_000, 250_000]);
  });

  it('refuses what is no whole number of sen for a unit', () => {
    expect(() => occurrencePrices('PER_OCCURRENCE', 10_000, [{ plannedOn: '2026-04-01', quantity: 3 }])).toThrow(
      'STANDING_ORDER.PRICE_NOT_DIVISIBLE',
    );
    expect(occurrencePrices('PER_OCCURRENCE', 1_234_500, [{ plannedOn: '2026-04-01', quantity: 50 }])).toEqual([
      24_690,
    ]);
  });

  it('comes to the agreed sum every month, whole yen each time, however many dates there are', () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom(1, 2, 4, 5, 10, 20, 25, 50, 100),
        fc.array(fc.nat(364), { minLength: 1, maxLength: 60 }),
        (yen, quantity, days) => {
          const dates = days.map((day) => ({ plannedOn: addDays('2026-04-01', day), quantity }));
          const prices = occurrencePrices('PER_MONTH', yen * 100, dates);
          const months = new Map<string, number[]>();
          dates.forEach(({ plannedOn }, index) => {
            const month = plannedOn.slice(0, 7);
            months.set(month, [...(months.get(month) ?? []), (prices[index]! * quantity) / 100]);
          });
          for (const parts of months.values()) {
            expect(parts.every(Number.isInteger)).toBe(true);
            expect(parts.reduce((sum, part) => sum + part, 0)).toBe(yen);
            expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
