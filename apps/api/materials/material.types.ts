import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { type AssignmentState, MATERIAL_MOVEMENTS, type MaterialMovementKind } from '#yui/fulfilment';
import { AssignmentStateEnum } from '../assignments/assignment.types.js';
import { enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

export const MaterialMovementKindEnum = enumType(
  'MaterialMovementKind',
  'SENT and RETURN_RECEIVED are for the desk to record, the others for the facility.',
  MATERIAL_MOVEMENTS,
);

@ObjectType('MaterialMovement')
export class MaterialMovementType {
  @Field(() => Id)
  id: string;

  @Field(() => MaterialMovementKindEnum)
  kind: MaterialMovementKind;

  @Field(() => Int)
  quantity: number;

  @Field(() => String)
  note: string;

  @Field(() => DateTime)
  recordedAt: Date;
}

@ObjectType('Material', { description: 'What a facility is supplied with for a share (支給材), and where it is.' })
export class MaterialType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  unit: string;

  @Field(() => Int, {
    nullable: true,
    description: '有償支給: what the facility pays for one unit, in sen. Null: free of charge.',
  })
  unitPriceSen: number | null;

  @Field(() => LocalDate, { nullable: true, description: '決済期日; null with the price.' })
  payOn: BusinessDate | null;

  @Field(() => String, { nullable: true, description: '決済方法; null with the price.' })
  payBy: string | null;

  @Field(() => Int)
  sent: number;

  @Field(() => Int)
  used: number;

  @Field(() => Int, { description: 'Sent, and not received yet.' })
  onTheWay: number;

  @Field(() => Int, { description: 'With the facility.' })
  onHand: number;

  @Field(() => Int, { description: 'Returned, and not received back yet.' })
  onTheWayBack: number;

  @Field(() => Int, { description: 'Back with the desk.' })
  returned: number;

  @Field(() => [MaterialMovementType], { description: 'The oldest first.' })
  movements: readonly MaterialMovementType[];
}

@ObjectType('TeamShare', { description: "Another facility's share of an order, as its lead facility sees it." })
export class TeamShareType {
  facilityId: string;
  workTypeCode: string;

  @Field(() => AssignmentStateEnum)
  status: AssignmentState;

  @Field(() => Int)
  stepPosition: number;

  @Field(() => Int)
  units: number;

  @Field(() => Int)
  doneUnits: number;

  @Field(() => LocalDate)
  dueOn: BusinessDate;
}

@InputType()
export class NameLeadFacilityInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => Id, { nullable: true, description: 'Omitted: nobody from now on.' })
  facilityId?: string | null;
}

@InputType()
export class SupplyMaterialInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  assignmentId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'What it is counted in: 枚, 箱.' })
  unit: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '有償支給: what the facility pays for one unit, in sen. Omitted: free of charge.',
  })
  unitPriceSen?: number | null;

  @Field(() => LocalDate, { nullable: true, description: '決済期日, needed with a price.' })
  payOn?: BusinessDate | null;

  @Field(() => String, { nullable: true, description: '決済方法, needed with a price.' })
  payBy?: string | null;
}

@InputType()
export class RecordMaterialInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  materialId: string;

  @Field(() => MaterialMovementKindEnum)
  kind: MaterialMovementKind;

  @Field(() => Int)
  quantity: number;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}
