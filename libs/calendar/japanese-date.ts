import { type LocalDate, fromDayNumber, toDayNumber, toParts, toTokyo, weekday } from './local-date.js';

/** Newest first. An era begins on its first day; its first calendar year, however short, is 元年. */
const ERAS: readonly { name: string; from: LocalDate }[] = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
  { name: '明治', from: '1868-10-23' },
];

const WEEKDAYS = ['月', '火', '水', '木', '金', '土', '日'] as const;

/** `令和8年`, `令和元年` */
export function eraYear(date: LocalDate): string {
  toDayNumber(date);
  // Every LocalDate is later than the first of the eras.
  const era = ERAS.find(({ from }) => from <= date)!;
  const yearOfEra = toParts(date).year - toParts(era.from).year + 1;
  return `${era.name}${yearOfEra === 1 ? '元' : yearOfEra}年`;
}

/** `令和8年11月21日` */
export function eraDate(date: LocalDate): string {
  const { month, day } = toParts(date);
  return `${eraYear(date)}${month}月${day}日`;
}

/** `令和8年11月` */
export function eraMonth(date: LocalDate): string {
  return eraDate(date).replace(/[0-9]+日$/u, '');
}

/** `令和8年11月21日（土）` */
export function formatDateJa(date: LocalDate): string {
  return `${eraDate(date)}（${WEEKDAYS[weekday(date) - 1]}）`;
}

/** `令和8年11月21日（土）09:05`: day and time in Tokyo, seconds omitted. */
export function formatDateTimeJa(instant: Date): string {
  const { dayNumber, msOfDay } = toTokyo(instant);
  const minutes = Math.floor(msOfDay / 60_000);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  const mm = String(minutes % 60).padStart(2, '0');
  return `${formatDateJa(fromDayNumber(dayNumber))}${hh}:${mm}`;
}
