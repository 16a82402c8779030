import { secondsOf, prepareWorkload, type Job, type Workload } from './prepare.js';
import { SlackTree } from './slack-tree.js';
import type { DailyLimits, Demand, PromiseCheck, WorkCalendar } from './types.js';
import { workRoutes } from './work-routes.js';

/**
 * Can every promise be kept? What an accept checks inside its transaction, with the new demand among `demands`.
 *
 * Without daily limits: exactly when, for every interval of days, the work that must be done inside it is at most the
 * seconds inside it (earliest due date first is optimal for one divisible pool). With daily limits per work type: a
 * flow, or a linear program where work of a limited type takes different times per unit. A promise already overdue does
 * not make the answer "no"; its work is put first and its id is reported.
 *
 * Throws CAPACITY.INVALID_INPUT, CAPACITY.DAY_OUTSIDE_CALENDAR. O((days + demands) log days) without limits.
 */
export function checkPromises(
  calendar: WorkCalendar,
  demands: readonly Demand[],
  dailyLimits: DailyLimits = {},
): PromiseCheck {
  const load = prepareWorkload(calendar, demands, dailyLimits);
  return load.limits.length > 0 ? checkByRoutes(load) : checkByIntervals(load);
}

function checkByIntervals(load: Workload): PromiseCheck {
  const tree = new SlackTree(load.days);
  const byStart: Job[][] = Array.from({ length: load.days }, () => []);
  for (const job of load.jobs) byStart[job.start]!.push(job);
  let worst = 0;
  let worstStart = -1;
  for (let start = load.days - 1; start >= 0; start--) {
    tree.addFrom(start, load.pool[start]!);
    for (const job of byStart[start]!) tree.addFrom(job.due, -job.work);
    const slack = tree.minFrom(start);
    if (slack >= worst) continue;
    worst = slack;
    worstStart = start;
  }
  if (worstStart < 0) return { isFeasible: true, overdueDemandIds: load.overdueIds };
  return {
    isFeasible: false,
    overdueDemandIds: load.overdueIds,
    lateDemandIds: lateInDueOrder(load),
    interval: { startDay: worstStart, dueDay: tightestDue(load, worstStart) },
    missingSeconds: secondsOf(-worst),
  };
}

function tightestDue(load: Workload, start: number): number {
  const slack = new Float64Array(load.days);
  for (const job of load.jobs) if (job.start >= start) slack[job.due]! -= job.work;
  let sum = 0;
  let due = start;
  let least = Infinity;
  for (let day = start; day < load.days; day++) {
    sum += slack[day]! + load.pool[day]!;
    if (sum >= least) continue;
    least = sum;
    due = day;
  }
  return due;
}

/**
 * Works day by day, earliest due first; what is not done at the end of its due day is late and put aside. With daily limits
 * another order may still be in time.
 */
function lateInDueOrder(load: Workload): string[] {
  const left = load.jobs.map((job) => job.work);
  const late: string[] = [];
  for (let day = 0; day < load.days; day++) {
    let pool = load.pool[day]!;
    const limits = load.limits.map((perDay) => perDay[day]!);
    load.jobs.forEach((job, index) => {
      if (job.start > day || job.due < day) return;
      const limit = limits[job.limitRow];
      const done = Math.min(pool, left[index]!, limit === undefined ? Infinity : limit / job.limitShare);
      left[index]! -= done;
      pool -= done;
      if (limit !== undefined) limits[job.limitRow] = Math.max(0, limit - done * job.limitShare);
      if (job.due === day && left[index]! > 0) late.push(job.id);
    });
  }
  return late;
}

function checkByRoutes(load: Workload): PromiseCheck {
  // Nearly always there is room, and the plainest of all plans shows it.
  if (lateInDueOrder(load).length === 0) return { isFeasible: true, overdueDemandIds: load.overdueIds };
  const routes = workRoutes(load, load.jobs);
  const late: string[] = [];
  let missing = 0;
  let startDay = load.days;
  let dueDay = -1;
  load.jobs.forEach((job, index) => {
    const sent = routes.send(index);
    if (sent >= job.work) return;
    late.push(job.id);
    missing += job.work - sent;
    const competes = routes.competes(index);
    load.jobs.forEach((other, position) => {
      if (position > index || !competes(position)) return;
      startDay = Math.min(startDay, other.start);
      dueDay = Math.max(dueDay, other.due);
    });
  });
  if (late.length === 0) return { isFeasible: true, overdueDemandIds: load.overdueIds };
  return {
    isFeasible: false,
    overdueDemandIds: load.overdueIds,
    lateDemandIds: late,
    interval: { startDay, dueDay },
    missingSeconds: secondsOf(missing),
  };
}
