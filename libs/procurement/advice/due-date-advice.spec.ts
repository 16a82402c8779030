import fc from 'fast-check';
import { addDays } from '#yui/calendar';
import { assertProperty } from '../../../test/harness/property.js';
import { earliestDay, usualLeadDays } from './due-date-advice.js';

const DAYS = Array.from({ length: 60 }, (_, index) => addDays('2026-11-21', index));

describe('When the whole quantity could be done', () => {
  it('is the first day that is enough, and not the day before', () => {
    assertProperty(
      fc.property(
        fc.array(fc.nat(50), { minLength: DAYS.length, maxLength: DAYS.length }),
        fc.integer({ min: 1, max: 2000 }),
        (more, quantity) => {
          let sum = 0;
          const until = new Map(DAYS.map((day, index) => [day, (sum += more[index]!)]));
          const day = earliestDay(DAYS, quantity, (on) => until.get(on)!);
          if (day === null) return sum < quantity;
          const before = until.get(addDays(day, -1)) ?? 0;
          return until.get(day)! >= quantity && before < quantity;
        },
      ),
    );
  });

  it('knows the usual lead time', () => {
    expect(usualLeadDays([5, 0, 2])).toBe(2);
    expect(usualLeadDays([1, 9])).toBe(1);
    expect(usualLeadDays([])).toBe(0);
  });
});
