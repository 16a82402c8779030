import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { addDays, daysBetween, type LocalDate, type Weekday, weekday } from './local-date.js';
import { datesOf, firstDayOfMonth, HOLIDAY_RULES, lastDayOfMonth, type Period, type Rhythm } from './rhythm.js';
import { isWorkingDay } from './working-days.js';

const year: Period = { from: '2026-04-01', to: '2027-03-31' };
const days = (rhythm: Rhythm, rule: (typeof HOLIDAY_RULES)[number] = 'KEEP', period = year) =>
  datesOf(rhythm, period, rule).map(({ dueOn }) => dueOn);
const weekly = (...weekdays: Weekday[]): Rhythm => ({ kind: 'WEEKLY', weekdays, everyWeeks: 1 });

const anyPeriod = fc.tuple(fc.nat(365 * 20), fc.nat(400)).map(([start, length]) => {
  const from = addDays('2020-01-01', start);
  return { from, to: addDays(from, length) };
});
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({
    kind: fc.constant('WEEKLY' as const),
    weekdays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('MONTHLY_DAY' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.constant({ kind: 'MONTHLY_LAST_WORKING_DAY' as const }),
  fc.record({
    kind: fc.constant('NAMED_DATES' as const),
    dates: fc.array(
      fc.nat(365 * 21).map((day) => addDays('2020-01-01', day)),
      { maxLength: 30 },
    ),
  }),
  fc.constant({ kind: 'ON_CALL' as const }),
);
const anyRule = fc.constantFrom(...HOLIDAY_RULES);

describe('datesOf', () => {
  it('finds every Tuesday of a year', () => {
    expect(days(weekly(2))).toHaveLength(52);
    expect(days(weekly(2)).slice(0, 3)).toEqual(['2026-04-07', '2026-04-14', '2026-04-21']);
  });

  it('takes every second week from the week of the first day', () => {
    const rhythm: Rhythm = { kind: 'WEEKLY', weekdays: [1, 5], everyWeeks: 2 };
    expect(days(rhythm).slice(0, 4)).toEqual(['2026-04-03', '2026-04-13', '2026-04-17', '2026-04-27']);
  });

  it('keeps, omits or moves what falls on a holiday', () => {
    const golden = { from: '2026-04-27', to: '2026-05-10' } as const;
    expect(days(weekly(1, 3), 'KEEP', golden)).toEqual(['2026-04-27', '2026-04-29', '2026-05-04', '2026-05-06']);
    expect(days(weekly(1, 3), 'OMIT', golden)).toEqual(['2026-04-27']);
    // 4 and 6 May both move to the 7th, which is done once.
    expect(days(weekly(1, 3), 'NEXT_WORKING_DAY', golden)).toEqual(['2026-04-27', '2026-04-30', '2026-05-07']);
    expect(days(weekly(1, 3), 'PREVIOUS_WORKING_DAY', golden)).toEqual(['2026-04-27', '2026-04-28', '2026-05-01']);
  });

  it('does not take a Sunday that was chosen for a holiday', () => {
    expect(days(weekly(7), 'OMIT')).toHaveLength(52);
  });

  it('ends a short month on its last day, and finds the last working days', () => {
    expect(days({ kind: 'MONTHLY_DAY', day: 31 }).slice(0, 3)).toEqual(['2026-04-30', '2026-05-31', '2026-06-30']);
    expect(days({ kind: 'MONTHLY_LAST_WORKING_DAY' }).slice(7, 10)).toEqual(['2026-11-30', '2026-12-28', '2027-01-29']);
  });

  it('moves the other way where the period ends', () => {
    const may = { from: '2026-05-01', to: '2026-05-03' } as const;
    expect(days({ kind: 'MONTHLY_DAY', day: 3 }, 'NEXT_WORKING_DAY', may)).toEqual(['2026-05-01']);
  });

  it('stays within the period, in order, once a day, and off the days of rest where it was asked to', () => {
    assertProperty(
      fc.property(anyRhythm, anyPeriod, anyRule, (rhythm, period, rule) => {
        const dates = datesOf(rhythm, period, rule);
        const due = dates.map(({ dueOn }) => dueOn);
        expect(due).toEqual([...new Set(due)].sort());
        expect(due.every((day) => period.from <= day && day <= period.to)).toBe(true);
        const isOnPurpose = (day: LocalDate) =>
          rhythm.kind === 'NAMED_DATES' || (rhythm.kind === 'WEEKLY' && weekday(day) > 5);
        if (rule !== 'KEEP') expect(due.filter((day) => !isOnPurpose(day) && !isWorkingDay(day))).toEqual([]);
        // Nothing is moved that need not be, and nobody waits longer than the longest rest of the calendar.
        for (const { plannedOn, dueOn } of dates) {
          if (plannedOn !== dueOn) expect(isWorkingDay(plannedOn)).toBe(false);
          expect(Math.abs(daysBetween(plannedOn, dueOn))).toBeLessThan(14);
        }
      }),
    );
  });

  it('says of a longer period the same as of its parts, but for what is moved over the seam', () => {
    assertProperty(
      fc.property(anyRhythm, anyPeriod, fc.nat(400), (rhythm, period, at) => {
        fc.pre(rhythm.kind !== 'WEEKLY' || rhythm.everyWeeks === 1);
        const seam = addDays(period.from, Math.min(at, daysBetween(period.from, period.to)));
        const parts = [
          ...datesOf(rhythm, { from: period.from, to: seam }, 'KEEP'),
          ...datesOf(rhythm, { from: addDays(seam, 1), to: period.to }, 'KEEP'),
        ];
        expect(parts).toEqual(datesOf(rhythm, period, 'KEEP'));
      }),
    );
  });
});

describe('months', () => {
  it('begin and end', () => {
    expect([firstDayOfMonth('2028-02-10'), lastDayOfMonth('2028-02-10')]).toEqual(['2028-02-01', '2028-02-29']);
    expect(lastDayOfMonth('2026-12-31')).toBe('2026-12-31');
  });
});
