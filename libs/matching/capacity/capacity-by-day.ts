import { capacityUntil, unitsIn } from './capacity-until.js';
import { prepareWorkload } from './prepare.js';
import type { CapacityRequest, DailyLimits, Demand, WorkCalendar } from './types.js';

/**
 * `capacityUntil` for every due day from the start of the request to `lastDay`, the first of them first: in one sweep over the
 * start days where no machine has a daily limit, O(days² + demands · days). Empty when the request starts after `lastDay`.
 *
 * Throws as `capacityUntil`.
 */
export function capacityByDay(
  calendar: WorkCalendar,
  demands: readonly Demand[],
  request: Omit<CapacityRequest, 'dueDay' | 'dailyLimitUnits'>,
  lastDay: number,
  dailyLimits: DailyLimits = {},
): number[] {
  const first = Math.max(0, request.startDay);
  if (lastDay < first) return [];
  const asked = { ...request, startDay: first };
  const days = Array.from({ length: lastDay - first + 1 }, (_, index) => first + index);
  const hasMachine = [request, ...demands].some(
    ({ workType }) => workType !== undefined && dailyLimits[workType] !== undefined,
  );
  if (hasMachine || lastDay >= calendar.seconds.length) {
    return days.map((dueDay) => capacityUntil(calendar, demands, { ...asked, dueDay }, dailyLimits));
  }
  const { pool, jobs, days: length } = prepareWorkload(calendar, demands, {});
  /** Supply less demand from the start day of the sweep to each day. */
  const slack = new Float64Array(length);
  const least = new Float64Array(length).fill(Infinity);
  for (let start = length - 1; start >= 0; start--) {
    for (let day = start; day < length; day++) slack[day]! += pool[start]!;
    for (const job of jobs) {
      if (job.start !== start) continue;
      for (let day = job.due; day < length; day++) slack[day]! -= job.work;
    }
    if (start > first) continue;
    for (let day = first; day < length; day++) least[day] = Math.min(least[day]!, slack[day]!);
  }
  for (let day = length - 2; day >= 0; day--) least[day] = Math.min(least[day]!, least[day + 1]!);
  return days.map((day) => unitsIn(Math.max(0, least[day]!), request.secondsPerUnit, null));
}
