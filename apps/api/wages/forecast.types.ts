import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { WageBasis } from '#yui/money';
import { enumType, valuesOf } from '../graphql/enums.js';
import { Id, Yen } from '../graphql/scalars.js';

const WageBasisSourceEnum = enumType(
  'WageBasisSource',
  'Where the last known year of a facility stands.',
  valuesOf<WageBasis['source']>({ RETURN: true, LISTED: true }),
);

@ObjectType('WageBasis', {
  description: 'The last known year of a facility: what a forecast of its average starts from.',
})
export class WageBasisType {
  @Field(() => Id)
  facilityId: string;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => WageBasisSourceEnum)
  source: WageBasis['source'];

  @Field(() => Yen, { description: 'What was paid in the year.' })
  totalYen: number;

  @Field(() => Int, { description: 'Average users × months, or person-months, in tenths.' })
  userMonthTenths: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How much of what production brought in was paid, in thousandths; null: not reported, all is assumed.',
  })
  wagePermille: number | null;
}

@ObjectType('WageForecast', {
  description: 'What work would make of the average monthly wage of a facility. A forecast, never a promise.',
})
export class WageForecastType {
  @Field(() => Yen, { description: 'How much of what is earned would be paid as wages.' })
  wageYen: number;

  @Field(() => Yen, { description: 'Average monthly wage of the year it starts from.' })
  fromMonthYen: number;

  @Field(() => Yen, { description: 'The same with this work.' })
  toMonthYen: number;

  @Field(() => Yen, { description: 'What this work adds to it.' })
  addedMonthYen: number;

  @Field(() => WageBasisType, { description: 'What is assumed: a year like this one, with this work besides.' })
  basis: WageBasisType;
}
