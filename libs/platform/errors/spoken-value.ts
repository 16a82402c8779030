import {
  CalendarError,
  formatDateEn,
  formatDateJa,
  formatDateTimeEn,
  formatDateTimeJa,
  type LocalDate,
  parseLocalDate,
} from '#yui/calendar';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const MANY_JA = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 3 });
const MANY_EN = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A value as a sentence says it: `令和8年11月21日（土）`, `100,000,000`. Programs find it as it is in the details. */
export function spokenValue(value: string | number, language: 'ja' | 'en'): string {
  const isJapanese = language === 'ja';
  if (typeof value === 'number') return (isJapanese ? MANY_JA : MANY_EN).format(value);
  const day = dayIn(value);
  if (day !== null) return isJapanese ? formatDateJa(day) : formatDateEn(day);
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) {
    const moment = new Date(value);
    return isJapanese ? formatDateTimeJa(moment) : formatDateTimeEn(moment);
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
