import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('AllocationShare', { description: 'What one facility gets, and the one thing that decided it.' })
export class AllocationShareType {
  facilityId: string;

  @Field(() => Int)
  units: number;

  @Field(() => Int, { nullable: true, description: 'What it gets for one unit in sen (1/100 yen).' })
  unitPriceSen: number | null;

  @Field(() => Int, { description: 'Units the coordinator set by hand; 0: none.' })
  pinnedUnits: number;

  @Field(() => String)
  reasonCode: string;

  @Field(() => String)
  reasonJa: string;

  @Field(() => String)
  reasonEn: string;

  @Field(() => Float, { description: 'Units it could still promise until the day it hands over.' })
  capacityUnits: number;

  @Field(() => Float, { description: 'Units it would get if work could be divided without limits.' })
  entitlementUnits: number;

  @Field(() => Int)
  minimumLot: number;

  @Field(() => Float, { description: 'Persons it is set up for (定員).' })
  weight: number;

  @Field(() => Float, { description: 'What it received this fiscal year, in the measure of the split.' })
  balance: number;

  @Field(() => Float, { description: 'Measure per person before this split.' })
  ratioBefore: number;

  @Field(() => Float, { description: 'Measure per person with this share.' })
  loadRatio: number;

  @Field(() => Float, { nullable: true, description: 'Measure per person with one more lot; null: no more lot fits.' })
  nextRatio: number | null;
}

@ObjectType('AllocationChange', { description: 'A facility that would have to be told of the new split.' })
export class AllocationChangeType {
  facilityId: string;

  @Field(() => Int)
  fromUnits: number;

  @Field(() => Int)
  toUnits: number;
}
