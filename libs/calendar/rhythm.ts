import { addDays, daysBetween, type LocalDate, type Weekday, weekday } from './local-date.js';
import { addWorkingDays, type ExtraHolidays, isWorkingDay } from './working-days.js';

/** When work comes again. */
export type Rhythm =
  /** On these weekdays, every so many weeks, counted from the week in which the period begins. */
  | { readonly kind: 'WEEKLY'; readonly weekdays: readonly Weekday[]; readonly everyWeeks: number }
  /** On this day of each month, 1 to 31; on the last day of a month that is shorter. */
  | { readonly kind: 'MONTHLY_DAY'; readonly day: number }
  | { readonly kind: 'MONTHLY_LAST_WORKING_DAY' }
  | { readonly kind: 'NAMED_DATES'; readonly dates: readonly LocalDate[] }
  /** Only when somebody asks for it. */
  | { readonly kind: 'ON_CALL' };

export const RHYTHM_KINDS = [
  'WEEKLY',
  'MONTHLY_DAY',
  'MONTHLY_LAST_WORKING_DAY',
  'NAMED_DATES',
  'ON_CALL',
] as const satisfies readonly Rhythm['kind'][];

/** What becomes of a date on which the country rests. */
export const HOLIDAY_RULES = ['KEEP', 'OMIT', 'NEXT_WORKING_DAY', 'PREVIOUS_WORKING_DAY'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface RhythmDate {
  /** What the rhythm says. */
  readonly plannedOn: LocalDate;
  /** What the holidays leave of it. */
  readonly dueOn: LocalDate;
}

/**
 * The dates of a rhythm in a period, in order. Holidays are looked at where the rhythm does not choose the day on purpose:
 * a weekly date at a weekend, and a date that was named, stay. A date is moved within the period only (the other way
 * where the period ends), and never onto a day that has one already: that one is done then.
 */
export function datesOf(
  rhythm: Rhythm,
  period: Period,
  rule: HolidayRule,
  extraHolidays?: ExtraHolidays,
): RhythmDate[] {
  const planned = plannedDates(rhythm, period, extraHolidays);
  const rests = (day: LocalDate) =>
    rhythm.kind !== 'NAMED_DATES' &&
    !(rhythm.kind === 'WEEKLY' && weekday(day) > 5) &&
    !isWorkingDay(day, extraHolidays);
  const taken = new Set(planned.filter((day) => !rests(day) || rule === 'KEEP'));
  const dates: RhythmDate[] = [];
  for (const plannedOn of planned) {
    if (!rests(plannedOn) || rule === 'KEEP') {
      dates.push({ plannedOn, dueOn: plannedOn });
      continue;
    }
    const dueOn = rule === 'OMIT' ? null : movedWithin(plannedOn, period, rule, extraHolidays);
    if (dueOn === null || taken.has(dueOn)) continue;
    taken.add(dueOn);
    dates.push({ plannedOn, dueOn });
  }
  return dates.sort((one, other) => daysBetween(other.dueOn, one.dueOn));
}

function movedWithin(
  day: LocalDate,
  { from, to }: Period,
  rule: 'NEXT_WORKING_DAY' | 'PREVIOUS_WORKING_DAY',
  extraHolidays?: ExtraHolidays,
): LocalDate | null {
  const forward = addWorkingDays(day, 1, extraHolidays);
  const back = addWorkingDays(day, -1, extraHolidays);
  const wanted = rule === 'NEXT_WORKING_DAY' ? [forward, back] : [back, forward];
  return wanted.find((moved) => from <= moved && moved <= to) ?? null;
}

function plannedDates(rhythm: Rhythm, { from, to }: Period, extraHolidays?: ExtraHolidays): LocalDate[] {
  const isWithin = (day: LocalDate) => from <= day && day <= to;
  switch (rhythm.kind) {
    case 'WEEKLY': {
      const monday = addDays(from, 1 - weekday(from));
      return daysOf({ from, to }).filter(
        (day) =>
          rhythm.weekdays.includes(weekday(day)) &&
          Math.floor(daysBetween(monday, day) / 7) % Math.max(1, rhythm.everyWeeks) === 0,
      );
    }
    case 'MONTHLY_DAY':
      return monthsOf({ from, to })
        .map((first) => {
          const last = lastDayOfMonth(first);
          const wanted = addDays(first, rhythm.day - 1);
          return wanted < last ? wanted : last;
        })
        .filter(isWithin);
    case 'MONTHLY_LAST_WORKING_DAY':
      return monthsOf({ from, to })
        .map((first) => addWorkingDays(addDays(lastDayOfMonth(first), 1), -1, extraHolidays))
        .filter(isWithin);
    case 'NAMED_DATES':
      return [...new Set(rhythm.dates)].filter(isWithin).sort();
    case 'ON_CALL':
      return [];
  }
}

function daysOf({ from, to }: Period): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

/** The first day of every month the period touches. */
function monthsOf({ from, to }: Period): LocalDate[] {
  const months: LocalDate[] = [];
  for (let first = firstDayOfMonth(from); first <= to; first = addDays(lastDayOfMonth(first), 1)) months.push(first);
  return months;
}

export function firstDayOfMonth(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}01` as LocalDate;
}

export function lastDayOfMonth(day: LocalDate): LocalDate {
  return addDays(firstDayOfMonth(addDays(firstDayOfMonth(day), 31)), -1);
}
