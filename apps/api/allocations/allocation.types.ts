import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AllocationState } from '#yui/fulfilment';
import { enumType, valuesOf } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, Id } from '../graphql/scalars.js';
import { AllocationPlanInput } from './plan.types.js';
import { AllocationChangeType } from './share.types.js';

const AllocationStateEnum = enumType(
  'AllocationState',
  'REPLACED: a newer version holds.',
  valuesOf<AllocationState>({ APPROVED: true, REPLACED: true }),
);

@ObjectType('Allocation', { description: 'A split of one step of a line that the desk approved.' })
export class AllocationType {
  @Field(() => Id)
  id: string;

  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Id)
  stepId: string;

  @Field(() => Int)
  version: number;

  @Field(() => AllocationStateEnum)
  status: AllocationState;

  @Field(() => Int, { description: 'Units that were to be split.' })
  quantity: number;

  @Field(() => Int)
  placed: number;

  @Field(() => Int)
  unplaced: number;

  @Field(() => String)
  engineVersion: string;

  @Field(() => String)
  snapshotHash: string;

  @Field(() => DateTime)
  plannedAt: Date;
}

@InputType()
export class SeenShareInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => Int)
  units: number;
}

@InputType()
export class ApproveAllocationInput extends AllocationPlanInput {
  @Field(() => [SeenShareInput], {
    nullable: true,
    description: 'The shares that were seen: a refusal then says what is different now.',
  })
  seenShares?: SeenShareInput[] | null;

  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  snapshotHash: string;
}

@InputType()
export class RepairAllocationInput extends ApproveAllocationInput {}

@ObjectType('AllocationReplay', { description: 'An approved split, computed again from what was stored with it.' })
export class AllocationReplayType {
  @Field(() => Id)
  allocationId: string;

  @Field(() => Boolean, { description: 'Every facility gets the same units again.' })
  isIdentical: boolean;

  @Field(() => Boolean, { description: 'False: the stored inputs or the engine are not those of then.' })
  isReplayable: boolean;

  @Field(() => [AllocationChangeType])
  differences: AllocationChangeType[];
}
