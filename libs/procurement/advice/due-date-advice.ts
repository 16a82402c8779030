import type { LocalDate } from '#yui/calendar';

/** What facilities that can do the work could do, all together, until a day. */
export type UnitsUntil = (dueOn: LocalDate) => number;

/**
 * The first of these days by which the whole quantity can be done; null: by none of them. What can be done never falls
 * from one day to the next, so the days are searched by halving.
 */
export function earliestDay(days: readonly LocalDate[], quantity: number, unitsUntil: UnitsUntil): LocalDate | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unitsUntil(days[middle]!) >= quantity) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? null;
}

/** The middle one of the days facilities need before they start; half of them need no more. */
export function usualLeadDays(leadDays: readonly number[]): number {
  const sorted = [...leadDays].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
