/**
 * Input and output of the split of one line. Everything here is plain data (JSON in, JSON out), so that a snapshot can
 * be stored with the allocation and replayed later.
 */

/** How a unit is judged: Webster levels the middle, Jefferson keeps the largest load low, Adams lifts the smallest. */
export type FairnessRule = 'WEBSTER' | 'JEFFERSON' | 'ADAMS';

/** What is levelled per person over the fiscal year: yen of sales or minutes of work. */
export type Measure = 'YEN' | 'MINUTES';

/** Why a facility was filtered out before the split. */
export type IneligibleCode =
  | 'NOT_A_MEMBER'
  | 'NO_CAPABILITY'
  | 'OUTSIDE_REGION'
  | 'WRONG_LEGAL_KIND'
  | 'BELOW_QUALITY'
  | 'TOO_FEW_LEAD_DAYS'
  | 'DECLINED'
  | 'EXCLUDED_BY_COORDINATOR'
  | 'OTHER';

export interface Ineligibility {
  code: IneligibleCode;
  /** Words for the reader, in the desk's own language; shown as they are. */
  note?: string | null;
}

export interface SplitCandidate {
  facilityId: string;
  /** Units it can still promise until the ship-by date (see `capacityUntil`). */
  capacityUnits: number;
  /** Fewest units worth starting for; 0 or 1 = none. */
  minimumLot: number;
  /** Entitlement: persons of the facility (定員). Greater than 0. */
  weight: number;
  /** What the facility received so far this fiscal year, in the measure. */
  balance: number;
  /** What one unit adds to the balance, in the measure. Greater than 0. */
  measurePerUnit: number;
  /**
   * Fixed burden of coordinating with this facility at all; default 0. In the unit of the objective
   * (measure² per person when levelling by Webster): larger = the facility is left out of small orders sooner.
   */
  burden?: number;
  /** Price of one unit in sen; needed only with `priceTolerance`. */
  unitPriceSen?: number | null;
  /** Accepted by the facility, or set by the coordinator: exactly this many units. Counts against the limit if > 0. */
  pinnedUnits?: number | null;
  ineligible?: Ineligibility | null;
  /** Capacity if the ship-by date moved by 1, 2, … days: only for `smallestFixes`. */
  laterCapacityUnits?: readonly number[];
}

export interface SplitSnapshot {
  /** Public name of order and line: with the facility id it decides ties. */
  orderKey: string;
  quantity: number;
  /** Work is handed out in whole lots of this many units; 1 = no lots. */
  lotSize: number;
  /** Most facilities that may take part; null = no limit. */
  maxFacilities: number | null;
  rule: FairnessRule;
  measure: Measure;
  candidates: readonly SplitCandidate[];
  /** 0.1 = every share may differ by 10 % from its fair value to make the line cheaper; default 0. */
  priceTolerance?: number;
  /** Most search states before the engine answers with a proven gap instead; a number, so that replay is exact. */
  effortLimit?: number;
  /** Wall-clock limit; needs `options.now`. Where it cut off is recorded as `proof.stoppedAt`, so replay stays exact. */
  timeBudgetMs?: number | null;
}

export interface SplitOptions {
  /** Monotonic milliseconds (`performance.now`), only used with `timeBudgetMs`. */
  now?: () => number;
  /** Repeats a split that was cut off: `proof.stoppedAt` of that split. No clock is then looked at. */
  stopAt?: number;
}

/** Why a facility has exactly the units it has: the one thing that would have to change first. */
export type BindingReason =
  | 'INELIGIBLE'
  | 'PINNED'
  | 'CAPACITY'
  | 'LOT_FLOOR'
  | 'FAIR_SHARE'
  | 'TIE'
  | 'NO_CAPACITY'
  | 'BELOW_MINIMUM_LOT'
  | 'ALREADY_ABOVE_LEVEL'
  | 'CUT_BY_LIMIT'
  | 'BURDEN'
  | 'CHEAPER_PRICE'
  | 'DEARER_PRICE'
  | 'KEPT';

export interface ShareReason {
  code: BindingReason;
  ineligible: Ineligibility | null;
}

export interface SplitShare {
  facilityId: string;
  units: number;
  reason: ShareReason;
  /**
   * Units that would bring it to the line's common level if its own bounds did not matter; for CUT_BY_LIMIT what it would
   * get without the limit of facilities.
   */
  entitlementUnits: number;
  capacityUnits: number;
  minimumLot: number;
  weight: number;
  balance: number;
  measurePerUnit: number;
  /** Measure per person before this line, with this share, and with one more lot (null: no more lot fits). */
  ratioBefore: number;
  loadRatio: number;
  nextRatio: number | null;
  unitPriceSen: number | null;
  /** Units of the split without price tolerance; equals `units` when no tolerance is used. */
  fairUnits: number;
}

export type ProofStatus = 'OPTIMAL' | 'WITHIN' | 'UNKNOWN';

export interface SplitProof {
  status: ProofStatus;
  /** Proven upper bound of (objective − optimum) / objective; 0 when optimal, null when nothing is proven. */
  gap: number | null;
  /** True when no larger quantity can be placed under the lots and limits, proven. */
  isPlacedProven: boolean;
  /** Search states used. */
  effort: number;
  /** Where a time budget cut the search off; `replay` needs it to do exactly the same. Null when nothing was cut. */
  stoppedAt: number | null;
}

export interface SplitResult {
  engineVersion: string;
  snapshotHash: string;
  orderKey: string;
  quantity: number;
  lotSize: number;
  maxFacilities: number | null;
  rule: FairnessRule;
  measure: Measure;
  placed: number;
  unplaced: number;
  /** The common measure per person that the line was filled up to; null when nothing free was placed. */
  waterLevel: number | null;
  facilitiesUsed: number;
  /** The minimised integer, as decimal digits; comparable only between splits of one snapshot's numbers. */
  objective: string;
  /** Sum of units × price in sen, null when a price is missing. */
  priceSen: number | null;
  proof: SplitProof;
  /** One per candidate, sorted by facility id (code point order). */
  shares: SplitShare[];
}
