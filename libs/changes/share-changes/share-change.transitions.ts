import { DESK_ROLES, FACILITY_ROLES, TransitionTable } from '#yui/platform';

export const SHARE_CHANGE_STATES = ['PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const;
export type ShareChangeState = (typeof SHARE_CHANGE_STATES)[number];

export type ShareChangeAction = 'agree' | 'refuse' | 'withdraw' | 'lapse';

/** The desk asks a facility to do less, or to do it sooner, than it had said yes to. Lapses when the share has ended. */
export const shareChangeTransitions = new TransitionTable<ShareChangeState, ShareChangeAction>(
  'ShareChange',
  'PROPOSED',
  SHARE_CHANGE_STATES,
  [
    { from: ['PROPOSED'], action: 'agree', to: 'AGREED', by: FACILITY_ROLES },
    { from: ['PROPOSED'], action: 'refuse', to: 'REFUSED', by: FACILITY_ROLES },
    { from: ['PROPOSED'], action: 'withdraw', to: 'WITHDRAWN', by: DESK_ROLES },
    { from: ['PROPOSED'], action: 'lapse', to: 'LAPSED', by: ['SYSTEM'] },
  ],
);
