import fc from 'fast-check';
import { addDays, daysBetween, isWorkingDay, parseLocalDate } from '#yui/calendar';
import { assertProperty } from '../../../test/harness/property.js';
import {
  facilityPaymentOn,
  governmentPaymentOn,
  latestPaymentOn,
  longestWaitDays,
  paymentDateOf,
} from './payment-day.js';

const TWENTIETH = { closingDay: 20, paymentMonths: 1, paymentDay: 10 };
const END_OF_NEXT_MONTH = { closingDay: 31, paymentMonths: 1, paymentDay: 31 };

describe('when something is paid', () => {
  it.each([
    ['2026-11-01', '2026-12-31'],
    ['2026-11-30', '2026-12-31'],
    ['2026-12-01', '2027-01-31'],
    ['2027-01-31', '2027-02-28'],
  ] as const)('月末締め翌月末払い: of %s on %s', (date, expected) => {
    expect(paymentDateOf(END_OF_NEXT_MONTH, date)).toBe(expected);
  });

  it.each([
    ['2026-11-20', '2026-12-10'],
    ['2026-11-21', '2027-01-10'],
    ['2026-12-21', '2027-02-10'],
  ] as const)('20日締め翌月10日払い: of %s on %s', (date, expected) => {
    expect(paymentDateOf({ closingDay: 20, paymentMonths: 1, paymentDay: 10 }, date)).toBe(expected);
  });

  it('facilities: counts the day of receipt as the first of the sixty', () => {
    expect(latestPaymentOn('2026-11-02', TWENTIETH)).toBe('2026-12-31');
    expect(daysBetween('2026-11-02', '2026-12-31') + 1).toBe(60);
    // Two months from 1 July are 62 days: the law comes before the rule. 29 August 2026 is a Saturday.
    const threeMonthsLater = { closingDay: 31, paymentMonths: 2, paymentDay: 20 };
    expect(facilityPaymentOn(threeMonthsLater, '2026-07-01')).toBe('2026-08-28');
  });

  it('facilities: 月末締め翌月末払い is one term, months of 31 days counting as those of 30', () => {
    expect(facilityPaymentOn(END_OF_NEXT_MONTH, '2026-07-01')).toBe('2026-08-31');
    expect(facilityPaymentOn(END_OF_NEXT_MONTH, '2026-07-31')).toBe('2026-08-31');
    expect(latestPaymentOn('2026-07-01', END_OF_NEXT_MONTH)).toBe('2026-08-31');
    expect(latestPaymentOn('2026-07-20', END_OF_NEXT_MONTH)).toBe('2026-09-17');
  });

  it('facilities: never after the sixtieth day, and always on a working day, whatever the rule', () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 31 }),
        (days, closingDay, paymentMonths, paymentDay) => {
          const received = addDays(parseLocalDate('2026-01-05'), days);
          const due = facilityPaymentOn({ closingDay, paymentMonths, paymentDay }, received);
          const isOneTerm = closingDay === paymentDay && paymentMonths === 1;
          expect(daysBetween(received, due) + 1).toBeLessThanOrEqual(isOneTerm ? 62 : 60);
          expect(isWorkingDay(due)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('buyers: on a day on which banks are open, where that was agreed, and on the day itself where not', () => {
    assertProperty(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 31 }), (days, paymentDay) => {
        const accepted = addDays(parseLocalDate('2026-01-05'), days);
        const term = { closingDay: 31, paymentMonths: 1, paymentDay };
        const [asIs, before, after] = (['AS_IS', 'BEFORE', 'AFTER'] as const).map((dueDayRule) =>
          paymentDateOf({ ...term, dueDayRule }, accepted),
        );
        expect(asIs).toBe(paymentDateOf(term, accepted));
        expect([isWorkingDay(before!), isWorkingDay(after!)]).toEqual([true, true]);
        expect(before! <= asIs! && asIs! <= after!).toBe(true);
        if (isWorkingDay(asIs!)) expect([before, after]).toEqual([asIs, asIs]);
        const latest = governmentPaymentOn(accepted);
        expect(governmentPaymentOn(accepted, 'AFTER')).toBe(latest);
        expect(isWorkingDay(governmentPaymentOn(accepted, 'BEFORE'))).toBe(true);
        expect(governmentPaymentOn(accepted, 'BEFORE') <= latest).toBe(true);
      }),
    );
  });

  it('says how long a rule lets facilities wait', () => {
    expect(longestWaitDays({ closingDay: 31, paymentMonths: 1, paymentDay: 25 })).toBe(56);
    expect(longestWaitDays(END_OF_NEXT_MONTH)).toBe(62);
    expect(longestWaitDays({ closingDay: 20, paymentMonths: 1, paymentDay: 10 })).toBe(52);
  });

  it('governments: 30 days after the claim', () => {
    expect(governmentPaymentOn('2026-11-01')).toBe('2026-12-01');
  });
});
