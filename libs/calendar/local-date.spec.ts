import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { type LocalDate, addDays, daysBetween, parseLocalDate, todayInTokyo, weekday } from './local-date.js';

const anyDate = fc
  .date({ min: new Date('1873-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as LocalDate);

describe('parseLocalDate', () => {
  it.each(['2026-11-21', '2024-02-29', '2000-02-29', '1873-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    ...['', '2026-1-5', '2026/11/21', '20261121', '2026-11-21T00:00', ' 2026-11-21', '2026-11-21\n', '２０２６-11-21'],
    ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00', '+002026-01-01'],
  ])('refuses %j', (text) => {
    expect(() => parseLocalDate(text)).toThrow('LOCAL_DATE.INVALID');
  });

  it.each(['0026-11-21', '0206-11-21', '1872-12-31'])('finds %s, a slip of the keyboard, out of range', (text) => {
    expect(() => parseLocalDate(text)).toThrow('LOCAL_DATE.OUT_OF_RANGE');
  });

  it('takes exactly the days there are', () => {
    assertProperty(
      fc.property(fc.integer({ min: 1873, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const daysInMonth = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
        const parse = () => parseLocalDate(text);
        if (day >= 1 && day <= daysInMonth) expect(parse()).toBe(text);
        else expect(parse).toThrow('LOCAL_DATE.INVALID');
      }),
    );
  });
});

describe('todayInTokyo', () => {
  it.each([
    ['2026-11-20T14:59:59.999Z', '2026-11-20'],
    ['2026-11-20T15:00:00.000Z', '2026-11-21'],
    ['1969-12-31T14:59:59.999Z', '1969-12-31'],
  ])('turns the day at midnight in Tokyo: %s is %s', (instant, date) => {
    expect(todayInTokyo(new Date(instant))).toBe(date);
  });

  it('refuses an invalid Date', () => {
    expect(() => todayInTokyo(new Date(NaN))).toThrow('INSTANT.INVALID');
  });

  it('agrees with the time zone database', () => {
    const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });
    const instants = fc.date({ min: new Date('1952-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    assertProperty(fc.property(instants, (instant) => expect(todayInTokyo(instant)).toBe(tokyo.format(instant))));
  });
});

describe('addDays and daysBetween', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
  });

  it('refuses a fraction of a day and a day beyond the calendar', () => {
    expect(() => addDays('2026-11-21', 0.5)).toThrow('DAY_COUNT.INVALID');
    expect(() => addDays('9999-12-31', 1)).toThrow('LOCAL_DATE.OUT_OF_RANGE');
    expect(() => addDays('2026-11-21', 1e15)).toThrow('LOCAL_DATE.OUT_OF_RANGE');
  });

  it('refuses a date that slipped past the type', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('LOCAL_DATE.INVALID');
  });

  it('undo one another, and text sorts as time does', () => {
    assertProperty(
      fc.property(anyDate, anyDate, (a, b) => {
        const days = daysBetween(a, b);
        expect(addDays(a, days)).toBe(b);
        expect(addDays(b, -days)).toBe(a);
        expect(Math.sign(days)).toBe(a === b ? 0 : a < b ? 1 : -1);
      }),
    );
  });
});

describe('weekday', () => {
  it('counts from Monday', () => {
    expect(weekday('2026-11-16')).toBe(1);
    expect(weekday('2026-11-21')).toBe(6);
    expect(weekday('2026-11-22')).toBe(7);
  });

  it('moves on with every day', () => {
    assertProperty(
      fc.property(anyDate, (date) => {
        fc.pre(date !== '9999-12-31');
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
      }),
    );
  });
});
