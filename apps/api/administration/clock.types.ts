import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '../graphql/scalars.js';

@ObjectType('Clock', { description: 'The time of the product.' })
export class ClockType {
  @Field(() => DateTime, { description: 'The time of the product.' })
  now: Date;

  @Field(() => LocalDate, { description: 'The day it is in Tokyo.' })
  today: string;

  @Field(() => Boolean, { description: 'A platform administrator may move it (demonstrations and tests).' })
  isMovable: boolean;
}
