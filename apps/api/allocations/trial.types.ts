import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Change } from '#yui/matching';
import { enumType, valuesOf } from '../graphql/enums.js';
import { Id } from '../graphql/scalars.js';
import { AllocationPlanInput } from './plan.types.js';
import { AllocationChangeType } from './share.types.js';

const TriedChangeEnum = enumType(
  'TriedChangeKind',
  'One thing to be different for a trial.',
  valuesOf<Change['kind']>({
    QUANTITY: true,
    LOT_SIZE: true,
    MAX_FACILITIES: true,
    EXCLUDE: true,
    PIN: true,
    CAPACITY: true,
    MINIMUM_LOT: true,
    FORCE_IN: true,
  }),
);

@InputType()
export class TriedChangeInput {
  @Field(() => TriedChangeEnum)
  kind: Change['kind'];

  @Field(() => Id, { nullable: true })
  facilityId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Units; for MAX_FACILITIES facilities, omitted: no limit.' })
  value?: number | null;
}

@InputType()
export class AllocationTrialInput extends AllocationPlanInput {
  @Field(() => TriedChangeInput)
  change: TriedChangeInput;
}

@ObjectType('AllocationTrial', { description: 'What a plan would become if one thing were different.' })
export class AllocationTrialType {
  @Field(() => Boolean, { description: 'False: with this facility the same quantity cannot be placed.' })
  isPossible: boolean;

  @Field(() => Int)
  placed: number;

  @Field(() => Int)
  unplaced: number;

  @Field(() => [AllocationChangeType])
  changes: AllocationChangeType[];

  @Field(() => [String])
  sentencesJa: string[];

  @Field(() => [String])
  sentencesEn: string[];
}
