import { MatchingError } from '../snapshot/errors.js';
import type { DailyLimits, Demand, WorkCalendar } from './types.js';

/**
 * Seconds are reckoned in whole thousandths, so that sums are exact. Supply is rounded down and demand up:
 * a rounding can never promise a second that is not there.
 */
const PER_SECOND = 1000;
const ROUNDING = 1e-6;

export const demandUnitsOf = (seconds: number): number => Math.ceil(seconds * PER_SECOND - ROUNDING);
export const secondsOf = (thousandths: number): number => thousandths / PER_SECOND;
const supplyUnitsOf = (seconds: number): number => Math.floor(seconds * PER_SECOND + ROUNDING);

/** A demand inside the calendar: days are clipped to it, `work` is in thousandths of a second. */
export interface Job {
  id: string;
  /** Where the demand stands in the list that was given. */
  position: number;
  work: number;
  start: number;
  due: number;
  /** Row of `Workload.limits`, or −1 when the work type has no daily limit. */
  limitRow: number;
  /** How much of the limit of its type a thousandth of a second uses up: 1 for the type's shortest time per unit, else less. */
  limitShare: number;
}

export interface Workload {
  days: number;
  /** Pool left on each day after overdue work, thousandths of a second. */
  pool: Float64Array;
  /** Sorted by due day, then start day, then id. */
  jobs: Job[];
  /** Work of a limited type that fits on each day; one row per limited type. */
  limits: Float64Array[];
  overdueIds: string[];
}

/** Throws CAPACITY.INVALID_INPUT or CAPACITY.DAY_OUTSIDE_CALENDAR. */
export function prepareWorkload(
  calendar: WorkCalendar,
  demands: readonly Demand[],
  dailyLimits: DailyLimits,
): Workload {
  const days = calendar.seconds.length;
  const pool = Float64Array.from(calendar.seconds, (seconds, day) => {
    if (!(seconds >= 0) || !Number.isFinite(seconds))
      throw new MatchingError('CAPACITY.INVALID_INPUT', { day, seconds });
    return supplyUnitsOf(seconds);
  });
  const rowOf = new Map<string, number>();
  const limits: Float64Array[] = [];
  const shortest: number[] = [];
  for (const demand of demands) {
    checkDemand(demand, days);
    const type = demand.workType;
    if (type === undefined || rowOf.has(type) || dailyLimits[type] === undefined) continue;
    rowOf.set(type, limits.length);
    const time = shortestTime(type, demands);
    shortest.push(time);
    limits.push(new Float64Array(days).fill(limitPerDay(type, dailyLimits[type], time)));
  }
  const toJob = (demand: Demand, position: number): Job => {
    const limitRow = demand.workType === undefined ? -1 : (rowOf.get(demand.workType) ?? -1);
    return {
      id: demand.id,
      position,
      work: demandUnitsOf(demand.seconds),
      start: Math.max(0, demand.startDay),
      due: demand.dueDay,
      limitRow,
      limitShare: limitRow < 0 || demand.seconds === 0 ? 1 : shortest[limitRow]! / timePerUnit(demand),
    };
  };
  const all = demands.map(toJob).filter((job) => job.work > 0);
  const overdue = all.filter((job) => job.due < 0);
  const jobs = all.filter((job) => job.due >= 0);
  const byDue = (a: Job, b: Job): number =>
    a.due - b.due || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  overdue.sort(byDue);
  jobs.sort(byDue);
  for (const job of overdue) workFromTheFront(job, pool, limits[job.limitRow]);
  return { days, pool, jobs, limits, overdueIds: overdue.map((job) => job.id) };
}

/** Overdue work is done before anything else, as fast as the pool and the daily limit allow. */
function workFromTheFront(job: Job, pool: Float64Array, limit: Float64Array | undefined): void {
  let left = job.work;
  for (let day = 0; day < pool.length && left > 0; day++) {
    const done = Math.min(left, pool[day]!, limit ? limit[day]! / job.limitShare : Infinity);
    pool[day]! -= done;
    if (limit) limit[day] = Math.max(0, limit[day]! - done * job.limitShare);
    left -= done;
  }
}

/** A limit of units becomes one of work at the shortest time per unit of its type; slower work uses up a share of it. */
function limitPerDay(type: string, limitUnits: number, secondsPerUnit: number): number {
  if (!(limitUnits >= 0) || !Number.isFinite(limitUnits)) {
    throw new MatchingError('CAPACITY.INVALID_INPUT', { workType: type, dailyLimitUnits: limitUnits });
  }
  return secondsPerUnit === Infinity ? 0 : supplyUnitsOf(limitUnits * secondsPerUnit);
}

/** Infinity when no demand of the type has any work. */
function shortestTime(type: string, demands: readonly Demand[]): number {
  let shortest = Infinity;
  for (const demand of demands) {
    if (demand.workType === type && demand.seconds > 0) shortest = Math.min(shortest, timePerUnit(demand));
  }
  return shortest;
}

function timePerUnit(demand: Demand): number {
  const secondsPerUnit = demand.secondsPerUnit ?? (demand.units ? demand.seconds / demand.units : NaN);
  if (!(secondsPerUnit > 0)) {
    throw new MatchingError('CAPACITY.INVALID_INPUT', { demandId: demand.id, secondsPerUnit: null });
  }
  return secondsPerUnit;
}

function checkDemand(demand: Demand, days: number): void {
  const isSound =
    Number.isFinite(demand.seconds) &&
    demand.seconds >= 0 &&
    Number.isInteger(demand.startDay) &&
    Number.isInteger(demand.dueDay) &&
    demand.startDay <= demand.dueDay;
  if (!isSound) throw new MatchingError('CAPACITY.INVALID_INPUT', { demandId: demand.id });
  if (demand.dueDay >= days) {
    throw new MatchingError('CAPACITY.DAY_OUTSIDE_CALENDAR', { demandId: demand.id, day: demand.dueDay, days });
  }
}
