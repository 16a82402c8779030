/**
 * Input and output of planning many lines at once. Plain data (JSON in, JSON out), so that a snapshot can be stored
 * with the plan and replayed later.
 */
import type { FairnessRule, Measure } from '../snapshot/types.js';

export interface BatchFacility {
  facilityId: string;
  /** Entitlement: persons of the facility (定員). Greater than 0. */
  weight: number;
  /** What the facility received so far this fiscal year, in the measure. */
  balance: number;
  /** Free work seconds of the facility's pool in period 0 … periods − 1; whole numbers. */
  capacitySeconds: readonly number[];
}

export interface BatchLine {
  lineId: string;
  quantity: number;
  /** Handed out in whole lots of this many units; 1 = no lots. */
  lotSize: number;
  /** Work of one unit, whole seconds, at least 1. */
  secondsPerUnit: number;
  /** What one unit adds to the balance, in the measure. Greater than 0. */
  measurePerUnit: number;
  /** First period in which its work may be done. */
  releasePeriod: number;
  /** Last period in which its work may be done, included. */
  duePeriod: number;
  /** Who may do it: positions in `facilities`, each at most once. */
  eligible: readonly number[];
}

export interface BatchSnapshot {
  /** Public name of the plan: with the facility id it decides ties. */
  batchKey: string;
  periods: number;
  rule: FairnessRule;
  measure: Measure;
  facilities: readonly BatchFacility[];
  lines: readonly BatchLine[];
}

/** Units of one line at one facility; only where there are some. */
export interface BatchShare {
  lineId: string;
  facilityId: string;
  units: number;
}

export interface BatchLineResult {
  lineId: string;
  placed: number;
  unplaced: number;
}

export interface BatchFacilityResult {
  facilityId: string;
  units: number;
  workSeconds: number;
  /** Measure per person before and after the plan. */
  ratioBefore: number;
  loadRatio: number;
}

/**
 * Facilities that stand on one level, and the lines that hold them there: none of these lines could be moved to a facility
 * on a lower level that still has time for it. Together the groups prove that no fairer plan exists.
 */
export interface BatchGroup {
  /** Measure per person up to which these facilities were filled; null: all are full. */
  levelRatio: number | null;
  facilityIds: string[];
  lineIds: string[];
}

/**
 * Why something is not placed: these lines can be done by these facilities only, and together they have no more time.
 * `untilPeriod` is the last period of a facility that their work could use.
 */
export interface Bottleneck {
  unplacedUnits: number;
  lineIds: string[];
  facilities: { facilityId: string; untilPeriod: number }[];
}

export interface BatchProof {
  /** OPTIMAL: as much as possible is placed, and no fairer plan places as much. WITHIN: see the bounds. */
  status: 'OPTIMAL' | 'WITHIN';
  /** Proven upper bound of the work seconds that any plan places. */
  placedSecondsAtMost: number;
  /** Proven upper bound of (objective − least objective of a plan that places as much) / objective; null: none proven. */
  gap: number | null;
}

export interface BatchResult {
  engineVersion: string;
  snapshotHash: string;
  batchKey: string;
  rule: FairnessRule;
  measure: Measure;
  placed: number;
  unplaced: number;
  placedSeconds: number;
  /** Σ over facilities of ρ·[(balance + measure)² − balance²] by the default rule; comparable only between plans of one snapshot's numbers. */
  objective: string;
  proof: BatchProof;
  /** Sorted by line id, then facility id. */
  shares: BatchShare[];
  /** Sorted by id. */
  lines: BatchLineResult[];
  facilities: BatchFacilityResult[];
  /** Lowest level first, then by first facility; empty when units differ (`proof` then says how level the plan is). */
  groups: BatchGroup[];
  /** Sorted by their first line; empty when everything is placed. */
  bottlenecks: Bottleneck[];
}
