import { MatchingError } from '../snapshot/errors.js';
import { demandUnitsOf, secondsOf, prepareWorkload, type Job, type Workload } from './prepare.js';
import { SlackTree } from './slack-tree.js';
import type { CapacityRequest, DailyLimits, Demand, WorkCalendar } from './types.js';
import { workRoutes } from './work-routes.js';

/**
 * The largest number of units of the requested work that can be promised without breaking a promise that can be kept
 * now: one unit more would make some promise late. Work is divisible over days, units are promised whole.
 *
 * Exact. Without daily limits: the least slack of the intervals that contain the request,
 * O((days + demands) log days). With daily limits per work type: the existing promises are routed first, then the
 * request is sent as far as it goes without taking work from a routed promise (a flow; a linear program where work of a
 * limited type takes different times per unit). Where existing promises cannot all be kept the answer is what makes nothing
 * worse: 0 if the request overlaps the tight days.
 *
 * Throws CAPACITY.INVALID_INPUT, CAPACITY.DAY_OUTSIDE_CALENDAR.
 */
export function capacityUntil(
  calendar: WorkCalendar,
  demands: readonly Demand[],
  request: CapacityRequest,
  dailyLimits: DailyLimits = {},
): number {
  const days = calendar.seconds.length;
  checkRequest(request, days);
  if (request.dueDay < 0) return 0;
  const limits = limitsFor(request, dailyLimits);
  const limitUnits = limits[request.workType];
  // The request joins the demands with one unit, so that its standard time takes part in the limit of its type.
  const probe: Demand = {
    id: 'request',
    seconds: request.secondsPerUnit,
    secondsPerUnit: request.secondsPerUnit,
    startDay: request.startDay,
    dueDay: request.dueDay,
    workType: request.workType,
  };
  const load = prepareWorkload(calendar, [...demands, probe], limits);
  const position = load.jobs.findIndex((job) => job.position === demands.length);
  const [asked] = load.jobs.splice(position, 1) as [Job];
  const work = load.limits.length > 0 ? workByRoutes(load, asked) : workByIntervals(load, asked);
  return unitsIn(
    work,
    request.secondsPerUnit,
    limitUnits === undefined ? null : limitUnits * (asked.due - asked.start + 1),
  );
}

function limitsFor(request: CapacityRequest, dailyLimits: DailyLimits): DailyLimits {
  if (request.dailyLimitUnits === undefined) return dailyLimits;
  const others = Object.entries(dailyLimits).filter(([workType]) => workType !== request.workType);
  if (request.dailyLimitUnits !== null) others.push([request.workType, request.dailyLimitUnits]);
  return Object.fromEntries(others);
}

function workByIntervals(load: Workload, asked: Job): number {
  const tree = new SlackTree(load.days);
  const byStart: Job[][] = Array.from({ length: load.days }, () => []);
  for (const job of load.jobs) byStart[job.start]!.push(job);
  let least = Infinity;
  for (let start = load.days - 1; start >= 0; start--) {
    tree.addFrom(start, load.pool[start]!);
    for (const job of byStart[start]!) tree.addFrom(job.due, -job.work);
    if (start <= asked.start) least = Math.min(least, tree.minFrom(asked.due));
  }
  return Math.max(0, least);
}

function workByRoutes(load: Workload, asked: Job): number {
  const routes = workRoutes(load, [...load.jobs, { ...asked, work: Infinity }]);
  load.jobs.forEach((_, k) => routes.send(k));
  return routes.send(load.jobs.length);
}

export function unitsIn(work: number, secondsPerUnit: number, maxUnits: number | null): number {
  let units = Math.floor(secondsOf(work) / secondsPerUnit) + 1;
  while (units > 0 && demandUnitsOf(units * secondsPerUnit) > work) units--;
  return maxUnits === null ? units : Math.min(units, Math.floor(maxUnits));
}

function checkRequest(request: CapacityRequest, days: number): void {
  const isSound =
    Number.isFinite(request.secondsPerUnit) &&
    request.secondsPerUnit > 0 &&
    Number.isInteger(request.startDay) &&
    Number.isInteger(request.dueDay) &&
    request.startDay <= request.dueDay;
  if (!isSound) throw new MatchingError('CAPACITY.INVALID_INPUT', { workType: request.workType });
  if (request.dueDay >= days) throw new MatchingError('CAPACITY.DAY_OUTSIDE_CALENDAR', { day: request.dueDay, days });
}
