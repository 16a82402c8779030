/** Business dates in Japan: days, working days, fiscal years and eras. Pure; the clock is passed in. */
export { CalendarError } from './calendar-error.js';
export { fiscalYearLabel, fiscalYearOf, fiscalYearRange } from './fiscal-year.js';
export { formatDateEn, formatDateTimeEn } from './english-date.js';
export { eraDate, eraMonth, formatDateJa, formatDateTimeJa } from './japanese-date.js';
export {
  type LocalDate,
  type Weekday,
  addDays,
  daysBetween,
  parseLocalDate,
  todayInTokyo,
  weekday,
} from './local-date.js';
export {
  type HolidayRule,
  HOLIDAY_RULES,
  type Period,
  type Rhythm,
  RHYTHM_KINDS,
  type RhythmDate,
  datesOf,
  firstDayOfMonth,
  lastDayOfMonth,
} from './rhythm.js';
export {
  type ExtraHolidays,
  addWorkingDays,
  isBankDay,
  isWorkingDay,
  workingDayBefore,
  workingDaysBetween,
} from './working-days.js';
