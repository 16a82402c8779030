import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  CALL_AUDIENCES,
  CALL_CLOSINGS,
  CALL_RESPONSE_STATES,
  CALL_STATES,
  type CallAudience,
  type CallClosing,
  type CallQuestionAction,
  type CallResponseState,
  callResponseTransitions,
  type CallState,
  callTransitions,
} from '#yui/sourcing';
import { pageType } from '../graphql/page.js';
import { actionsOf, enumType, valuesOf } from '../graphql/enums.js';
import { DateTime, LocalDate, Id, Yen } from '../graphql/scalars.js';

export const CallStateEnum = enumType('CallState', 'Where a call is in its life.', CALL_STATES);
export const CallActionEnum = enumType('CallAction', 'A step in the life of a call.', actionsOf(callTransitions));
const CallAudienceEnum = enumType(
  'CallAudience',
  'ALL_CAPABLE: every facility of the desk that offers the work. CHOSEN: those the desk named.',
  CALL_AUDIENCES,
);
const CallClosingEnum = enumType('CallClosing', 'What ended a call.', CALL_CLOSINGS);
const CallResponseStateEnum = enumType(
  'CallResponseState',
  'CAN and CANNOT stand; REPLACED by a newer answer; WITHDRAWN by the facility.',
  CALL_RESPONSE_STATES,
);
export const CallResponseActionEnum = enumType(
  'CallResponseAction',
  'A step in the life of an answer to a call.',
  actionsOf(callResponseTransitions),
);

export const CallQuestionActionEnum = enumType(
  'CallQuestionAction',
  'What can be done with a question.',
  valuesOf<CallQuestionAction>({ answer: true }),
);

@ObjectType('CallResponse', { description: "One version of a facility's answer to a call. It promises nothing yet." })
export class CallResponseType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => CallResponseStateEnum)
  status: CallResponseState;

  @Field(() => Int, { nullable: true, description: 'Null when the facility cannot, here and below.' })
  units: number | null;

  @Field(() => Int, { nullable: true, description: 'What it asks for one unit in sen (1/100 yen), without tax.' })
  unitPriceSen: number | null;

  @Field(() => LocalDate, { nullable: true })
  earliestFinishOn: BusinessDate | null;

  @Field(() => String, { description: 'A remark; the reason, when it cannot.' })
  remark: string;

  @Field(() => Boolean, { description: 'Given after the call had closed.' })
  isLate: boolean;

  @Field(() => DateTime)
  answeredAt: Date;
}

@ObjectType('CallQuestion', { description: 'Read, with its answer, by all who were called.' })
export class CallQuestionType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  question: string;

  @Field(() => DateTime)
  askedAt: Date;

  @Field(() => String, { nullable: true })
  answer: string | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;
}

@ObjectType('Call', { description: 'A question to many facilities: can you, how many, at what price, by when (募集).' })
export class CallType {
  @Field(() => Id)
  id: string;

  @Field(() => Id, { nullable: true, description: 'Null for facilities.' })
  workOrderId: string | null;

  @Field(() => Id, { nullable: true, description: 'Null for facilities, and when the line was divided again since.' })
  stepId: string | null;

  @Field(() => CallStateEnum)
  status: CallState;

  @Field(() => String)
  title: string;

  @Field(() => String)
  specification: string;

  @Field(() => CallAudienceEnum)
  audience: CallAudience;

  @Field(() => Int, { description: 'Units asked for, of all facilities together.' })
  quantity: number;

  @Field(() => LocalDate, { description: 'When facilities would hand over.' })
  dueOn: BusinessDate;

  @Field(() => String)
  note: string;

  @Field(() => DateTime)
  closesAt: Date;

  @Field(() => Boolean)
  isClosedWhenEnough: boolean;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field(() => CallClosingEnum, { nullable: true })
  closing: CallClosing | null;

  @Field(() => String, { nullable: true })
  cancelReason: string | null;

  @Field(() => Id, { nullable: true, description: 'The last allocation made from its answers. Null for facilities.' })
  allocationId: string | null;

  @Field(() => DateTime)
  createdAt: Date;
}

export const CallPageType = pageType('CallPage', CallType, 'The newest first.');
export type CallPageType = PageOf<CallType>;

@ObjectType('StepPriceProposal', { description: 'What the answers to the newest call of a step bear out.' })
export class StepPriceProposalType {
  @Field(() => Id)
  stepId: string;

  @Field(() => Id)
  callId: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => Int, { description: 'Units facilities could do, at most the quantity.' })
  coveredUnits: number;

  @Field(() => Int, {
    nullable: true,
    description: 'One price for all with which the cheapest answers cover the quantity; null without answers.',
  })
  facilityUnitPriceSen: number | null;

  @Field(() => Int, { nullable: true, description: 'What those answers ask on average, rounded up.' })
  averageUnitPriceSen: number | null;

  @Field(() => Yen, { description: 'The covered units, each at the price its facility asks, without tax.' })
  facilityAmountYen: number;
}

@ObjectType('LinePriceProposal')
export class LinePriceProposalType {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => [StepPriceProposalType])
  steps: StepPriceProposalType[];

  @Field(() => Int, { nullable: true, description: 'All steps together; null while one of them has no price.' })
  facilityUnitPriceSen: number | null;

  @Field(() => Int, { nullable: true, description: 'A price for the buyer that leaves the desk its fee.' })
  buyerUnitPriceSen: number | null;

  @Field(() => Yen, { nullable: true })
  buyerAmountYen: number | null;
}

@ObjectType('PriceProposal', { description: "What facilities' answers say an order would cost." })
export class PriceProposalType {
  @Field(() => Id)
  workOrderId: string;

  @Field(() => [LinePriceProposalType])
  lines: LinePriceProposalType[];

  @Field(() => Yen, { description: 'What the cheapest answers ask, without tax.' })
  facilityAmountYen: number;

  @Field(() => Yen, { nullable: true, description: 'Without tax; null while a line has no price.' })
  buyerAmountYen: number | null;
}
