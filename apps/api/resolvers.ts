import { AdministrationResolver } from './administration/administration.resolver.js';
import { SetAsideTaskResolver } from './administration/set-aside-task.resolver.js';
import {
  AllocationChangeResolver,
  AllocationResolver,
  AllocationShareResolver,
  WeekShareResolver,
} from './allocations/allocation.resolver.js';
import { AmendmentResolver } from './amendments/amendment.resolver.js';
import { AssignmentResolver } from './assignments/assignment.resolver.js';
import {
  RejectionResolver,
  ReturnedWorkOfAssignmentResolver,
  WorkRejectionsOfOrderResolver,
} from './rejections/rejection.resolver.js';
import { QualityResolver } from './quality/quality.resolver.js';
import { CallQuestionResolver, CallResolver, CallResponseResolver } from './calls/call.resolver.js';
import { DeliveryResolver } from './assignments/delivery.resolver.js';
import { ShareChangeResolver } from './assignments/share-change.resolver.js';
import {
  AttachmentResolver,
  DeliveryFilesResolver,
  InspectionFilesResolver,
} from './attachments/attachment.resolver.js';
import { QuestionResolver } from './questions/question.resolver.js';
import { MaterialResolver, TeamShareResolver } from './materials/material.resolver.js';
import { CancellationResolver } from './cancellations/cancellation.resolver.js';
import { ContractResolver } from './contracts/contract.resolver.js';
import { DeskMoneyResolver, UndecidedItemResolver } from './contracts/desk-money.resolver.js';
import {
  EnteredForOfAssignmentResolver,
  EnteredForOfCallResolver,
  EnteredForOfStandingOrderResolver,
  EnteredForOfOrderResolver,
  EnteringResolver,
} from './entered-for/entered-for.resolver.js';
import { InquiryResolver } from './inquiries/inquiry.resolver.js';
import { InvoiceResolver } from './contracts/invoice.resolver.js';
import { MONEY_NAMES } from './contracts/money-names.resolver.js';
import { ReductionResolver } from './contracts/reduction.resolver.js';
import { PaymentResolver } from './contracts/payment.resolver.js';
import { CapabilityResolver, FacilityResolver } from './directory/facility.resolver.js';
import { ImportResolver } from './directory/import.resolver.js';
import { BuyerResolver, DeskResolver } from './directory/organisation.resolver.js';
import { BuyerRegistrationResolver, MembershipResolver } from './memberships/membership.resolver.js';
import { LetterResolver } from './letters/letter.resolver.js';
import { NotificationResolver } from './notifications/notification.resolver.js';
import { PaperResolver } from './papers/paper.resolver.js';
import { BusinessProfileResolver } from './profiles/business-profile.resolver.js';
import {
  OmittedTransferResolver,
  TransferCandidateResolver,
  TransferRecordResolver,
  TransferResolver,
} from './transfers/transfer.resolver.js';
import { ReceivableResolver, StatementResolver } from './statements/statement.resolver.js';
import { JournalResolver } from './journal/journal.resolver.js';
import { MoveInResolver } from './move-in/move-in.resolver.js';
import { PrefectureResolver } from './prefectures/prefecture.resolver.js';
import { EligibilityResolver } from './procurement/eligibility.resolver.js';
import {
  ContractBasisResolver,
  GovernmentRulesResolver,
  LineCategoryResolver,
  PublicationResolver,
} from './procurement/government.resolver.js';
import { QuoteResolver } from './quotes/quote.resolver.js';
import { FairnessResolver } from './reports/fairness.resolver.js';
import { ClosingResolver } from './reports/closing.resolver.js';
import { JointOrderResolver } from './reports/joint-order.resolver.js';
import { ProcurementResolver } from './reports/procurement.resolver.js';
import { RecordedResolver } from './reports/recorded.resolver.js';
import { ReportResolver } from './reports/report.resolver.js';
import { WageReportResolver } from './reports/wage-report.resolver.js';
import { ActivityResolver } from './wages/activity.resolver.js';
import { AssignmentForecastResolver, ShareForecastResolver } from './wages/forecast.resolver.js';
import { WagePlanResolver } from './wages/wage-plan.resolver.js';
import { WageResolver } from './wages/wage.resolver.js';
import { ChangeResolver } from './changes/change.resolver.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';
import { ApiTokenResolver } from './people/api-token.resolver.js';
import { InvitationResolver } from './people/invitation.resolver.js';
import { PeopleResolver } from './people/people.resolver.js';
import { PasskeyResolver } from './sessions/passkey.resolver.js';
import { PasswordResolver } from './sessions/password.resolver.js';
import { ProviderResolver } from './sessions/provider.resolver.js';
import { SecondFactorResolver } from './sessions/second-factor.resolver.js';
import { SessionResolver } from './sessions/session.resolver.js';
import { TermsResolver } from './terms/terms.resolver.js';
import { BuyerTodayResolver } from './today/buyer-today.resolver.js';
import { StandingOrderResolver } from './recurring/standing-order.resolver.js';
import { StepResolver, WorkOrderLineResolver } from './work-orders/work-order-line.resolver.js';
import { DeskTodayResolver } from './today/desk-today.resolver.js';
import { OrderContactResolver } from './work-orders/order-contact.resolver.js';
import { WorkOrderResolver } from './work-orders/work-order.resolver.js';

