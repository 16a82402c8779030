import { DESK_ROLES, TransitionTable } from '#yui/platform';

export const TRANSFER_RUN_STATES = ['EXPORTED', 'SETTLED', 'CANCELLED'] as const;
export type TransferRunState = (typeof TRANSFER_RUN_STATES)[number];
export type TransferRunAction = 'settle' | 'cancel';

/** A file for the bank: made, then carried out or called off. What it holds is in no other file meanwhile. */
export const transferRunTransitions = new TransitionTable<TransferRunState, TransferRunAction>(
  'TransferRun',
  'EXPORTED',
  TRANSFER_RUN_STATES,
  [
    { from: ['EXPORTED'], action: 'settle', to: 'SETTLED', by: DESK_ROLES },
    { from: ['EXPORTED'], action: 'cancel', to: 'CANCELLED', by: DESK_ROLES },
  ],
);
