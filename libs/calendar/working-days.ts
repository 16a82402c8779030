import holidayJp from '@holiday-jp/holiday_jp';
import { CalendarError } from './calendar-error.js';
import { type LocalDate, fromDayNumber, fromTokyo, toDayNumber, toTokyo, weekdayOfDayNumber } from './local-date.js';

/** Days on which a desk or a facility is closed although the country works. */
export type ExtraHolidays = ReadonlySet<LocalDate>;

const NO_EXTRA_HOLIDAYS: ExtraHolidays = new Set();

/** The years the holiday library covers; beyond them the equinox holidays are not fixed by anyone. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2050;
const FIRST_DAY = toDayNumber(`${FIRST_YEAR}-01-01`);
const LAST_DAY = toDayNumber(`${LAST_YEAR}-12-31`);

/** One byte a day from FIRST_DAY, 1 where the country works. Built once: a question is then one look-up. */
const IS_WORKING = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(LAST_DAY - FIRST_DAY + 1);
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) table[day - FIRST_DAY] = weekdayOfDayNumber(day) <= 5 ? 1 : 0;
  for (const date of Object.keys(holidayJp.holidays)) table[toDayNumber(date) - FIRST_DAY] = 0;
  // Offices rest from 29 December to 3 January (行政機関の休日に関する法律 第1条第1項第3号).
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const newYear = toDayNumber(`${year}-01-01`) - FIRST_DAY;
    const yearEnd = toDayNumber(`${year}-12-29`) - FIRST_DAY;
    table.fill(0, newYear, newYear + 3).fill(0, yearEnd, yearEnd + 3);
  }
  return table;
}

/**
 * Neither a weekend, nor a holiday (with 振替休日 and 国民の休日), nor 29 December to 3 January, nor an extra holiday.
 * @throws CalendarError `HOLIDAYS.UNKNOWN_YEAR` outside 1970 to 2050, here and in everything that counts working days
 */
export function isWorkingDay(date: LocalDate, extraHolidays: ExtraHolidays = NO_EXTRA_HOLIDAYS): boolean {
  return isWorking(toDayNumber(date), extraHolidays);
}

/** A day on which banks transfer: they rest from 31 December to 3 January, and work before (銀行法施行令 第5条第1項). */
export function isBankDay(date: LocalDate): boolean {
  return isWorkingDay(date) || (/-12-(29|30)$/.test(date) && weekdayOfDayNumber(toDayNumber(date)) <= 5);
}

/**
 * The `count`th working day after the date, or before it when `count` is negative. 0 gives the date itself, working
 * day or not.
 */
export function addWorkingDays(date: LocalDate, count: number, extraHolidays = NO_EXTRA_HOLIDAYS): LocalDate {
  return fromDayNumber(moveWorkingDays(toDayNumber(date), count, extraHolidays));
}

/**
 * How many working days lie between: the start is not counted, the end is. Negative when `to` is the earlier, so that
 * `workingDaysBetween(d, addWorkingDays(d, n))` is `n` for every date and every `n`.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, extraHolidays = NO_EXTRA_HOLIDAYS): number {
  const start = toDayNumber(from);
  const end = toDayNumber(to);
  const step = Math.sign(end - start);
  let count = 0;
  for (let day = start; day !== end;) {
    day += step;
    if (isWorking(day, extraHolidays)) count += step;
  }
  return count;
}

/**
 * The instant some working days earlier, at the same time of day in Tokyo: one before Monday 10:00 is Friday 10:00.
 * This is how "24 hours before, in working days" is told.
 */
export function workingDayBefore(instant: Date, count: number, extraHolidays = NO_EXTRA_HOLIDAYS): Date {
  const { dayNumber, msOfDay } = toTokyo(instant);
  return fromTokyo(moveWorkingDays(dayNumber, -count, extraHolidays), msOfDay);
}

function moveWorkingDays(dayNumber: number, count: number, extraHolidays: ExtraHolidays): number {
  if (!Number.isSafeInteger(count)) throw new CalendarError('DAY_COUNT.INVALID', { value: count });
  const step = Math.sign(count);
  let day = dayNumber;
  for (let left = Math.abs(count); left > 0;) {
    day += step;
    if (isWorking(day, extraHolidays)) left--;
  }
  return day;
}

function isWorking(dayNumber: number, extraHolidays: ExtraHolidays): boolean {
  const isWorkingInCountry = IS_WORKING[dayNumber - FIRST_DAY];
  if (isWorkingInCountry === undefined) {
    throw new CalendarError('HOLIDAYS.UNKNOWN_YEAR', { value: fromDayNumber(dayNumber) });
  }
  if (isWorkingInCountry === 0) return false;
  return extraHolidays.size === 0 || !extraHolidays.has(fromDayNumber(dayNumber));
}
