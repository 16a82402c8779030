import { currentLanguage } from './language.js';

const WEEKDAYS = { ja: '日月火水木金土', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const SEN_PER_YEN = 100;
const DAY_MS = 86_400_000;

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** 12,000 */
export function formatNumber(value: number): string {
  return value.toLocaleString('ja-JP', { maximumFractionDigits: 2 });
}

/** 12,000通 */
export function formatUnits(value: number, unit: string): string {
  return `${formatNumber(value)}${unit}`;
}

/** 12,000円 */
export function formatYen(yen: number): string {
  return currentLanguage() === 'en' ? `¥${formatNumber(yen)}` : `${formatNumber(yen)}円`;
}

/** Prices of one unit are kept in hundredths of a yen. */
export function formatSen(sen: number): string {
  return formatYen(sen / SEN_PER_YEN);
}

/** 12月21日（月）; with the year when it is another than that of `today`. */
export function formatDate(day: string, today?: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isOtherYear = today !== undefined && today.slice(0, 4) !== day.slice(0, 4);
  if (currentLanguage() === 'en') {
    return `${WEEKDAYS.en[weekday]} ${date} ${MONTHS[month - 1]}${isOtherYear ? ` ${year}` : ''}`;
  }
  return `${isOtherYear ? `${year}年` : ''}${month}月${date}日（${WEEKDAYS.ja[weekday]}）`;
}

/** 12月21日（月）17時05分, in Tokyo */
export function formatMoment(moment: string): string {
  const [day = '', time = ''] = tokyo.format(new Date(moment)).split(' ');
  const [hour, minute] = time.split(':').map(Number);
  if (currentLanguage() === 'en') return `${formatDate(day)} ${time}`;
  return `${formatDate(day)}${hour}時${minute === 0 ? '' : `${minute}分`}`;
}

/** The day of a moment in Tokyo. */
export function dayOf(moment: string): string {
  return tokyo.format(new Date(moment)).slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday, as everywhere in the product. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** From the first day to the second; negative when that is before it. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
