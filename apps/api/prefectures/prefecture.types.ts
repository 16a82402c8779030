import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { DeskType } from '../directory/organisation.types.js';
import { pageType } from '../graphql/page.js';
import { IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import { ContractTypeResultsType, ResultFiguresType } from '../reports/report.types.js';

@ObjectType('Officer', { description: 'Somebody who reads for a prefecture.' })
export class OfficerType {
  @Field(() => Id)
  roleGrantId: string;

  @Field(() => Id)
  accountId: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  email: string;
}

@ObjectType('Prefecture', { description: 'Whose officers read the reports of desks.' })
export class PrefectureType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => [PartyType], { description: 'The desks it oversees.' })
  desks: readonly PartyType[];

  @Field(() => [OfficerType])
  officers: readonly OfficerType[];
}

@ObjectType('FacilityProfile', { description: 'What a prefecture sees of a facility.' })
export class FacilityProfileType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  typeCode: string;

  @Field(() => Int, { nullable: true, description: '定員; null: to be filled in.' })
  capacityPersons: number | null;

  @Field(() => String, { nullable: true })
  municipality: string | null;

  @Field(() => String)
  servicesText: string;
}

export const FacilityProfilePageType = pageType('FacilityProfilePage', FacilityProfileType, 'By name.');
export type FacilityProfilePageType = PageOf<FacilityProfileType>;

@ObjectType('OverseenResults', { description: 'The table a desk reports to its prefecture: figures, no orders.' })
export class OverseenResultsType {
  @Field(() => DeskType)
  desk: DeskType;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => LocalDate, { description: 'First day of the year.' })
  from: BusinessDate;

  @Field(() => LocalDate, { description: 'Last day of the year.' })
  to: BusinessDate;

  @Field(() => String, { description: 'Which day decides the year an order counts in.' })
  bookedBy: string;

  @Field(() => String, { description: 'How thousands of yen are rounded.' })
  thousandsRounding: string;

  @Field(() => [ContractTypeResultsType], { description: 'All contract types, in their order.' })
  byType: ContractTypeResultsType[];

  @Field(() => ResultFiguresType)
  total: ResultFiguresType;
}

@InputType()
export class CreatePrefectureInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String, { description: '2 to 12 capital letters and digits.' })
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => [Id], { description: 'The desks it oversees from the start.' })
  deskIds: string[];
}

@InputType()
export class SetOverseenDesksInput {
  @Field(() => Id)
  prefectureId: string;

  @Field(() => [Id], { description: 'All of them; one that is omitted is overseen no more.' })
  deskIds: string[];
}
