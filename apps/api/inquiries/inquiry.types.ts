import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  END_REASONS,
  type EndReason,
  INQUIRY_KINDS,
  INQUIRY_OUTCOMES,
  INQUIRY_STATES,
  type InquiryKind,
  type InquiryState,
  inquiryTransitions,
} from '#yui/orders';
import type { PageOf, SaidBy } from '#yui/platform';
import { SaidByEnum } from '../entered-for/entered-for.input.js';
import { actionsOf, enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, LocalDate } from '../graphql/scalars.js';

export const InquiryKindEnum = enumType('InquiryKind', 'What came before an order.', INQUIRY_KINDS);
export const InquiryStateEnum = enumType('InquiryState', 'Where an inquiry is in its life.', INQUIRY_STATES);
export const InquiryActionEnum = enumType(
  'InquiryAction',
  'A step in the life of an inquiry.',
  actionsOf(inquiryTransitions),
);
export const InquiryOutcomeEnum = enumType('InquiryOutcome', 'What came of an inquiry.', INQUIRY_OUTCOMES);
export const EndReasonEnum = enumType('EndReason', 'Why nothing came of an inquiry.', END_REASONS);

@ObjectType('Inquiry', {
  description: 'Somebody asked the desk, or was visited, before there was an order (引合い・訪問).',
})
export class InquiryType {
  @Field(() => Id)
  id: string;

  @Field(() => InquiryKindEnum, { description: 'Whether it was asked, or visited.' })
  kind: InquiryKind;

  @Field(() => LocalDate, { description: 'The day it came, or of the visit.' })
  receivedOn: BusinessDate;

  @Field(() => SaidByEnum, { description: 'How it came.' })
  channel: SaidBy;

  @Field(() => String, { description: 'Who asked; may be unknown to the desk until now.' })
  organisation: string;

  @Field(() => String, { description: 'The person there; empty: not noted.' })
  person: string;

  @Field(() => String, { description: 'Telephone or mail address; empty: not noted.' })
  contact: string;

  @Field(() => Id, { nullable: true, description: 'The buyer, if the desk has it.' })
  buyerId: string | null;

  @Field(() => String, { description: 'What it is about, in a line.' })
  subject: string;

  @Field(() => String, { description: 'What was said; empty: nothing more.' })
  detail: string;

  @Field(() => String, { description: 'What is done next; empty: nothing.' })
  nextAction: string;

  @Field(() => LocalDate, { nullable: true, description: 'When that is done.' })
  nextOn: BusinessDate | null;

  @Field(() => InquiryStateEnum)
  status: InquiryState;

  @Field(() => LocalDate, { nullable: true, description: 'When something, or nothing, had come of it.' })
  endedOn: BusinessDate | null;

  @Field(() => Id, { nullable: true, description: 'The order it became.' })
  workOrderId: string | null;

  @Field(() => EndReasonEnum, { nullable: true, description: 'Why nothing came of it.' })
  endReason: EndReason | null;

  @Field(() => String, { description: 'What was noted at its end.' })
  endNote: string;

  @Field(() => DateTime)
  recordedAt: Date;
}

export const InquiryPageType = pageType('InquiryPage', InquiryType, 'The latest first.');
export type InquiryPageType = PageOf<InquiryType>;

@ObjectType('InquiryCounts', { description: 'Inquiries or visits of one fiscal year, by what became of them.' })
export class InquiryCountsType {
  @Field(() => InquiryKindEnum, { description: 'Which of the two is counted.' })
  kind: InquiryKind;

  @Field(() => Int, { description: 'All that came in the year.' })
  received: number;

  @Field(() => Int, { description: 'Those that became an order.' })
  ordered: number;

  @Field(() => Int, { description: 'Those that were referred to a facility.' })
  referred: number;

  @Field(() => Int, { description: 'Those of which nothing came.' })
  ended: number;

  @Field(() => Int, { description: 'Those that are still followed up.' })
  open: number;
}

@ObjectType('ChannelCount', { description: 'How many came by one channel.' })
export class ChannelCountType {
  @Field(() => SaidByEnum, { description: 'By which they came.' })
  channel: SaidBy;

  @Field(() => Int)
  count: number;
}

@ObjectType('EndReasonCount', { description: 'How many ended for one reason.' })
export class EndReasonCountType {
  @Field(() => EndReasonEnum)
  reason: EndReason;

  @Field(() => Int)
  count: number;
}

@ObjectType('InquiryResults', { description: 'What the yearly report asks of inquiries and visits.' })
export class InquiryResultsType {
  @Field(() => [InquiryCountsType], { description: 'Kinds of which there were any.' })
  byKind: readonly InquiryCountsType[];

  @Field(() => [ChannelCountType], { description: 'The most used first.' })
  byChannel: readonly ChannelCountType[];

  @Field(() => [EndReasonCountType], { description: 'The most frequent first.' })
  byReason: readonly EndReasonCountType[];
}
