/** Days are integers; index 0 is the first day of the calendar (usually today). */
export interface WorkCalendar {
  /** Work seconds of the facility's pool on day 0 … n−1: people × seconds; 0 = closed. */
  seconds: readonly number[];
}

/** A promise already made: `seconds` of work anywhere between the two days, both included. */
export interface Demand {
  id: string;
  seconds: number;
  /** A day before 0 means: may start at once. */
  startDay: number;
  /** Inclusive. A day before 0 is overdue: its work comes first, and it is not blamed on later demands. */
  dueDay: number;
  workType?: string;
  /** Needed for a work type with a daily limit; `seconds` should be units × secondsPerUnit. */
  units?: number;
  secondsPerUnit?: number;
}

/** Units a day per work type (a machine, a van); a missing work type has no limit. */
export type DailyLimits = Readonly<Record<string, number>>;

export interface CapacityRequest {
  workType: string;
  secondsPerUnit: number;
  startDay: number;
  /** Inclusive. */
  dueDay: number;
  /** Overrides the limit of `dailyLimits` for this work type; null = none. */
  dailyLimitUnits?: number | null;
}

export type PromiseCheck =
  | { isFeasible: true; overdueDemandIds: string[] }
  | {
      isFeasible: false;
      overdueDemandIds: string[];
      /** Demands that would be late when work is done in order of due date. */
      lateDemandIds: string[];
      /** Where the work does not fit, days inclusive. */
      interval: { startDay: number; dueDay: number };
      missingSeconds: number;
    };
