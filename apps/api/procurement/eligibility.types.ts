import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { DateTime, IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';

@ObjectType('FacilityEligibility', {
  description: 'For how long a facility counts for 障害者優先調達推進法, and by what paper.',
})
export class FacilityEligibilityType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  typeCode: string;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: until further notice.' })
  untilOn: BusinessDate | null;

  @Field(() => String)
  evidence: string;

  @Field(() => DateTime)
  recordedAt: Date;
}

@ObjectType('HeadCount', { description: 'Employees of an employer on a day. Counts only, never persons.' })
export class HeadCountType {
  @Field(() => LocalDate)
  countedOn: BusinessDate;

  @Field(() => Int)
  employees: number;

  @Field(() => Int)
  employeesWithDisabilities: number;

  @Field(() => Int)
  employeesWithSevereDisabilities: number;

  @Field(() => Boolean, { description: 'Whether all three thresholds of 重度障害者多数雇用事業所 are met.' })
  isHeavyEmployer: boolean;
}

@InputType()
export class RecordEligibilityInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  facilityId: string;

  @Field(() => String)
  typeCode: string;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; omitted: until further notice.' })
  untilOn?: BusinessDate | null;

  @Field(() => String, { description: 'The paper that says so, such as the number of the 指定通知書.' })
  evidence: string;
}

@InputType()
export class EndEligibilityInput {
  @Field(() => Id)
  eligibilityId: string;

  @Field(() => LocalDate, { description: 'The last day on which it holds.' })
  untilOn: BusinessDate;
}

@InputType()
export class RecordHeadCountInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => LocalDate)
  countedOn: BusinessDate;

  @Field(() => Int)
  employees: number;

  @Field(() => Int, { description: 'Among all employees.' })
  employeesWithDisabilities: number;

  @Field(() => Int, { description: 'Among those with disabilities: severe physical, intellectual or mental.' })
  employeesWithSevereDisabilities: number;
}