/** Everything the schema is made of. */
export const RESOLVERS = [
  SessionResolver,
  PasswordResolver,
  PasskeyResolver,
  ProviderResolver,
  SecondFactorResolver,
  PeopleResolver,
  InvitationResolver,
  ApiTokenResolver,
  WebhookResolver,
  ChangeResolver,
  DeskResolver,
  BuyerResolver,
  FacilityResolver,
  CapabilityResolver,
  ImportResolver,
  MembershipResolver,
  BuyerRegistrationResolver,
  PrefectureResolver,
  WorkOrderResolver,
  OrderContactResolver,
  WorkOrderLineResolver,
  StepResolver,
  QuoteResolver,
  StandingOrderResolver,
  AllocationResolver,
  AllocationShareResolver,
  WeekShareResolver,
  AllocationChangeResolver,
  QualityResolver,
  RejectionResolver,
  WorkRejectionsOfOrderResolver,
  ReturnedWorkOfAssignmentResolver,
  CallResolver,
  CallResponseResolver,
  CallQuestionResolver,
  AssignmentResolver,
  AmendmentResolver,
  DeliveryResolver,
  ShareChangeResolver,
  AttachmentResolver,
  DeliveryFilesResolver,
  InspectionFilesResolver,
  QuestionResolver,
  MaterialResolver,
  TeamShareResolver,
  CancellationResolver,
  ContractResolver,
  ReductionResolver,
  PaymentResolver,
  ...MONEY_NAMES,
  InvoiceResolver,
  DeskMoneyResolver,
  UndecidedItemResolver,
  TermsResolver,
  PaperResolver,
  BusinessProfileResolver,
  JournalResolver,
  MoveInResolver,
  ReceivableResolver,
  StatementResolver,
  OmittedTransferResolver,
  TransferCandidateResolver,
  TransferRecordResolver,
  TransferResolver,
  NotificationResolver,
  LetterResolver,
  EligibilityResolver,
  EnteredForOfAssignmentResolver,
  EnteredForOfCallResolver,
  EnteredForOfStandingOrderResolver,
  EnteredForOfOrderResolver,
  EnteringResolver,
  InquiryResolver,
  GovernmentRulesResolver,
  ContractBasisResolver,
  PublicationResolver,
  LineCategoryResolver,
  BuyerTodayResolver,
  ReportResolver,
  WageReportResolver,
  WageResolver,
  WagePlanResolver,
  AssignmentForecastResolver,
  ShareForecastResolver,
  ActivityResolver,
  FairnessResolver,
  ClosingResolver,
  JointOrderResolver,
  ProcurementResolver,
  RecordedResolver,
  DeskTodayResolver,
  AdministrationResolver,
  SetAsideTaskResolver,
];
