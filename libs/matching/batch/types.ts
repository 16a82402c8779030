import type { FairnessRule, ProofStatus } from '../split/types.js';

/** A facility of a re-planned week. Work is counted in one unit (minutes, or pieces when all lines make the same). */
export interface BatchFacility {
  facilityId: string;
  /** Persons of the facility (定員). */
  weight: number;
  /** Work it received so far this fiscal year, whole units of work. */
  balance: number;
  /** Work it can do until the end of period 0, 1, …: cumulative, never falling, whole. */
  capacityByPeriod: readonly number[];
}

export interface BatchLine {
  orderKey: string;
  /** Pieces. */
  quantity: number;
  /** Work of one piece, whole; default 1. */
  workPerUnit?: number;
  /** Pieces are handed out in lots; default 1. */
  lotSize?: number;
  /** Must be done by the end of this period. */
  duePeriod: number;
  eligibleFacilityIds: readonly string[];
}

export interface BatchSnapshot {
  batchKey: string;
  rule: FairnessRule;
  facilities: readonly BatchFacility[];
  lines: readonly BatchLine[];
}

export interface BatchShare {
  orderKey: string;
  facilityId: string;
  units: number;
}

export interface BatchLineResult {
  orderKey: string;
  placed: number;
  unplaced: number;
}

export interface BatchFacilityResult {
  facilityId: string;
  work: number;
  ratioBefore: number;
  loadRatio: number;
  /** Position in `groups`; −1 when the facility is eligible for no line. */
  group: number;
}

/**
 * Facilities that end on one common level because, among themselves, they can only share these orders (a minimum cut
 * of the work): a group stands higher than another only where no eligible order can be moved from it.
 */
export interface BatchGroup {
  facilityIds: string[];
  orderKeys: string[];
  /** Work the group does in all. */
  work: number;
}

export interface BatchResult {
  engineVersion: string;
  snapshotHash: string;
  placedWork: number;
  lines: BatchLineResult[];
  facilities: BatchFacilityResult[];
  /** Only shares of at least one unit, sorted by order, then facility. */
  shares: BatchShare[];
  groups: BatchGroup[];
  objective: string;
  /** OPTIMAL when all lines share one indivisible piece of work; else WITHIN the stated gap of any split of that work. */
  proof: { status: ProofStatus; gap: number | null };
}
