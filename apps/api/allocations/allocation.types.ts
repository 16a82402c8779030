import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { SplitPrices } from '#yui/directory';
import type { Change, FairnessRule, Fix, Measure } from '#yui/matching';
import type { AllocationState } from '#yui/orders';
import { enumType, SplitMeasureEnum, SplitPricesEnum, SplitRuleEnum } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Uuid } from '../graphql/scalars.js';

const AllocationStateEnum = enumType('AllocationState', 'REPLACED: a newer version holds.', [
  'APPROVED',
  'REPLACED',
] as const satisfies readonly AllocationState[]);

const SplitFixEnum = enumType('SplitFixKind', 'A single change that would place more.', [
  'MORE_FACILITIES',
  'SMALLER_LOT',
  'LATER_DATE',
  'LOWER_MINIMUM_LOT',
  'MORE_CAPACITY',
] as const satisfies readonly Fix['kind'][]);

const TriedChangeEnum = enumType('TriedChangeKind', 'One thing to be different for a trial.', [
  'QUANTITY',
  'LOT_SIZE',
  'MAX_FACILITIES',
  'EXCLUDE',
  'PIN',
  'CAPACITY',
  'MINIMUM_LOT',
  'FORCE_IN',
] as const satisfies readonly Change['kind'][]);

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
}

@ObjectType('AllocationChange', { description: 'A facility that would have to hear of the new split.' })
export class AllocationChangeType {
  facilityId: string;

  @Field(() => Int)
  fromUnits: number;

  @Field(() => Int)
  toUnits: number;
}

@ObjectType('SplitFix', { description: 'A single change that would place more of what has no place.' })
export class SplitFixType {
  @Field(() => SplitFixEnum)
  kind: Fix['kind'];

  @Field(() => Int, { description: 'Units placed with it.' })
  placed: number;

  @Field(() => String)
  sentenceJa: string;

  @Field(() => String)
  sentenceEn: string;
}

@ObjectType('AllocationPlan', { description: 'A step of a line as it would be split now. Nothing of it is written.' })
export class AllocationPlanType {
  @Field(() => Uuid)
  workOrderLineId: string;

  @Field(() => Uuid)
  stepId: string;

  @Field(() => LocalDate, { description: 'When facilities hand over, before the date of the step.' })
  facilityDueOn: BusinessDate;

  @Field(() => Int)
  facilityUnitPriceSen: number;

  @Field(() => Int, { description: 'Units facilities have promised before; they stay where they are.' })
  committedUnits: number;

  @Field(() => Int, { description: 'Units to split: what is not promised yet.' })
  quantity: number;

  @Field(() => Int)
  placed: number;

  @Field(() => Int)
  unplaced: number;

  @Field(() => SplitRuleEnum)
  rule: FairnessRule;

  @Field(() => SplitMeasureEnum)
  measure: Measure;

  @Field(() => Int, { nullable: true, description: 'Most facilities that may take part; null: no limit.' })
  maxFacilities: number | null;

  @Field(() => Float, {
    description: 'How far a share may be from its fair value to make the line cheaper; 0.1: 10 %.',
  })
  priceTolerance: number;

  @Field(() => [String], { description: 'The split as a whole, the most important first.' })
  sentencesJa: string[];

  @Field(() => [String])
  sentencesEn: string[];

  @Field(() => [SplitFixType], { description: 'What would place the rest; empty when everything has a place.' })
  fixes: SplitFixType[];

  @Field(() => String)
  engineVersion: string;

  @Field(() => String, { description: 'Goes into approveAllocation: what is approved is what was seen.' })
  snapshotHash: string;

  @Field(() => Boolean, { description: 'Proven that no fairer split is possible.' })
  isOptimal: boolean;

  @Field(() => [AllocationShareType], { description: 'Every facility of the desk, the largest share first.' })
  shares: AllocationShareType[];

  @Field(() => [AllocationChangeType], { description: 'Open offers that would change.' })
  changes: AllocationChangeType[];
}

@ObjectType('Allocation', { description: 'A split of one step of a line that the desk approved.' })
export class AllocationType {
  @Field(() => Uuid)
  id: string;

  @Field(() => Uuid)
  workOrderLineId: string;

  @Field(() => Uuid)
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
export class ExcludedFacilityInput {
  @Field(() => Uuid)
  facilityId: string;

