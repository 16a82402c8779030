import { DESK_ROLES, FACILITY_ROLES, TransitionTable } from '#yui/platform';

export type WageReturnState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'CHECKED' | 'REPLACED';
export type WageReturnAction = 'submit' | 'recall' | 'check' | 'return' | 'replace';

export const WAGE_RETURN_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'REPLACED'] as const;

const KEEPERS = [...FACILITY_ROLES, ...DESK_ROLES] as const;
const CHECKERS = [...DESK_ROLES, 'PREFECTURE_OFFICER'] as const;

/** The life of a version of a wage return. */
export const wageReturnTransitions = new TransitionTable<WageReturnState, WageReturnAction>(
  'WageReturn',
  'DRAFT',
  WAGE_RETURN_STATES,
  [
    { from: ['DRAFT', 'RETURNED'], action: 'submit', to: 'SUBMITTED', by: KEEPERS },
    { from: ['SUBMITTED'], action: 'recall', to: 'DRAFT', by: KEEPERS },
    { from: ['SUBMITTED'], action: 'check', to: 'CHECKED', by: CHECKERS },
    { from: ['SUBMITTED'], action: 'return', to: 'RETURNED', by: CHECKERS },
    { from: ['CHECKED'], action: 'replace', to: 'REPLACED', by: ['SYSTEM'] },
  ],
);
