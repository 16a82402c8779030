import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { SplitPrices } from '#yui/directory';
import type { AssignmentState } from '#yui/fulfilment';
import type { FairnessRule, IneligibleCode, Measure } from '#yui/matching';
import { AssignmentStateEnum } from '../assignments/assignment.types.js';
import { enumType, SplitMeasureEnum, SplitPricesEnum, SplitRuleEnum, valuesOf } from '../graphql/enums.js';
import { DateTime, Id, LocalDate } from '../graphql/scalars.js';
import { AllocationPlanInput } from './plan.types.js';

const IneligibleEnum = enumType(
  'IneligibleCode',
  'Why a facility is not asked.',
  valuesOf<IneligibleCode>({
    NOT_A_MEMBER: true,
    NO_CAPABILITY: true,
    OUTSIDE_REGION: true,
    WRONG_LEGAL_KIND: true,
    BELOW_QUALITY: true,
    TOO_FEW_LEAD_DAYS: true,
    DECLINED: true,
    EXCLUDED_BY_COORDINATOR: true,
    OTHER: true,
  }),
);

@InputType()
export class AllocationSnapshotInput extends AllocationPlanInput {
  @Field(() => Int, {
    nullable: true,
    description: 'What each facility could do so many days after the date, too: 0 to 14; 0 unless said.',
  })
  laterDays?: number | null;
}

@ObjectType('SplitParameters', { description: 'How a split is made.' })
export class SplitParametersType {
  @Field(() => SplitRuleEnum)
  rule: FairnessRule;

  @Field(() => SplitMeasureEnum)
  measure: Measure;

  @Field(() => Int, { nullable: true, description: 'Most facilities that may take part; null: no limit.' })
  maxFacilities: number | null;

  @Field(() => Int, { description: 'In thousandths; 100: shares may be 10 % from their fair value.' })
  priceTolerancePermille: number;

  @Field(() => SplitPricesEnum)
  prices: SplitPrices;

  @Field(() => [String], { description: 'Municipalities whose facilities are asked; empty: all.' })
  regions: readonly string[];

  @Field(() => Int, { nullable: true, description: 'Facilities with more defects are not asked; null: all are.' })
  maxDefectPermille: number | null;
}

@ObjectType('SplitIneligibility')
export class SplitIneligibilityType {
  @Field(() => IneligibleEnum)
  code: IneligibleCode;

  @Field(() => String, { nullable: true, description: 'More about it, shown as it is.' })
  note: string | null;
}

@ObjectType('SplitCandidate', { description: 'A facility of the desk as the split sees it.' })
export class SplitCandidateType {
  @Field(() => Id)
  facilityId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  municipality: string | null;

  @Field(() => Float, { description: 'Units it could still promise until the day it hands over.' })
  capacityUnits: number;

  @Field(() => [Float], { description: 'The same if that day were 1, 2, … days later. Not part of the hash.' })
  laterCapacityUnits: readonly number[];

  @Field(() => Int)
  minimumLot: number;

  @Field(() => Float)
  weight: number;

  @Field(() => Float)
  balance: number;

  @Field(() => Float)
  measurePerUnit: number;

  @Field(() => Int, { nullable: true })
  unitPriceSen: number | null;

  @Field(() => Int, { nullable: true, description: 'Units set by hand; null: none.' })
  pinnedUnits: number | null;

  @Field(() => SplitIneligibilityType, { nullable: true, description: 'Null: it may be asked.' })
  ineligible: SplitIneligibilityType | null;
}

@ObjectType('StandingShare', { description: 'A share of the step that is planned, offered or promised.' })
export class StandingShareType {
  @Field(() => Id)
  assignmentId: string;

  @Field(() => Id)
  facilityId: string;

  @Field(() => AssignmentStateEnum)
  status: AssignmentState;

  @Field(() => Int)
  units: number;

  @Field(() => DateTime, { nullable: true })
  answerBy: Date | null;
}

@ObjectType('AllocationSnapshot', {
  description:
    'All that the split of a step is made from. A page splits it with the same engine; what is approved is split again by the api and must come to the same hash.',
})
export class AllocationSnapshotType {
  @Field(() => Id)
  workOrderId: string;

  @Field(() => String)
  orderNumber: string;

  @Field(() => String)
  orderTitle: string;

  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Id)
  stepId: string;

  @Field(() => LocalDate, { description: 'When facilities hand over, before the date of the step.' })
  facilityDueOn: BusinessDate;

  @Field(() => Int, { description: 'What the quote has for a facility.' })
  facilityUnitPriceSen: number;

  @Field(() => String)
  orderKey: string;

  @Field(() => Int, { description: 'Units to split: what is not promised yet.' })
  quantity: number;

  @Field(() => Int)
  lotSize: number;

  @Field(() => SplitParametersType, { description: 'With what was set differently.' })
  parameters: SplitParametersType;

  @Field(() => SplitParametersType, { description: 'What holds when nothing is set differently.' })
  deskParameters: SplitParametersType;

  @Field(() => [SplitCandidateType], { description: 'Every facility of the desk, in the order of ids.' })
  candidates: SplitCandidateType[];

  @Field(() => Int, { description: 'Units facilities have promised before; they stay where they are.' })
  committedUnits: number;

  @Field(() => [StandingShareType])
  committed: StandingShareType[];

  @Field(() => [StandingShareType], { description: 'Planned, or offered and waiting for an answer.' })
  openOffers: StandingShareType[];

  @Field(() => String)
  engineVersion: string;

  @Field(() => String, {
    description: 'Of the inputs, without the open offers: another one says that something changed.',
  })
  snapshotHash: string;
}
