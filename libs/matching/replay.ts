import { MatchingError } from './errors.js';
import { hashSnapshot } from './snapshot.js';
import { split } from './split/split.js';
import type { SplitResult, SplitSnapshot } from './split/types.js';

/**
 * Computes a stored split again. The snapshot must hash to `expectedHash` (inputs and engine version unchanged), else
 * SPLIT.REPLAY_MISMATCH. For a split that a time budget cut off pass its `proof.effort`: the same work is done again
 * without a clock, so the shares are byte-identical.
 */
export function replay(snapshot: SplitSnapshot, expectedHash: string, effort?: number): SplitResult {
  const hash = hashSnapshot(snapshot);
  if (hash !== expectedHash) throw new MatchingError('SPLIT.REPLAY_MISMATCH', { expectedHash, hash });
  if (effort === undefined) return split(snapshot);
  return { ...split({ ...snapshot, effortLimit: effort, timeBudgetMs: null }), snapshotHash: hash };
}
