import { type LocalDate, fromDayNumber, toDayNumber, toParts, toTokyo } from './local-date.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** `29 November 2026` */
export function formatDateEn(date: LocalDate): string {
  toDayNumber(date);
  const { year, month, day } = toParts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `29 November 2026 at 17:05 (Japan)`: day and time in Tokyo, seconds omitted. */
export function formatDateTimeEn(instant: Date): string {
  const { dayNumber, msOfDay } = toTokyo(instant);
  const minutes = Math.floor(msOfDay / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${formatDateEn(fromDayNumber(dayNumber))} at ${two(Math.floor(minutes / 60))}:${two(minutes % 60)} (Japan)`;
}
