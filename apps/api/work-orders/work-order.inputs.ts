import { Field, InputType, Int } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { ContractType, WorkOrderFlag, WorkOrderState } from '#yui/orders';
import { ContractTypeEnum } from '../graphql/enums.js';
import { IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { WorkOrderFlagEnum, WorkOrderStateEnum } from './work-order.types.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

@InputType({ description: 'Which orders; an omitted field limits nothing.' })
export class WorkOrderFilterInput {
  @Field(() => [WorkOrderStateEnum], { nullable: true })
  statuses?: WorkOrderState[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Found in title, buyer, kind of work or number; digits alone: how the number ends. Or the buyer’s own number, whole.',
  })
  text?: string | null;

  @Field(() => Id, { nullable: true })
  buyerId?: string | null;

  @Field(() => Id, { nullable: true })
  departmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of at least one line.' })
  workTypeCode?: string | null;

  @Field(() => ContractTypeEnum, { nullable: true })
  contractType?: ContractType | null;

  @Field(() => Id, { nullable: true, description: 'Has, or had, a share of it.' })
  facilityId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The line that is due first, on this day or later.' })
  dueFrom?: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The line that is due first, on this day or before.' })
  dueTo?: BusinessDate | null;

  @Field(() => [WorkOrderFlagEnum], { nullable: true, description: 'At least one of them. For the desk alone.' })
  flags?: WorkOrderFlag[] | null;
}

@InputType({ description: '納入先: where a part of a line goes, and by when.' })
export class DeliveryPlaceInput {
  @Field(() => Id, { nullable: true, description: 'For this department of the buyer.' })
  departmentId?: string | null;

  @Field(() => String, { description: 'What it is called, with the room and who takes it.' })
  name: string;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => Int)
  quantity: number;

  @Field(() => LocalDate, { nullable: true, description: 'Not after the line is due; omitted: with the line.' })
  dueOn?: BusinessDate | null;
}

@InputType()
export class WorkOrderLineInput {
  @Field(() => String)
  workTypeCode: string;

  @Field(() => String, { nullable: true })
  specification?: string | null;

  @Field(() => Int)
  quantity: number;

  @Field(() => Int, { nullable: true, description: 'Work comes in packs of so many units; 1, the usual: any number.' })
  lotSize?: number | null;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => [DeliveryPlaceInput], {
    nullable: true,
    description: 'They take all of the quantity; omitted or empty: it goes where the order says.',
  })
  places?: DeliveryPlaceInput[] | null;
}

@InputType({ description: 'Between the buyer and the desk. What is omitted or null is not stated.' })
export class OrderContactInput {
  @Field(() => String, { nullable: true, description: 'The number the buyer gave the order itself (注文番号).' })
  buyerNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask there, with the department.' })
  person?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: '検査員・検査職員: who accepts for the buyer.' })
  inspector?: string | null;
}

@InputType({ isAbstract: true })
class WorkOrderContentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { nullable: true })
  departmentId?: string | null;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Usually true for a government and false for a company.' })
  isPublicMoney?: boolean | null;

  @Field(() => OrderContactInput, {
    nullable: true,
    description: 'The own number and whom to ask. Omitted: of a draft that is written again, as it was.',
  })
  contact?: OrderContactInput | null;

  @Field(() => [WorkOrderLineInput])
  lines: WorkOrderLineInput[];
}

@InputType()
export class DraftWorkOrderInput extends WorkOrderContentInput {
  @Field(() => Id)
  deskId: string;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ChangeDraftInput extends WorkOrderContentInput {
  @Field(() => Id)
  workOrderId: string;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

/** Steps that need nothing but the order: submit, withdraw, review, send assignments, accept. */
@InputType({ isAbstract: true })
export class WorkOrderRef {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;
}

@InputType()
export class SetDeliveryPlacesInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => [DeliveryPlaceInput], { description: 'All of them; empty: the line goes where the order says.' })
  places: DeliveryPlaceInput[];
}

@InputType()
export class SetOrderContactInput extends WorkOrderRef {
  @Field(() => OrderContactInput, { description: 'In place of what was stated before.' })
  contact: OrderContactInput;
}

@InputType()
export class WriteOrderNoteInput extends WorkOrderRef {
  @Field(() => String)
  body: string;
}

@InputType()
export class RemoveOrderNoteInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The note that is no longer needed.' })
  orderNoteId: string;
}

@InputType()
export class WithdrawCancellationInput extends WorkOrderRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ReviseQuoteInput extends WorkOrderRef {}

@InputType()
export class SubmitWorkOrderInput extends WorkOrderRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class WithdrawWorkOrderInput extends WorkOrderRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ReviewWorkOrderInput extends WorkOrderRef {}

@InputType()
export class SendAssignmentsInput extends WorkOrderRef {}

@InputType()
export class AcceptWorkInput extends WorkOrderRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType({ isAbstract: true })
export class ReasonedWorkOrderRef extends WorkOrderRef {
  @Field(() => String, { description: 'Why; the other side reads it.' })
  reason: string;
}

@InputType()
export class RequestCancellationInput extends ReasonedWorkOrderRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class RefuseCancellationInput extends ReasonedWorkOrderRef {}

@InputType()
export class CancelWorkOrderInput extends ReasonedWorkOrderRef {}

@InputType()
export class RejectWorkOrderInput extends WorkOrderRef {
  @Field(() => String, { description: 'Why the desk cannot serve the order; the buyer reads it.' })
  reason: string;
}

@InputType()
export class StepInput {
  @Field(() => String)
  workTypeCode: string;

  @Field(() => String, { nullable: true, description: 'Omitted: what the buyer wrote for the line.' })
  specification?: string | null;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => String, { nullable: true, description: 'To whom finished units go; omitted: to the desk.' })
  handOverTo?: string | null;

  @Field(() => String, { nullable: true })
  handOverPlace?: string | null;
}

@InputType()
export class SetStepsInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => [StepInput], { description: 'In the order they are done; the last is due when the line is.' })
  steps: StepInput[];
}
