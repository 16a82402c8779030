import type { Job, Workload } from './prepare.js';
import { WorkFlow } from './work-flow.js';
import { WorkProgram } from './work-program.js';

/** Finds days for the work of jobs that are asked one after another. */
export interface WorkRoutes {
  /** The most of its work that job k can do without taking any from the jobs asked before. */
  send(k: number): number;
  /** After `send` fell short: whether another job's work stands in the way, or is the one itself. */
  competes(k: number): (other: number) => boolean;
}

/** Jobs are asked for in the order in which their promises count: the earliest due first. */
export function workRoutes(load: Workload, jobs: readonly Job[]): WorkRoutes {
  return jobs.some((job) => job.limitShare < 1) ? new WorkProgram(load, jobs) : new WorkFlow(load, jobs);
}
