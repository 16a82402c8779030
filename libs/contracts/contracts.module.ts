import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FulfilmentModule } from '#yui/fulfilment';
import { CashQueries } from './cash/cash.queries.js';
import { ContractHandler } from './contract.handler.js';
import { Contract } from './contract.entity.js';
import { ContractQueries } from './contract.queries.js';
import { CorrectInvoice } from './invoices/correct-invoice.js';
import { InvoiceLine } from './invoices/invoice-line.entity.js';
import { Invoice } from './invoices/invoice.entity.js';
import { IssueInvoice } from './invoices/issue-invoice.js';
import { LapseReferrals } from './lapse-referrals.js';
import { ContractMilestone } from './milestones/contract-milestone.entity.js';
import { RemindMilestones } from './milestones/remind-milestones.js';
import { MoneyQueries } from './money.queries.js';
import { PaymentPart } from './payments/payment-part.entity.js';
import { Payment } from './payments/payment.entity.js';
import { RecordPayment } from './payments/record-payment.js';
import { ReversePayment } from './payments/reverse-payment.js';
import { RecordPaperReturned } from './record-paper-returned.js';
import { RemindReferrals } from './remind-referrals.js';
import { ReportNegotiation } from './report-negotiation.js';
import { ReportReferralOutcome } from './report-referral-outcome.js';
import { SettlementLine } from './settlement/settlement-line.entity.js';
import { DecideItem } from './subcontract/decide-item.js';
import { DeclareUndecided } from './subcontract/declare-undecided.js';
import { SubcontractGuard } from './subcontract/subcontract-guard.js';
import { SubcontractQueries } from './subcontract/subcontract.queries.js';
import { UndecidedItem } from './subcontract/undecided-item.entity.js';
import { TimelineEntry } from './timeline/timeline-entry.entity.js';

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
