import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FulfilmentModule } from '#yui/fulfilment';
import { CashQueries } from './cash/cash.queries.js';
import { ContractHandler } from './reconciliation/contract.handler.js';
import { Contract } from './contract/contract.entity.js';
import { ContractQueries } from './overview/contract.queries.js';
import { CorrectInvoice } from './invoices/correct-invoice.js';
import { InvoiceLine } from './invoices/invoice-line.entity.js';
import { Invoice } from './invoices/invoice.entity.js';
import { IssueInvoice } from './invoices/issue-invoice.js';
import { LapseReferrals } from './referrals/lapse-referrals.js';
import { ContractMilestone } from './contract/contract-milestone.entity.js';
import { RemindMilestones } from './reconciliation/remind-milestones.js';
import { MoneyQueries } from './overview/money.queries.js';
import { PaymentPart } from './payments/payment-part.entity.js';
import { Payment } from './payments/payment.entity.js';
import { RecordPayment } from './payments/record-payment.js';
import { ReversePayment } from './payments/reverse-payment.js';
import { RecordPaperReturned } from './reconciliation/record-paper-returned.js';
import { RemindReferrals } from './referrals/remind-referrals.js';
import { ReportNegotiation } from './referrals/report-negotiation.js';
import { ReportReferralOutcome } from './referrals/report-referral-outcome.js';
import { SettlementLine } from './settlement/settlement-line.entity.js';
import { DecideItem } from './subcontract/decide-item.js';
import { DeclareUndecided } from './subcontract/declare-undecided.js';
import { SubcontractGuard } from './subcontract/subcontract-guard.js';
import { SubcontractQueries } from './subcontract/subcontract.queries.js';
import { UndecidedItem } from './subcontract/undecided-item.entity.js';
import { TimelineEntry } from './contract/timeline-entry.entity.js';

const entities = [
  Contract,
  ContractMilestone,
  TimelineEntry,
  SettlementLine,
  Payment,
  PaymentPart,
  Invoice,
  InvoiceLine,
  UndecidedItem,
];

const useCases = [
  ReportNegotiation,
  ReportReferralOutcome,
  RecordPaperReturned,
  RecordPayment,
  ReversePayment,
  IssueInvoice,
  CorrectInvoice,
  RemindReferrals,
  LapseReferrals,
  RemindMilestones,
  ContractQueries,
  MoneyQueries,
  CashQueries,
  DeclareUndecided,
  DecideItem,
  SubcontractQueries,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), FulfilmentModule],
  providers: [...useCases, ContractHandler, SubcontractGuard],
  exports: useCases,
})
export class ContractsModule {}
