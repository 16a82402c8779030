import type { Demand } from '#yui/matching';
import type { FacilityLoad } from './facility-load.js';

/**
 * Work seconds a facility has free in each period, when every promise is done as late as it may be. Doing promises late
 * leaves as much time as possible free before every date at once, so whatever fits into these seconds makes no promise
 * late.
 * @param periodEnds last day of each period, ascending; day 0 is the first day of the calendar
 */
export function freeSecondsByPeriod(load: FacilityLoad, periodEnds: readonly number[]): number[] {
  const free = [...load.calendar.seconds];
  const left = load.demands.map((demand) => ({ demand, seconds: demand.seconds }));
  // What is overdue is done first of all, and from the front.
  for (const row of left.filter(({ demand }) => demand.dueDay < 0)) row.seconds = takeFromFront(free, row.seconds);
  for (let day = free.length - 1; day >= 0; day -= 1) {
    const open = left.filter((row) => row.seconds > 0 && isOpenOn(row.demand, day));
    // The mirror of earliest due date first: the one that may begin last goes on the latest day.
    open.sort((a, b) => b.demand.startDay - a.demand.startDay);
    for (const row of open) {
      const taken = Math.min(row.seconds, free[day] ?? 0);
      row.seconds -= taken;
      free[day] = (free[day] ?? 0) - taken;
    }
  }
  return periodEnds.map((end, index) => {
    const first = index === 0 ? 0 : (periodEnds[index - 1] ?? 0) + 1;
    return free.slice(first, end + 1).reduce((sum, seconds) => sum + seconds, 0);
  });
}

function isOpenOn(demand: Demand, day: number): boolean {
  return demand.dueDay >= day && demand.startDay <= day;
}

/** @returns what did not fit at all */
function takeFromFront(free: number[], seconds: number): number {
  let left = seconds;
  for (let day = 0; day < free.length && left > 0; day += 1) {
    const taken = Math.min(left, free[day] ?? 0);
    free[day] = (free[day] ?? 0) - taken;
    left -= taken;
  }
  return left;
}
