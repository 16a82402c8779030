import type { StuckGroup } from './bottlenecks.js';
import type { BatchCosts } from './costs.js';
import type { LevelGroup } from './decompose.js';
import type { BatchProof } from './types.js';

export interface RowShare {
  line: number;
  row: number;
  units: number;
}

/** A plan in rows: lines sorted by id, facilities in the order of `costs`; units are lots. */
export interface BatchSolution {
  costs: BatchCosts;
  shares: RowShare[];
  objective: bigint;
  groups: LevelGroup[];
  stuck: StuckGroup[];
  proof: BatchProof;
}
