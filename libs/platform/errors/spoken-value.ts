import { CalendarError, formatDateJa, formatDateTimeJa, type LocalDate, parseLocalDate } from '#yui/calendar';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const MANY_JA = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 3 });
const MANY_EN = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const DAY_EN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MOMENT_EN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' });

/** A value as a sentence says it: `令和8年11月21日（土）`, `100,000,000`. Programs find it as it is in the details. */
export function spokenValue(value: string | number, language: 'ja' | 'en'): string {
  const isJapanese = language === 'ja';
  if (typeof value === 'number') return (isJapanese ? MANY_JA : MANY_EN).format(value);
  const day = dayIn(value);
  if (day !== null) return isJapanese ? formatDateJa(day) : DAY_EN.format(new Date(day));
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) {
    const moment = new Date(value);
    return isJapanese ? formatDateTimeJa(moment) : `${MOMENT_EN.format(moment)} (Japan)`;
  }
  return value;
}

function dayIn(value: string): LocalDate | null {
  try {
    return parseLocalDate(value);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}
