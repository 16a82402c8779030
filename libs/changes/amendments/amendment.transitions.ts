import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';

export const AMENDMENT_STATES = ['PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export type AmendmentAction = 'accept' | 'refuse' | 'withdraw' | 'lapse';

/**
 * A change after the order: the buyer proposes and the desk decides, or the other way round. It lapses when the
 * order ends before that.
 */
export const amendmentTransitions = new TransitionTable<AmendmentState, AmendmentAction>(
  'Amendment',
  'PROPOSED',
  AMENDMENT_STATES,
  [
    { from: ['PROPOSED'], action: 'accept', to: 'ACCEPTED', by: [...DESK_ROLES, ...BUYER_ROLES] },
    { from: ['PROPOSED'], action: 'refuse', to: 'REFUSED', by: [...DESK_ROLES, ...BUYER_ROLES] },
    { from: ['PROPOSED'], action: 'withdraw', to: 'WITHDRAWN', by: [...BUYER_ROLES, ...DESK_ROLES] },
    { from: ['PROPOSED'], action: 'lapse', to: 'LAPSED', by: ['SYSTEM'] },
  ],
);
