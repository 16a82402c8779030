import type { TransferRunQuery } from '../../data/generated/types.js';
import type { Tone } from '../../kit/state-tag.js';

export const RUN_TONES: Readonly<Record<TransferRunQuery['transferRun']['status'], Tone>> = {
  EXPORTED: 'waiting',
  SETTLED: 'done',
  CANCELLED: 'ended',
};
