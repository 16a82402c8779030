import { MatchingError } from '../snapshot/errors.js';
import { hashSnapshot } from '../snapshot/snapshot.js';
import { split } from '../split/split.js';
import type { SplitResult, SplitSnapshot } from '../snapshot/types.js';

/**
 * Computes a stored split again, byte for byte. The snapshot must hash to `expectedHash` (inputs and engine version
 * unchanged), else SPLIT.REPLAY_MISMATCH. A split that a time budget cut off needs its `proof.stoppedAt`, too.
 */
export function replay(snapshot: SplitSnapshot, expectedHash: string, stoppedAt: number | null = null): SplitResult {
  const hash = hashSnapshot(snapshot);
  if (hash !== expectedHash) throw new MatchingError('SPLIT.REPLAY_MISMATCH', { expectedHash, hash });
  return split(snapshot, stoppedAt === null ? {} : { stopAt: stoppedAt });
}
