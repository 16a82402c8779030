import { Field, InputType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { EndReason, InquiryKind, InquiryOutcome, InquiryState } from '#yui/orders';
import type { SaidBy } from '#yui/platform';
import { SaidByEnum } from '../entered-for/entered-for.input.js';
import { Id, IdempotencyKey, LocalDate } from '../graphql/scalars.js';
import { EndReasonEnum, InquiryKindEnum, InquiryOutcomeEnum, InquiryStateEnum } from './inquiry.types.js';

@InputType({ description: 'Which inquiries and visits; an omitted field limits nothing.' })
export class InquiryFilterInput {
  @Field(() => [InquiryStateEnum], { nullable: true })
  statuses?: InquiryState[] | null;

  @Field(() => [InquiryKindEnum], { nullable: true, description: 'Asked, visited, or both.' })
  kinds?: InquiryKind[] | null;

  @Field(() => [SaidByEnum], { nullable: true, description: 'How they came.' })
  channels?: SaidBy[] | null;

  @Field(() => String, { nullable: true, description: 'Found in who asked and what about.' })
  text?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Came on this day or later.' })
  receivedFrom?: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Came on this day or before.' })
  receivedTo?: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Something is to be done by this day.' })
  nextTo?: BusinessDate | null;
}

@InputType()
export class RecordInquiryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => InquiryKindEnum, { description: 'Whether it was asked, or visited.' })
  kind: InquiryKind;

  @Field(() => LocalDate, { description: 'The day it came, or of the visit; not after today.' })
  receivedOn: BusinessDate;

  @Field(() => SaidByEnum, { description: 'How it came.' })
  channel: SaidBy;

  @Field(() => String, { description: 'Who asked.' })
  organisation: string;

  @Field(() => String, { nullable: true, description: 'The person there.' })
  person?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone or mail address.' })
  contact?: string | null;

  @Field(() => Id, { nullable: true, description: 'The buyer, if the desk has it.' })
  buyerId?: string | null;

  @Field(() => String, { description: 'What it is about, in a line.' })
  subject: string;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  detail?: string | null;

  @Field(() => String, { nullable: true, description: 'What is done next; together with `nextOn`.' })
  nextAction?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When that is done.' })
  nextOn?: BusinessDate | null;
}

@InputType()
export class ChangeInquiryInput extends RecordInquiryInput {
  @Field(() => Id, { description: 'Of the desk.' })
  inquiryId: string;
}

@InputType()
export class EndInquiryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'Of the desk.' })
  inquiryId: string;

  @Field(() => InquiryOutcomeEnum)
  outcome: InquiryOutcome;

  @Field(() => Id, { nullable: true, description: 'For ORDER: which it became.' })
  workOrderId?: string | null;

  @Field(() => Id, { nullable: true, description: 'For REFERRAL: to which facility.' })
  facilityId?: string | null;

  @Field(() => EndReasonEnum, { nullable: true, description: 'For NOTHING: why.' })
  reason?: EndReason | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class ReopenInquiryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'Of the desk.' })
  inquiryId: string;
}
