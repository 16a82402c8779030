import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { AMENDMENT_STATES, type AmendmentState, amendmentTransitions } from '#yui/changes';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

const AmendmentStateEnum = enumType(
  'AmendmentState',
  'LAPSED: the order ended before anybody had decided.',
  AMENDMENT_STATES,
);
export const AmendmentActionEnum = enumType(
  'AmendmentAction',
  'A step in the life of an amendment.',
  actionsOf(amendmentTransitions),
);

@ObjectType('AmendmentLine', { description: 'What is to be different about a line: null where it stays.' })
export class AmendmentLineType {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int, { nullable: true })
  quantity: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn: BusinessDate | null;

  @Field(() => String, { nullable: true })
  specification: string | null;

  @Field(() => Int, { nullable: true, description: 'To the buyer, in sen; null: it stays.' })
  unitPriceSen: number | null;

  @Field(() => Int, { description: 'When the change was proposed.' })
  previousQuantity: number;

  @Field(() => LocalDate)
  previousDueOn: BusinessDate;

  @Field(() => String)
  previousSpecification: string;

  @Field(() => Int, { nullable: true, description: 'When another one was proposed, in sen; else null.' })
  previousUnitPriceSen: number | null;
}

@ObjectType('Amendment', {
  description: 'What a buyer or its desk would like to be different about an order that was placed.',
})
export class AmendmentType {
  @Field(() => Id)
  id: string;

  @Field(() => AmendmentStateEnum)
  status: AmendmentState;

  @Field(() => Boolean, { description: 'False: the desk proposed it, and the buyer decides.' })
  isProposedByBuyer: boolean;

  @Field(() => String)
  reason: string;

  @Field(() => DateTime)
  proposedAt: Date;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the other side refused.' })
  refusalReason: string | null;

  @Field(() => Id, { nullable: true, description: 'The version of the quote that holds since; null: same price.' })
  quoteId: string | null;

  @Field(() => [AmendmentLineType])
  lines: readonly AmendmentLineType[];
}

@ObjectType('StepEffect', { description: 'What an amendment would do to one step of a line, in units.' })
export class StepEffectType {
  @Field(() => Id)
  stepId: string;

  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int)
  position: number;

  @Field(() => Int)
  quantityBefore: number;

  @Field(() => Int)
  quantityAfter: number;

  @Field(() => Int, { description: 'Offered or promised now.' })
  placed: number;

  @Field(() => Int, { description: 'That nobody has been offered afterwards.' })
  unplaced: number;

  @Field(() => Int, { description: 'Too many, all in all; open offers are withdrawn first.' })
  surplus: number;

  @Field(() => Int, { description: 'Too many of those facilities have accepted: say whose share shrinks.' })
  surplusAccepted: number;

  @Field(() => LocalDate)
  facilityDueOnBefore: BusinessDate;

  @Field(() => LocalDate)
  facilityDueOnAfter: BusinessDate;

  @Field(() => Int, { description: 'Facilities that would be asked to be sooner.' })
  facilitiesToAsk: number;
}

@ObjectType('AmendmentEffect', { description: 'What the desk would agree to.' })
export class AmendmentEffectType {
  @Field(() => Id)
  amendmentId: string;

  @Field(() => Yen, { description: 'Without tax.' })
  amountYenBefore: number;

  @Field(() => Yen)
  amountYenAfter: number;

  @Field(() => Yen)
  taxYenBefore: number;

  @Field(() => Yen)
  taxYenAfter: number;

  @Field(() => [StepEffectType])
  steps: readonly StepEffectType[];
}

@InputType({ description: 'What is omitted stays as it is.' })
export class AmendedLineInput {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int, { nullable: true, description: '0 drops the line; not below what is handed over already.' })
  quantity?: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn?: BusinessDate | null;

  @Field(() => String, { nullable: true })
  specification?: string | null;
}

@InputType()
export class ProposeAmendmentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => String)
  reason: string;

  @Field(() => [AmendedLineInput])
  lines: AmendedLineInput[];

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType({ isAbstract: true })
class AmendmentRef {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  amendmentId: string;
}

@InputType()
export class WithdrawAmendmentInput extends AmendmentRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class RefuseAmendmentInput extends AmendmentRef {
  @Field(() => String)
  reason: string;
}

@InputType()
export class ShareCutInput {
  @Field(() => Id)
  assignmentId: string;

  @Field(() => Int, { description: 'What is left of the share; 0 ends it.' })
  units: number;
}

@InputType()
export class StepDateInput {
  @Field(() => Id)
  stepId: string;

  @Field(() => LocalDate)
  dueOn: BusinessDate;
}

@InputType({ description: 'What a desk proposes for a line. What is omitted stays as it is.' })
export class OfferedLineInput extends AmendedLineInput {
  @Field(() => Int, {
    nullable: true,
    description: 'To the buyer, in sen; only where the buyer contracts with the desk.',
  })
  unitPriceSen?: number | null;
}

@InputType()
export class OfferAmendmentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => String)
  reason: string;

  @Field(() => [OfferedLineInput])
  lines: OfferedLineInput[];

  @Field(() => [ShareCutInput], { nullable: true, description: 'Where accepted shares are too many, exactly so much.' })
  cuts?: ShareCutInput[] | null;

  @Field(() => [StepDateInput], { nullable: true, description: 'New dates of steps before the last.' })
  stepDates?: StepDateInput[] | null;
}

@InputType()
export class AnswerAmendmentInput extends AmendmentRef {
  @Field(() => Boolean, { description: 'With a yes the order is changed at once.' })
  isAgreed: boolean;

  @Field(() => String, { nullable: true, description: 'Needed with a no.' })
  reason?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class AcceptAmendmentInput extends AmendmentRef {
  @Field(() => [ShareCutInput], { nullable: true, description: 'Where accepted shares are too many, exactly so much.' })
  cuts?: ShareCutInput[] | null;

  @Field(() => [StepDateInput], { nullable: true, description: 'New dates of steps before the last.' })
  stepDates?: StepDateInput[] | null;
}
