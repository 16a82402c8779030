import { addDays, weekdayOf } from '../../words/format.js';

/** The weeks of the month a day is in, from Monday; null where a week has days of another month. */
export function weeksOfMonth(first: string): (string | null)[][] {
  const month = first.slice(0, 7);
  const start = addDays(first, 1 - weekdayOf(first));
  const weeks: (string | null)[][] = [];
  for (let day = start; day.slice(0, 7) <= month; day = addDays(day, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(day, index)).map((each) =>
        each.startsWith(month) ? each : null,
      ),
    );
  }
  return weeks;
}

export function firstOfMonth(day: string, later = 0): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
