import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { type LocalDate, addDays } from './local-date.js';
import { addWorkingDays, isWorkingDay, workingDayBefore, workingDaysBetween } from './working-days.js';

const anyDate = fc.nat(365 * 60).map((days) => addDays('1980-01-01', days));
const anyCount = fc.integer({ min: -300, max: 300 });
/** A dozen days of closing, close together so that they are met. */
const anyClosing = fc.uniqueArray(anyDate, { maxLength: 12 }).map((dates) => new Set(dates));

describe('isWorkingDay', () => {
  it.each<[string, LocalDate]>([
    ['a Saturday', '2026-11-21'],
    ['a Sunday', '2026-11-22'],
    ['a holiday', '2026-11-23'],
    ['振替休日', '2026-05-06'],
    ['国民の休日', '2026-09-22'],
    ['the enthronement of 2019', '2019-05-01'],
    ['the marine day moved for the games', '2021-07-22'],
    ['29 December', '2026-12-29'],
    ['31 December', '2026-12-31'],
    ['2 January', '2026-01-02'],
    ['the equinox of the last known year', '2050-03-21'],
  ])('rests on %s', (_, date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  it.each<LocalDate>(['2026-11-20', '2026-12-28', '2027-01-04', '2021-07-19', '2026-11-24'])('works on %s', (date) => {
    expect(isWorkingDay(date)).toBe(true);
  });

  it('rests on the days a desk adds', () => {
    expect(isWorkingDay('2026-08-13', new Set<LocalDate>(['2026-08-13']))).toBe(false);
  });

  it.each<LocalDate>(['1969-12-31', '2051-01-01'])('does not guess about %s', (date) => {
    expect(() => isWorkingDay(date)).toThrow('HOLIDAYS.UNKNOWN_YEAR');
  });
});

describe('addWorkingDays', () => {
  it('passes over weekend, holiday and year end', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-24');
    expect(addWorkingDays('2026-11-24', -1)).toBe('2026-11-20');
    expect(addWorkingDays('2026-12-28', 1)).toBe('2027-01-04');
    expect(addWorkingDays('2026-04-28', 3)).toBe('2026-05-07');
  });

  it('starts anywhere, and 0 stays where it is', () => {
    expect(addWorkingDays('2026-11-22', 1)).toBe('2026-11-24');
    expect(addWorkingDays('2026-11-22', -1)).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-22', 0)).toBe('2026-11-22');
  });

  it('refuses half a day, and stops where holidays are no longer known', () => {
    expect(() => addWorkingDays('2026-11-20', 0.5)).toThrow('DAY_COUNT.INVALID');
    expect(() => addWorkingDays('2050-12-28', 1)).toThrow('HOLIDAYS.UNKNOWN_YEAR');
  });

  it('is undone by the opposite count from a working day', () => {
    assertProperty(
      fc.property(anyDate, anyCount, anyClosing, (date, count, closing) => {
        const start = addWorkingDays(date, 1, closing);
        expect(addWorkingDays(addWorkingDays(start, count, closing), -count, closing)).toBe(start);
      }),
    );
  });

  it('lands on a working day', () => {
    assertProperty(
      fc.property(anyDate, anyCount, anyClosing, (date, count, closing) => {
        fc.pre(count !== 0);
        expect(isWorkingDay(addWorkingDays(date, count, closing), closing)).toBe(true);
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('counts the end, not the start', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-24')).toBe(1);
    expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(0);
    expect(workingDaysBetween('2026-11-24', '2026-11-20')).toBe(-1);
    expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
  });

  it('tells the count addWorkingDays was given', () => {
    assertProperty(
      fc.property(anyDate, anyCount, anyClosing, (date, count, closing) => {
        expect(workingDaysBetween(date, addWorkingDays(date, count, closing), closing)).toBe(count);
      }),
    );
  });

  it('adds up over any day between', () => {
    assertProperty(
      fc.property(anyDate, fc.nat(400), fc.nat(400), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        expect(workingDaysBetween(from, middle) + workingDaysBetween(middle, to)).toBe(workingDaysBetween(from, to));
      }),
    );
  });
});

describe('workingDayBefore', () => {
  const tokyo = (local: string) => new Date(`${local}+09:00`);

  it.each([
    ['2026-11-19T17:00', 1, '2026-11-18T17:00'],
    ['2026-11-24T10:30', 1, '2026-11-20T10:30'],
    ['2026-11-22T23:59', 1, '2026-11-20T23:59'],
    // Early in the morning in Tokyo it is still the day before in UTC.
    ['2026-11-24T08:00', 1, '2026-11-20T08:00'],
    ['2026-11-24T00:00', 3, '2026-11-18T00:00'],
    ['2027-01-04T09:00', 1, '2026-12-28T09:00'],
  ])('from %s goes back %i to %s', (from, count, expected) => {
    expect(workingDayBefore(tokyo(from), count)).toEqual(tokyo(expected));
  });

  it('knows the closing days of a facility', () => {
    expect(workingDayBefore(tokyo('2026-08-17T12:00'), 1, new Set<LocalDate>(['2026-08-14', '2026-08-13']))).toEqual(
      tokyo('2026-08-12T12:00'),
    );
  });
});
