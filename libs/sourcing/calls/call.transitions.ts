import { DESK_ROLES, FACILITY_ROLES, TransitionTable } from '#yui/platform';

export const CALL_STATES = ['OPEN', 'CLOSED', 'USED', 'CANCELLED'] as const;
export type CallState = (typeof CALL_STATES)[number];

export type CallAction = 'answer' | 'decline' | 'ask' | 'answerQuestion' | 'close' | 'use' | 'cancel';

/** The life of a call (募集). What is answered after it closed is kept and marked late. */
export const callTransitions = new TransitionTable<CallState, CallAction>('Call', 'OPEN', CALL_STATES, [
  { from: ['OPEN'], action: 'answer', to: 'OPEN', by: FACILITY_ROLES },
  { from: ['CLOSED'], action: 'answer', to: 'CLOSED', by: FACILITY_ROLES },
  { from: ['OPEN'], action: 'decline', to: 'OPEN', by: FACILITY_ROLES },
  { from: ['CLOSED'], action: 'decline', to: 'CLOSED', by: FACILITY_ROLES },
  { from: ['OPEN'], action: 'ask', to: 'OPEN', by: FACILITY_ROLES },
  { from: ['OPEN'], action: 'answerQuestion', to: 'OPEN', by: DESK_ROLES },
  { from: ['CLOSED'], action: 'answerQuestion', to: 'CLOSED', by: DESK_ROLES },
  // By the desk, at the deadline, or when enough is promised.
  { from: ['OPEN'], action: 'close', to: 'CLOSED', by: [...DESK_ROLES, 'SYSTEM'] },
  // What is left of a line may be split once more with the same answers.
  { from: ['CLOSED', 'USED'], action: 'use', to: 'USED', by: DESK_ROLES },
  { from: ['OPEN', 'CLOSED'], action: 'cancel', to: 'CANCELLED', by: [...DESK_ROLES, 'SYSTEM'] },
]);

export const CALL_RESPONSE_STATES = ['CAN', 'CANNOT', 'REPLACED', 'WITHDRAWN'] as const;
export type CallResponseState = (typeof CALL_RESPONSE_STATES)[number];

export type CallResponseAction = 'revise' | 'refuse' | 'replace' | 'withdraw';

/** The life of a facility's answer to a call: another answer replaces it, and it can be taken back. */
export const callResponseTransitions = new TransitionTable<CallResponseState, CallResponseAction>(
  'CallResponse',
  'CAN',
  CALL_RESPONSE_STATES,
  [
    { from: ['CAN', 'CANNOT'], action: 'revise', to: 'CAN', by: FACILITY_ROLES },
    { from: ['CAN', 'CANNOT'], action: 'refuse', to: 'CANNOT', by: FACILITY_ROLES },
    { from: ['CAN', 'CANNOT'], action: 'replace', to: 'REPLACED', by: ['SYSTEM'] },
    { from: ['CAN', 'CANNOT'], action: 'withdraw', to: 'WITHDRAWN', by: FACILITY_ROLES },
  ],
);

/** A facility's answer as it stands now. */
export const STANDING_STATES = ['CAN', 'CANNOT'] as const satisfies readonly CallResponseState[];
