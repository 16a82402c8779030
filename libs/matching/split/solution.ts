import type { ProofStatus } from '../snapshot/types.js';

export interface SolveControl {
  /** Most search states; Infinity = no limit. */
  effortLimit: number;
  /** Asked now and then; true = stop and answer with what is proven. */
  isTimeUp: () => boolean;
}

export interface Solution {
  placed: number;
  lots: Int32Array;
  /** Key of one more lot at the common level: what the line "pays" for a lot. */
  price: number;
  /** What a place among the `limit` facilities is worth; 0 when the limit does not bind. */
  limitPrice: number;
  status: ProofStatus;
  /** Proven most that the cost lies above the optimum. */
  gap: number;
  isPlacedProven: boolean;
  effort: number;
}
