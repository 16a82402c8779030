import { type Transaction, transition, type TransitionTable } from '#yui/platform';
import type { Contract } from './contract.entity.js';
import {
  type ContractAction,
  type ContractState,
  contractTransitions,
  referralTransitions,
} from './contract.transitions.js';
import type { TimelineKind } from './timeline-entry.entity.js';
import { writeTimeline } from './write-timeline.js';

/** 斡旋型 has a life of its own. */
export function transitionsOf(contract: Pick<Contract, 'type'>): TransitionTable<ContractState, ContractAction> {
  return contract.type === 'REFERRAL' ? referralTransitions : contractTransitions;
}

const KIND_OF: Readonly<Record<ContractAction, TimelineKind>> = {
  issue: 'STEP_ISSUE',
  redraft: 'STEP_REDRAFT',
  reissue: 'STEP_REISSUE',
  conclude: 'STEP_CONCLUDE',
  recordPaperReturned: 'STEP_RECORD_PAPER_RETURNED',
  fulfil: 'STEP_FULFIL',
  settle: 'STEP_SETTLE',
  reopen: 'STEP_REOPEN',
  terminate: 'STEP_TERMINATE',
  reportNegotiation: 'STEP_REPORT_NEGOTIATION',
  reportConcluded: 'STEP_REPORT_CONCLUDED',
  reportNotConcluded: 'STEP_REPORT_NOT_CONCLUDED',
  lapse: 'STEP_LAPSE',
};

/** Transitions a contract whose order is locked, and tells the timeline. @throws TRANSITION.NOT_ALLOWED */
export async function transitionContract(
  tx: Transaction,
  contract: Contract,
  action: ContractAction,
  change: Partial<Contract> = {},
): Promise<void> {
  await transition(tx, transitionsOf(contract), contract, action, change);
  await writeTimeline(tx, contract, KIND_OF[action]);
}
