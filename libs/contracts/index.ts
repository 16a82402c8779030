export type { CashPlan } from './cash/cash-flow.js';
export { CashQueries, type PaymentClock } from './cash/cash.queries.js';
export { Contract, type ContractSide } from './contract/contract.entity.js';
export type { ContractEventName, ContractEvents } from './contract/contract.events.js';
export { type ContractFilter, ContractQueries } from './overview/contract.queries.js';
export {
  CONTRACT_STATES,
  type ContractState,
  contractTransitions,
  referralTransitions,
  OPEN_REFERRAL_STATES,
} from './contract/contract.transitions.js';
export { ContractsModule } from './contracts.module.js';
export { CorrectInvoice, type CorrectInvoiceInput } from './invoices/correct-invoice.js';
export { Invoice, INVOICE_KINDS, type InvoiceKind } from './invoices/invoice.entity.js';
export type { InvoiceAction } from './invoices/invoice.policy.js';
export { IssueInvoice, type IssueInvoiceInput } from './invoices/issue-invoice.js';
export { LapseReferrals } from './referrals/lapse-referrals.js';
export {
  ContractMilestone,
  MILESTONE_KINDS,
  MILESTONE_STAGES,
  MILESTONE_STATES,
  type MilestoneKind,
  type MilestoneStage,
  type MilestoneState,
  stageOf,
} from './contract/contract-milestone.entity.js';
export { RemindMilestones } from './reconciliation/remind-milestones.js';
export { partyOf } from './papers/paper-party.js';
export { Paper } from './papers/paper.entity.js';
export type { PaperEventName, PaperEvents } from './papers/paper.events.js';
export { type PaperFilter, PaperQueries } from './papers/paper.queries.js';
export { PapersModule } from './papers.module.js';
export { type Billable, type MoneyFilter, MoneyQueries } from './overview/money.queries.js';
export { nextPaperNumber } from './numbering/next-paper-number.js';
export type { PaymentAction } from './payments/payment.policy.js';
export { RecordPayment, type RecordPaymentInput } from './payments/record-payment.js';
export { ReversePayment, type ReversePaymentInput } from './payments/reverse-payment.js';
export { RecordReduction } from './reductions/record-reduction.js';
export { Reduction, REDUCTION_KINDS, type ReductionKind } from './contract/reduction.entity.js';
export { ReductionQueries } from './reductions/reduction.queries.js';
export { WithdrawReduction } from './reductions/withdraw-reduction.js';
export { RecordPaperReturned } from './reconciliation/record-paper-returned.js';
export { RemindReferrals } from './referrals/remind-referrals.js';
export type { ContractInput } from './contract/contract.input.js';
export { ReportNegotiation } from './referrals/report-negotiation.js';
export { ReportReferralOutcome, type ReportReferralOutcomeInput } from './referrals/report-referral-outcome.js';
export type { Balance } from './settlement/balance.js';
export {
  REDUCTION,
  SETTLEMENT_KINDS,
  SETTLEMENT_PARTIES,
  type SettlementKind,
  SettlementLine,
  type SettlementParty,
} from './settlement/settlement-line.entity.js';
export { TIMELINE_KINDS, TimelineEntry, type TimelineKind } from './contract/timeline-entry.entity.js';
export { DecideItem, type DecideItemInput } from './subcontract/decide-item.js';
export { DeclareUndecided, type DeclareUndecidedInput } from './subcontract/declare-undecided.js';
export { ORDER_ITEMS, type OrderItem } from './subcontract/order-items.js';
export type { UndecidedItemAction } from './subcontract/undecided-item.policy.js';
export type { LawReasoning } from './subcontract/subcontract-law.js';
export { type OrderPaperCheck, SubcontractQueries } from './subcontract/subcontract.queries.js';
export { CONTRACTS_FEATURES, PAPERS_FEATURES } from './contracts.features.js';
export { CancelTransferRun, type CancelTransferRunInput } from './transfers/cancel-transfer-run.js';
export { MakeTransferRun, type MakeTransferRunInput } from './transfers/make-transfer-run.js';
export { SetTransferClient, type SetTransferClientInput } from './transfers/set-transfer-client.js';
export { SettleTransferRun, type SettleTransferRunInput } from './transfers/settle-transfer-run.js';
export type { TransferCandidate, TransferObstacle } from './transfers/transfer-candidates.js';
export { TRANSFER_OUTCOMES, type TransferOutcome } from './transfers/transfer-item.entity.js';
export { TransferRun } from './transfers/transfer-run.entity.js';
export {
  TRANSFER_RUN_STATES,
  type TransferRunAction,
  type TransferRunState,
  transferRunTransitions,
} from './transfers/transfer-run.transitions.js';
export { type RecordOfRun, TransferQueries } from './transfers/transfer.queries.js';
export { ImportStatement, type ImportStatementInput } from './statements/import-statement.js';
export { MATCH_CERTAINTIES, type MatchCertainty } from './statements/propose-match.js';
export type { StatementLayout } from './statements/read-statement.js';
export { SetStatementLineAside, type SetStatementLineAsideInput } from './statements/set-statement-line-aside.js';
export { SettleStatementLine, type SettleStatementLineInput } from './statements/settle-statement-line.js';
export {
  type ProposedLine,
  type Receivable,
  stateOf as stateOfStatementLine,
  STATEMENT_LINE_STATES,
  type StatementLineState,
  type StatementPreview,
  StatementQueries,
} from './statements/statement.queries.js';
export { JOURNAL_ACCOUNTS, type JournalAccount, type JournalNames, type JournalEntry } from './journal/journal.js';
export { journalErrors } from './journal/journal.errors.js';
export { JournalQueries } from './journal/journal.queries.js';
export { SetJournalAccounts } from './journal/set-journal-accounts.js';
