import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { SplitPrices } from '#yui/directory';
import type { FairnessRule, Fix, Measure } from '#yui/matching';
import { enumType, SplitMeasureEnum, SplitPricesEnum, SplitRuleEnum, valuesOf } from '../graphql/enums.js';
import { LocalDate, Id } from '../graphql/scalars.js';
import { AllocationChangeType, AllocationShareType } from './share.types.js';

const SplitFixEnum = enumType(
  'SplitFixKind',
  'A single change that would place more.',
  valuesOf<Fix['kind']>({
    MORE_FACILITIES: true,
    SMALLER_LOT: true,
    LATER_DATE: true,
    LOWER_MINIMUM_LOT: true,
    MORE_CAPACITY: true,
  }),
);

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
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Id)
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

  @Field(() => Float, {
    nullable: true,
    description: 'Measure per person that facilities were brought to; null: there is no common one.',
  })
  waterLevel: number | null;

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

@InputType()
export class ExcludedFacilityInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => String)
  reason: string;
}

@InputType()
export class PinnedShareInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  reason: string;
}

@InputType({ description: 'What is omitted follows the settings of the desk.' })
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
  maxDefectPermille?: number | null;

  @Field(() => Id, {
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
  @Field(() => Id, { description: 'An ordinary line has one step.' })
  stepId: string;

  @Field(() => SplitOptionsInput, { nullable: true })
  options?: SplitOptionsInput | null;
}
