import type { StandingOrderState } from '../data/generated/types.js';
import type { Tone } from '../kit/state-tag.js';

export const TONES: Readonly<Record<StandingOrderState, Tone>> = {
  PROPOSED: 'waiting',
  ACTIVE: 'active',
  REFUSED: 'ended',
  WITHDRAWN: 'ended',
  ENDED: 'done',
};
