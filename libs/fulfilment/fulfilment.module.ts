import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { onMembershipEnding } from '#yui/directory';
import { SourcingModule } from '#yui/sourcing';
import { AllocationShare } from './allocations/allocation-share.entity.js';
import { Allocation } from './allocations/allocation.entity.js';
import { AllocationQueries } from './allocations/allocation.queries.js';
import { ApproveAllocation } from './allocations/approve-allocation.js';
import { PlanAllocation } from './allocations/plan-allocation.js';
import { PlanWeek } from './allocations/plan-week.js';
import { RepairAllocation } from './allocations/repair-allocation.js';
import { ReplayAllocation } from './allocations/replay-allocation.js';
import { TryChange } from './allocations/try-change.js';
import { answerLinks } from './answer-links/answer-links.providers.js';
import { AssignmentReason } from './assignments/assignment-reason.entity.js';
import { Assignment } from './assignments/assignment.entity.js';
import { AssignmentQueries } from './assignments/assignment.queries.js';
import { AcceptWork } from './deliveries/accept-work.js';
import { Delivery } from './deliveries/delivery.entity.js';
import { DeliveryQueries } from './deliveries/delivery.queries.js';
import { InspectDelivery } from './deliveries/inspect-delivery.js';
import { InspectionDefect } from './deliveries/inspection-defect.entity.js';
import { Inspection } from './deliveries/inspection.entity.js';
import { ReportDelivery } from './deliveries/report-delivery.js';
import { ReturnedWork } from './deliveries/returned-work.entity.js';
import { HandBackAssignment } from './hand-backs/hand-back-assignment.js';
import { HandBack } from './hand-backs/hand-back.entity.js';
import { NameLeadFacility } from './lead/name-lead-facility.js';
import { TeamQueries } from './lead/team.queries.js';
import { LineQueries } from './lines/line.queries.js';
import { materials } from './materials/materials.providers.js';
import { SupplyChecks } from './materials/supply-checks.js';
import { AcceptAssignment } from './offers/accept-assignment.js';
import { AcceptPartOfAssignment } from './offers/accept-part-of-assignment.js';
import { ConfirmPart } from './offers/confirm-part.js';
import { CounterAssignment } from './offers/counter-assignment.js';
import { DeclineAssignment } from './offers/decline-assignment.js';
import { endOffers } from './offers/end-offers.js';
import { ExpireAssignments } from './offers/expire-assignments.js';
import { OfferAgain } from './offers/offer-again.js';
import { RemindAssignments } from './offers/remind-assignments.js';
import { SendAssignments } from './offers/send-assignments.js';
import { SendingChecks } from './offers/sending-checks.js';
import { UndoAnswer } from './offers/undo-answer.js';
import { WithdrawAssignment } from './offers/withdraw-assignment.js';
import { progress } from './progress/progress.providers.js';
import { QualityQueries } from './quality/quality.queries.js';

onMembershipEnding.fill(endOffers);

const entities = [
  Allocation,
  AllocationShare,
  Assignment,
  AssignmentReason,
  Delivery,
  Inspection,
  InspectionDefect,
  ReturnedWork,
  HandBack,
  ...answerLinks.entities,
  ...progress.entities,
  ...materials.entities,
];

const queries = [
  AllocationQueries,
  AssignmentQueries,
  DeliveryQueries,
  LineQueries,
  QualityQueries,
  TeamQueries,
  ...progress.queries,
  ...materials.queries,
];

/** What is done about the shares of an order, from the plan to the buyer's acceptance. */
const commands = [
  PlanAllocation,
  ApproveAllocation,
  RepairAllocation,
  ReplayAllocation,
  TryChange,
  PlanWeek,
  SendAssignments,
  AcceptAssignment,
  AcceptPartOfAssignment,
  DeclineAssignment,
  UndoAnswer,
  CounterAssignment,
  OfferAgain,
  ConfirmPart,
  WithdrawAssignment,
  HandBackAssignment,
  ReportDelivery,
  InspectDelivery,
  AcceptWork,
  NameLeadFacility,
  ...answerLinks.commands,
  ...progress.commands,
  ...materials.commands,
];

/** What time does to them. */
const deadlines = [RemindAssignments, ExpireAssignments, ...progress.deadlines];

@Module({
  imports: [TypeOrmModule.forFeature(entities), SourcingModule],
  providers: [SendingChecks, SupplyChecks, ...commands, ...deadlines, ...queries],
  exports: [SendingChecks, SupplyChecks, ...commands, ...deadlines, ...queries],
})
export class FulfilmentModule {}
