import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';

export const CANCELLATION_STATES = ['REQUESTED', 'REFUSED', 'WITHDRAWN', 'GRANTED', 'FINISHED'] as const;
export type CancellationState = (typeof CANCELLATION_STATES)[number];

export type CancellationAction = 'refuse' | 'withdraw' | 'grant' | 'finish';

/**
 * A buyer asks, the desk decides; a desk that decides by itself grants its own wish. It is finished when nothing that
 * was begun is on its way any more.
 */
export const cancellationTransitions = new TransitionTable<CancellationState, CancellationAction>(
  'Cancellation',
  'REQUESTED',
  CANCELLATION_STATES,
  [
    { from: ['REQUESTED'], action: 'grant', to: 'GRANTED', by: DESK_ROLES },
    { from: ['REQUESTED'], action: 'refuse', to: 'REFUSED', by: DESK_ROLES },
    { from: ['REQUESTED'], action: 'withdraw', to: 'WITHDRAWN', by: BUYER_ROLES },
    { from: ['GRANTED'], action: 'finish', to: 'FINISHED', by: ['SYSTEM'] },
  ],
);
