import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';

export const STANDING_ORDER_STATES = ['PROPOSED', 'ACTIVE', 'REFUSED', 'WITHDRAWN', 'ENDED'] as const;
export type StandingOrderState = (typeof STANDING_ORDER_STATES)[number];

export type StandingOrderAction = 'agree' | 'refuse' | 'withdraw' | 'end';

/** The desk proposes, the buyer agrees once for the whole period. Each occurrence lives on as an order of its own. */
export const standingOrderTransitions = new TransitionTable<StandingOrderState, StandingOrderAction>(
  'StandingOrder',
  'PROPOSED',
  STANDING_ORDER_STATES,
  [
    { from: ['PROPOSED'], action: 'agree', to: 'ACTIVE', by: BUYER_ROLES },
    { from: ['PROPOSED'], action: 'refuse', to: 'REFUSED', by: BUYER_ROLES },
    { from: ['PROPOSED'], action: 'withdraw', to: 'WITHDRAWN', by: DESK_ROLES },
    { from: ['ACTIVE'], action: 'end', to: 'ENDED', by: DESK_ROLES },
  ],
);
