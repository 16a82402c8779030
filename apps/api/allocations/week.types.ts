import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Id } from '../graphql/scalars.js';

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
  @Field(() => Id)
  workOrderId: string;

  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Id)
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

  @Field(() => [Id])
  stepIds: string[];

  @Field(() => [Id])
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
