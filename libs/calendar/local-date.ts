import { CalendarError } from './calendar-error.js';

/**
 * A business day in Asia/Tokyo, written `YYYY-MM-DD`, from 1873-01-01 (Japan adopted the Gregorian calendar) to
 * 9999-12-31. As plain text it sorts in order of time and is what the API, the database and JSON carry.
 * The type stops unchecked strings; {@link parseLocalDate} is the way in for text from outside.
 */
export type LocalDate = `${number}-${number}-${number}`;

/** Monday is 1, Sunday is 7 (ISO 8601, as `isodow` in PostgreSQL). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1873, 0, 1) / MS_PER_DAY;
const LAST_DAY = Date.UTC(9999, 11, 31) / MS_PER_DAY;

/** Japan is nine hours ahead of UTC and has had no summer time since 1951, so a constant is exact and fast. */
const TOKYO_OFFSET_MS = 9 * 3_600_000;

/**
 * @throws CalendarError `LOCAL_DATE.INVALID` for anything but four, two and two digits that name a real day;
 * `LOCAL_DATE.OUT_OF_RANGE` for a day before 1873.
 */
export function parseLocalDate(text: string): LocalDate {
  toDayNumber(text);
  return text as LocalDate;
}

/** The day it is in Tokyo at that instant. */
export function todayInTokyo(instant: Date): LocalDate {
  return fromDayNumber(toTokyo(instant).dayNumber);
}

/** @param days an integer, may be negative */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new CalendarError('DAY_COUNT.INVALID', { value: days });
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from the first date to the second: 1 from today to tomorrow, negative if `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function weekday(date: LocalDate): Weekday {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** Day number 0, 1970-01-01, was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): Weekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Whole days since 1970-01-01. Checks the text, so every function of this library refuses a date that is none. */
export function toDayNumber(date: string): number {
  const { year, month, day } = toParts(date);
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC lets 31 April roll over into 1 May, and reads years below 100 as 19xx.
  if (day === 0 || month === 0 || month > 12 || new Date(midnight).getUTCDate() !== day) {
    throw new CalendarError('LOCAL_DATE.INVALID', { value: date });
  }
  if (year < 1873) throw new CalendarError('LOCAL_DATE.OUT_OF_RANGE', { value: date });
  return midnight / MS_PER_DAY;
}

export function fromDayNumber(dayNumber: number): LocalDate {
  if (dayNumber < FIRST_DAY || dayNumber > LAST_DAY) {
    throw new CalendarError('LOCAL_DATE.OUT_OF_RANGE', { value: dayNumber });
  }
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

/** Splits the text; does not check that the day exists. */
export function toParts(date: string): { year: number; month: number; day: number } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new CalendarError('LOCAL_DATE.INVALID', { value: date });
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day in Tokyo, and the milliseconds since its midnight. */
export function toTokyo(instant: Date): { dayNumber: number; msOfDay: number } {
  const localMs = instant.getTime() + TOKYO_OFFSET_MS;
  if (Number.isNaN(localMs)) throw new CalendarError('INSTANT.INVALID', { value: instant });
  const dayNumber = Math.floor(localMs / MS_PER_DAY);
  return { dayNumber, msOfDay: localMs - dayNumber * MS_PER_DAY };
}

/** The other way round. */
export function fromTokyo(dayNumber: number, msOfDay: number): Date {
  return new Date(dayNumber * MS_PER_DAY + msOfDay - TOKYO_OFFSET_MS);
}
