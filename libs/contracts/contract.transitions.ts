import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';

export const CONTRACT_STATES = [
  'CONCLUDED',
  'FULFILLED',
  'TERMINATED',
  'INTRODUCED',
  'NOT_CONCLUDED',
  'LAPSED',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export type ContractAction = 'fulfil' | 'terminate' | 'reportConcluded' | 'reportNotConcluded' | 'lapse';

/**
 * 契約型 and 仲介型: concluded when the order or the answer makes it binding, fulfilled when the buyer accepts,
 * terminated when the desk takes the share back before any work on it.
 */
export const contractTransitions = new TransitionTable<ContractState, ContractAction>(
  'Contract',
  'CONCLUDED',
  ['CONCLUDED', 'FULFILLED', 'TERMINATED'],
  [
    { from: ['CONCLUDED'], action: 'fulfil', to: 'FULFILLED', by: ['SYSTEM'] },
    { from: ['CONCLUDED'], action: 'terminate', to: 'TERMINATED', by: ['SYSTEM'] },
  ],
);

/** 斡旋型: the desk introduces; what came of it is reported, or it lapses. */
export const referralTransitions = new TransitionTable<ContractState, ContractAction>(
  'Referral',
  'INTRODUCED',
  ['INTRODUCED', 'CONCLUDED', 'NOT_CONCLUDED', 'LAPSED'],
  [
    { from: ['INTRODUCED'], action: 'reportConcluded', to: 'CONCLUDED', by: [...DESK_ROLES, ...BUYER_ROLES] },
    { from: ['INTRODUCED'], action: 'reportNotConcluded', to: 'NOT_CONCLUDED', by: [...DESK_ROLES, ...BUYER_ROLES] },
    { from: ['INTRODUCED'], action: 'lapse', to: 'LAPSED', by: ['SYSTEM'] },
  ],
);
