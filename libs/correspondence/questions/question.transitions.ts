import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, TransitionTable } from '#yui/platform';

export const QUESTION_STATES = ['OPEN', 'ANSWERED', 'WITHDRAWN'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export type QuestionAction = 'answer' | 'passOn' | 'withdraw';

const ALL = [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES] as const;

/** Who is asked answers, who asked withdraws; the desk can ask on in its own words before it answers. */
export const questionTransitions = new TransitionTable<QuestionState, QuestionAction>(
  'Question',
  'OPEN',
  QUESTION_STATES,
  [
    { from: ['OPEN'], action: 'answer', to: 'ANSWERED', by: ALL },
    { from: ['OPEN'], action: 'passOn', to: 'OPEN', by: DESK_ROLES },
    { from: ['OPEN'], action: 'withdraw', to: 'WITHDRAWN', by: ALL },
  ],
);
