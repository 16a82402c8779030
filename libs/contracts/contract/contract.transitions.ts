import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';

export const CONTRACT_STATES = [
  'DRAFT',
  'ISSUED',
  'CONCLUDED',
  'FULFILLED',
  'SETTLED',
  'TERMINATED',
  'INTRODUCED',
  'NEGOTIATING',
  'NOT_CONCLUDED',
  'LAPSED',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export type ContractAction =
  | 'issue'
  | 'redraft'
  | 'reissue'
  | 'conclude'
  | 'recordPaperReturned'
  | 'fulfil'
  | 'settle'
  | 'reopen'
  | 'terminate'
  | 'reportNegotiation'
  | 'reportConcluded'
  | 'reportNotConcluded'
  | 'lapse';

/**
 * 契約型 and 仲介型. An offer to a facility, or the order of a buyer, issues the contract; the yes, or the signed paper,
 * concludes it. A yes to a part makes it a draft again until the desk agrees. It is fulfilled when the work is accepted,
 * settled when everything of it is paid, and open again when a correction leaves something to pay.
 */
export const contractTransitions = new TransitionTable<ContractState, ContractAction>(
  'Contract',
  'DRAFT',
  ['DRAFT', 'ISSUED', 'CONCLUDED', 'FULFILLED', 'SETTLED', 'TERMINATED'],
  [
    { from: ['DRAFT'], action: 'issue', to: 'ISSUED', by: ['SYSTEM'] },
    { from: ['ISSUED'], action: 'redraft', to: 'DRAFT', by: ['SYSTEM'] },
    // The facility took its yes or its no back: it is asked again.
    { from: ['CONCLUDED', 'TERMINATED'], action: 'reissue', to: 'ISSUED', by: ['SYSTEM'] },
    { from: ['ISSUED'], action: 'conclude', to: 'CONCLUDED', by: ['SYSTEM'] },
    { from: ['ISSUED'], action: 'recordPaperReturned', to: 'CONCLUDED', by: DESK_ROLES },
    { from: ['CONCLUDED'], action: 'fulfil', to: 'FULFILLED', by: ['SYSTEM'] },
    { from: ['FULFILLED'], action: 'settle', to: 'SETTLED', by: ['SYSTEM'] },
    { from: ['SETTLED'], action: 'reopen', to: 'FULFILLED', by: ['SYSTEM'] },
    { from: ['DRAFT', 'ISSUED', 'CONCLUDED'], action: 'terminate', to: 'TERMINATED', by: ['SYSTEM'] },
  ],
);

/** Introduced, and nothing has come of it yet. */
export const OPEN_REFERRAL_STATES: readonly ContractState[] = ['INTRODUCED', 'NEGOTIATING'];

/** 斡旋型: the desk introduces; the two talk; what came of it is reported, or it lapses. */
export const referralTransitions = new TransitionTable<ContractState, ContractAction>(
  'Referral',
  'INTRODUCED',
  ['INTRODUCED', 'NEGOTIATING', 'CONCLUDED', 'NOT_CONCLUDED', 'LAPSED'],
  [
    // Talking on begins the days until it lapses again.
    {
      from: OPEN_REFERRAL_STATES,
      action: 'reportNegotiation',
      to: 'NEGOTIATING',
      by: [...DESK_ROLES, ...BUYER_ROLES],
    },
    {
      from: OPEN_REFERRAL_STATES,
      action: 'reportConcluded',
      to: 'CONCLUDED',
      by: [...DESK_ROLES, ...BUYER_ROLES],
    },
    {
      from: OPEN_REFERRAL_STATES,
      action: 'reportNotConcluded',
      to: 'NOT_CONCLUDED',
      by: [...DESK_ROLES, ...BUYER_ROLES],
    },
    { from: OPEN_REFERRAL_STATES, action: 'lapse', to: 'LAPSED', by: ['SYSTEM'] },
  ],
  'Contract',
);
