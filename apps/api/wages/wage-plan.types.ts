import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, IdempotencyKey, Yen } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';

@ObjectType('WagePlanMeasure', { description: 'What is to be done in a year of a plan.' })
class WagePlanMeasureType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => String, { description: 'What is to be done.' })
  measure: string;

  @Field(() => String, { description: 'The part or the role that sees to it; may be empty.' })
  responsible: string;
}

@ObjectType('WagePlanYear', { description: 'Target against actual of a year of a plan.' })
class WagePlanYearType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { nullable: true, description: 'The average monthly wage to be reached; null: not known.' })
  targetYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'What it was; null: not known yet.' })
  monthYen: number | null;
}

@ObjectType('WagePlan', { description: '工賃向上計画: how a facility means to raise the wages it pays.' })
export class WagePlanType {
  @Field(() => Id)
  id: string;

  @Field(() => PartyType, { description: 'The facility whose plan it is.' })
  facility: PartyType;

  @Field(() => Int, { description: 'The first fiscal year.' })
  fromYear: number;

  @Field(() => Int, { description: 'The last fiscal year.' })
  toYear: number;

  @Field(() => Int, { description: 'A plan that is changed is a new version.' })
  version: number;

  @Field(() => String, { description: '課題: what stands in the way.' })
  issues: string;

  @Field(() => [WagePlanMeasureType], { description: 'By year.' })
  measures: readonly WagePlanMeasureType[];

  @Field(() => [WagePlanYearType], { description: 'Its years, the first one first.' })
  years: readonly WagePlanYearType[];

  @Field(() => DateTime, { description: 'When this version was made.' })
  recordedAt: Date;
}

export const WagePlanPageType = pageType('WagePlanPage', WagePlanType, 'The latest first.');
export type WagePlanPageType = PageOf<WagePlanType>;

@InputType('WagePlanTargetInput', { description: 'The target of a year of a plan.' })
class WagePlanTargetInput {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: 'The average monthly wage to be reached, not below that of the year before.' })
  monthYen: number;
}

@InputType('WagePlanMeasureInput', { description: 'What is to be done in a year of a plan.' })
class WagePlanMeasureInput {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => String, { description: 'What is to be done, to 500 characters.' })
  measure: string;

  @Field(() => String, { nullable: true, description: 'The part or the role that sees to it, on one line; no name.' })
  responsible?: string | null;
}

@InputType()
export class SaveWagePlanInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  facilityId: string;

  @Field(() => Int, { description: 'The first fiscal year; a plan that began in it gets a new version.' })
  fromYear: number;

  @Field(() => Int, { description: 'The last fiscal year, usually two years later.' })
  toYear: number;

  @Field(() => String, { description: '課題: what stands in the way, to 2,000 characters.' })
  issues: string;

  @Field(() => [WagePlanTargetInput], { description: 'Of each of its years.' })
  targets: WagePlanTargetInput[];

  @Field(() => [WagePlanMeasureInput], { description: 'What is to be done.' })
  measures: WagePlanMeasureInput[];
}