  @Field(() => String)
  reason: string;
}

@InputType()
export class PinnedShareInput {
  @Field(() => Uuid)
  facilityId: string;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  reason: string;
}

@InputType({ description: 'What is left out follows the settings of the desk.' })
export class SplitOptionsInput {
  @Field(() => SplitRuleEnum, { nullable: true })
  rule?: FairnessRule | null;

  @Field(() => SplitMeasureEnum, { nullable: true })
  measure?: Measure | null;

  @Field(() => Int, { nullable: true, description: 'Most facilities that may take part; null: no limit.' })
  maxFacilities?: number | null;

  @Field(() => Int, { nullable: true, description: 'In thousandths; 100: shares may be 10 % from their fair value.' })
  priceTolerancePermille?: number | null;

  @Field(() => SplitPricesEnum, { nullable: true })
  prices?: SplitPrices | null;

  @Field(() => [String], { nullable: true, description: 'Municipalities whose facilities are asked; empty: all.' })
  regions?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Facilities with more defects are not asked; null: all are.' })
  mostDefectPermille?: number | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Splits by the answers to this call: at most what a facility said it could do, at its own price.',
  })
  callId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether answers after the deadline of the call count too.' })
  isTakingLate?: boolean | null;

  @Field(() => [ExcludedFacilityInput], { nullable: true })
  excluded?: ExcludedFacilityInput[] | null;

  @Field(() => [PinnedShareInput], { nullable: true })
  pinned?: PinnedShareInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it differs from the settings of the desk; needed to approve such a split.',
  })
  reason?: string | null;
}

@InputType()
export class AllocationPlanInput {
  @Field(() => Uuid, { description: 'An ordinary line has one step.' })
  stepId: string;

  @Field(() => SplitOptionsInput, { nullable: true })
  options?: SplitOptionsInput | null;
}

@InputType()
export class TriedChangeInput {
  @Field(() => TriedChangeEnum)
  kind: Change['kind'];

  @Field(() => Uuid, { nullable: true })
  facilityId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Units; for MAX_FACILITIES facilities, left out: no limit.' })
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

@ObjectType('WeekShare')
export class WeekShareType {
  facilityId: string;

  @Field(() => Int)
  units: number;
}

@ObjectType('WeekLine', {
  description: 'A step of a line with units nobody has been offered, and where they could go.',
})
export class WeekLineType {
  @Field(() => Uuid)
  workOrderId: string;

  @Field(() => Uuid)
  workOrderLineId: string;

  @Field(() => Uuid)
  stepId: string;

  @Field(() => String)
  orderNumber: string;

  @Field(() => String)
  orderTitle: string;

  @Field(() => Int)
  placed: number;

  @Field(() => Int)
  unplaced: number;

  @Field(() => [WeekShareType])
  shares: WeekShareType[];
}

@ObjectType('WeekBottleneck', {
  description: 'Why units have no place: these steps can be done by these facilities only, and they have no more time.',
})
export class WeekBottleneckType {
  @Field(() => Int)
  unplacedUnits: number;

  @Field(() => [Uuid])
  stepIds: string[];

  @Field(() => [Uuid])
  facilityIds: string[];
}

@ObjectType('WeekPlan', {
  description: 'All open lines split together. Nothing of it is written: approve a step with its shares pinned.',
})
export class WeekPlanType {
  @Field(() => [WeekLineType])
  lines: WeekLineType[];

  @Field(() => [WeekBottleneckType])
  bottlenecks: WeekBottleneckType[];

  @Field(() => Boolean, { description: 'Proven that no other plan places more or is fairer.' })
  isOptimal: boolean;

  @Field(() => [String], {
    description: 'What is placed, what stands in the way, who is on which level, and the proof.',
  })
  sentencesJa: string[];

  @Field(() => [String])
  sentencesEn: string[];
}

@InputType()
export class SeenShareInput {
  @Field(() => Uuid)
  facilityId: string;

  @Field(() => Int)
  units: number;
}

@ObjectType('AllocationReplay', { description: 'An approved split, computed again from what was stored with it.' })
export class AllocationReplayType {
  @Field(() => Uuid)
  allocationId: string;

  @Field(() => Boolean, { description: 'Every facility gets the same units again.' })
  isIdentical: boolean;

  @Field(() => Boolean, { description: 'False: the stored inputs or the engine are not those of then.' })
  isReplayable: boolean;

  @Field(() => [AllocationChangeType])
  differences: AllocationChangeType[];
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
