import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  CONTRACT_STATES,
  type ContractSide,
  type ContractState,
  contractTransitions,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  type MilestoneKind,
  type MilestoneState,
  referralTransitions,
  SETTLEMENT_KINDS,
  SETTLEMENT_PARTIES,
  type SettlementKind,
  type SettlementParty,
  TIMELINE_KINDS,
  type TimelineKind,
} from '#yui/contracts';
import type { Pricing } from '#yui/directory';
import type { ContractType } from '#yui/orders';
import { pageType } from '../graphql/page.js';
import { actionsOf, ContractTypeEnum, enumType, valuesOf } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';
import { PricingEnum } from '../terms/terms.types.js';

const ContractStateEnum = enumType('ContractState', 'Where a contract is in its life.', CONTRACT_STATES);
const ContractSideEnum = enumType(
  'ContractSide',
  'Between whom a contract is.',
  valuesOf<ContractSide>({ BUYER_DESK: true, DESK_FACILITY: true, BUYER_FACILITY: true }),
);
export const ContractActionEnum = enumType('ContractAction', 'A step in the life of a contract.', [
  ...new Set([...actionsOf(contractTransitions), ...actionsOf(referralTransitions)]),
]);

const MilestoneKindEnum = enumType('MilestoneKind', 'What a contract waits for.', MILESTONE_KINDS);
const MilestoneStateEnum = enumType('MilestoneState', 'OPEN: still to come.', MILESTONE_STATES);
const TimelineKindEnum = enumType(
  'TimelineKind',
  'A step of the life of a contract, a reminder, or something about its money.',
  TIMELINE_KINDS,
);
const SettlementKindEnum = enumType('SettlementKind', 'What is owed for: the work, or the fee.', SETTLEMENT_KINDS);
export const SettlementPartyEnum = enumType('SettlementParty', 'Who pays or is paid.', SETTLEMENT_PARTIES);

@ObjectType('ContractMilestone', { description: 'Something a contract waits for, and by when.' })
export class ContractMilestoneType {
  @Field(() => MilestoneKindEnum)
  kind: MilestoneKind;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => MilestoneStateEnum)
  status: MilestoneState;

  @Field(() => LocalDate, { nullable: true })
  reachedOn: BusinessDate | null;
}

@ObjectType('TimelineEntry', { description: 'One thing that happened to a contract.' })
export class TimelineEntryType {
  @Field(() => Id)
  id: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => TimelineKindEnum)
  kind: TimelineKind;

  @Field(() => MilestoneKindEnum, { nullable: true })
  milestone: MilestoneKind | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it is about.' })
  onDate: BusinessDate | null;

  @Field(() => Yen, { nullable: true, description: 'With tax.' })
  amountYen: number | null;

  @Field(() => String)
  note: string;
}

@ObjectType('SettlementLine', {
  description: 'Who owes whom what; a correction reverses a line with negative amounts.',
})
export class SettlementLineType {
  @Field(() => Id)
  id: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => Id)
  contractId: string;

  @Field(() => SettlementKindEnum)
  kind: SettlementKind;

  @Field(() => SettlementPartyEnum)
  payer: SettlementParty;

  @Field(() => SettlementPartyEnum)
  payee: SettlementParty;

  @Field(() => String)
  description: string;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  unit: string;

  @Field(() => Int, { nullable: true, description: 'In sen; null: one sum.' })
  unitPriceSen: number | null;

  @Field(() => PricingEnum)
  pricing: Pricing;

  @Field(() => Int)
  taxPercent: number;

  @Field(() => Boolean)
  isReducedRate: boolean;

  @Field(() => Yen, { description: 'Without tax.' })
  netYen: number;

  @Field(() => Yen)
  taxYen: number;

  @Field(() => Yen, { description: 'With tax.' })
  grossYen: number;

  @Field(() => LocalDate)
  tradedOn: BusinessDate;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => Id, { nullable: true, description: 'The line it reverses.' })
  reversesId: string | null;

  @Field(() => DateTime)
  bookedAt: Date;
}

@ObjectType('ContractBalance', { description: 'What is owed and was paid on a contract, with tax.' })
export class ContractBalanceType {
  @Field(() => Boolean, { description: 'Of the fee of the desk, not of the work.' })
  isFee: boolean;

  @Field(() => Yen)
  bookedYen: number;

  @Field(() => Yen, { description: 'More than booked: it has to come back.' })
  paidYen: number;

  @Field(() => LocalDate, { description: 'Of the earliest of what is owed.' })
  dueOn: BusinessDate;
}

@ObjectType('Contract', { description: 'An agreement that came of a work order.' })
export class ContractObjectType {
  @Field(() => Id)
  id: string;

  @Field(() => ContractTypeEnum)
  type: ContractType;

  @Field(() => ContractSideEnum)
  side: ContractSide;

  @Field(() => ContractStateEnum)
  status: ContractState;

  @Field(() => Id, { nullable: true })
  assignmentId: string | null;

  @Field(() => Yen, { nullable: true, description: '斡旋型: the fee that was agreed on, without tax.' })
  feeYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'What was agreed, without tax; null while it is open (斡旋型).' })
  amountYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'What the accepted work comes to, without tax.' })
  fulfilledYen: number | null;

  @Field(() => String, { nullable: true })
  outcomeReason: string | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  concludedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  fulfilledAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  issuedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  settledAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;
}

export const ContractPageType = pageType('ContractPage', ContractObjectType, 'The newest first.');
export type ContractPageType = PageOf<ContractObjectType>;

@InputType()
export class ContractFilterInput {
  @Field(() => [ContractStateEnum], { nullable: true })
  statuses?: ContractState[] | null;

  @Field(() => Id, { nullable: true })
  workOrderId?: string | null;
}

@InputType({ isAbstract: true })
export class ContractRef {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  contractId: string;
}

@InputType()
export class ReportNegotiationInput extends ContractRef {}

@InputType()
export class RecordPaperReturnedInput extends ContractRef {}

@InputType()
export class RecordPaymentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, {
    nullable: true,
    description: 'The invoice or payment notice that was paid; or give a contract.',
  })
  invoiceId?: string | null;

  @Field(() => Id, { nullable: true })
  contractId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With a contract: whether its fee was paid, not the work.' })
  isFee?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what was paid too much came back, to who had paid it.',
  })
  isRepayment?: boolean | null;

  @Field(() => Yen, { description: 'With tax; never more than is left of what is named, or was paid too much.' })
  amountYen: number;

  @Field(() => LocalDate, { description: 'Not before the day of the order, and not after today.' })
  paidOn: BusinessDate;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class ReversePaymentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  paymentId: string;

  @Field(() => String)
  reason: string;
}

@InputType()
export class ReportReferralOutcomeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  contractId: string;

  @Field(() => Boolean)
  isConcluded: boolean;

  @Field(() => Yen, { nullable: true, description: 'Without tax; needed when a contract was concluded.' })
  amountYen?: number | null;

  @Field(() => Yen, { nullable: true, description: 'The fee of the desk that was agreed on, without tax.' })
  feeYen?: number | null;

  @Field(() => String, { nullable: true, description: 'Needed when no contract came of it.' })
  reason?: string | null;
}
