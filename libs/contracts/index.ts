export { Contract, type ContractSide } from './contract.entity.js';
export type { ContractEventName } from './contract.events.js';
export { ContractQueries } from './contract.queries.js';
export {
  CONTRACT_STATES,
  type ContractState,
  contractTransitions,
  referralTransitions,
} from './contract.transitions.js';
export { ContractsModule } from './contracts.module.js';
export { LapseReferrals } from './lapse-referrals.js';
export { RemindReferrals } from './remind-referrals.js';
export { ReportReferralOutcome, type ReportReferralOutcomeInput } from './report-referral-outcome.js';
