/** What people type as a number: full-width digits, commas, a unit behind. Null: it is none. */
export function readNumber(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[,\s、，]/g, '')
    .replace(/[^\d.]+$/, '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

export function readWholeNumber(typed: string): number | null {
  const value = readNumber(typed);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

/** A price of one unit in yen, with at most two digits behind the point, as hundredths of a yen. */
export function readSen(typed: string): number | null {
  const yen = readNumber(typed);
  if (yen === null) return null;
  const sen = Math.round(yen * 100);
  return Math.abs(sen - yen * 100) < 1e-6 && Number.isSafeInteger(sen) ? sen : null;
}

/** Three boxes as one day. Null: there is no such day. */
export function readDay(year: string, month: string, day: string): string | null {
  const [y, m, d] = [year, month, day].map(readWholeNumber);
  if (y === null || y === undefined || !m || !d || y < 1000 || y > 9999) return null;
  const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(令和|R)/i, 2018],
  [/^(平成|H)/i, 1988],
];

/**
 * A day as people write it: 2026-12-21, 2026/12/21, 令和8年12月21日, R8.12.21, 12/21, 12月21日, 21日.
 * What is omitted is that of `today`, or the next to come.
 */
export function readWrittenDay(typed: string, today: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[（(].*$/, '')
    .replace(/\s/g, '');
  const era = ERAS.find(([pattern]) => pattern.test(text));
  const body = era ? text.replace(era[0], '').replace(/^元/, '1') : text;
  const numbers = body.match(/\d+/g)?.map(Number) ?? [];
  if (!/^[\d年月日./-]+$/.test(body) || numbers.length === 0 || numbers.length > 3) return null;
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (numbers.length === 3) {
    const [year = 0, month, day] = numbers;
    return readDay(String(era ? era[1] + year : year), String(month), String(day));
  }
  if (era) return null;
  if (numbers.length === 2) {
    const [month, day] = numbers;
    const soon = readDay(String(thisYear), String(month), String(day));
    return soon !== null && soon >= today ? soon : readDay(String(thisYear + 1), String(month), String(day));
  }
  if (!body.endsWith('日')) return null;
  const soon = readDay(String(thisYear), String(thisMonth), String(numbers[0]));
  if (soon !== null && soon >= today) return soon;
  return readDay(String(thisMonth === 12 ? thisYear + 1 : thisYear), String((thisMonth % 12) + 1), String(numbers[0]));
}
