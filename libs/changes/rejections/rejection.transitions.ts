import { DESK_ROLES, TransitionTable } from '#yui/platform';

export const REJECTION_STATES = ['OPEN', 'ANSWERED'] as const;
export type RejectionState = (typeof REJECTION_STATES)[number];
export type RejectionAction = 'askRework' | 'answer';

/** The life of rejected deliveries: while it is open, the order does not count as delivered again. */
export const rejectionTransitions = new TransitionTable<RejectionState, RejectionAction>(
  'WorkRejection',
  'OPEN',
  REJECTION_STATES,
  [
    { from: ['OPEN'], action: 'askRework', to: 'OPEN', by: DESK_ROLES },
    { from: ['OPEN'], action: 'answer', to: 'ANSWERED', by: DESK_ROLES },
  ],
);
