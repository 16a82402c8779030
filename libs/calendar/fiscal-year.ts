import { CalendarError } from './calendar-error.js';
import { eraYear } from './japanese-date.js';
import { type LocalDate, parseLocalDate, toDayNumber, toParts } from './local-date.js';

/** The year from 1 April to 31 March, named by the calendar year in which it begins. */
export function fiscalYearOf(date: LocalDate): number {
  toDayNumber(date);
  const { year, month } = toParts(date);
  return month >= 4 ? year : year - 1;
}

/** First and last day of the fiscal year, both included. */
export function fiscalYearRange(fiscalYear: number): { from: LocalDate; to: LocalDate } {
  checkFiscalYear(fiscalYear);
  return { from: parseLocalDate(`${fiscalYear}-04-01`), to: parseLocalDate(`${fiscalYear + 1}-03-31`) };
}

/**
 * `令和8年度`, `令和元年度`, or in English `FY2026`.
 * The era is the one of 1 May: the whole of fiscal 2019 is 令和元年度 although its April was still 平成31年
 * (元号を改める政令の施行に伴う申合せ, 2019-04-01).
 */
export function fiscalYearLabel(fiscalYear: number, language: 'ja' | 'en'): string {
  checkFiscalYear(fiscalYear);
  return language === 'ja' ? `${eraYear(`${fiscalYear}-05-01`)}度` : `FY${fiscalYear}`;
}

function checkFiscalYear(fiscalYear: number): void {
  if (!Number.isSafeInteger(fiscalYear) || fiscalYear < 1873 || fiscalYear > 9998) {
    throw new CalendarError('FISCAL_YEAR.INVALID', { value: fiscalYear });
  }
}
