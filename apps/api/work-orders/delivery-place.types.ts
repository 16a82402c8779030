import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { Id, LocalDate } from '../graphql/scalars.js';

@ObjectType('DeliveryPlace', { description: '納入先: where a part of a line goes, and by when.' })
export class DeliveryPlaceType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  position: number;

  @Field(() => Id, { nullable: true, description: 'The department of the buyer it is for; none for a facility.' })
  departmentId: string | null;

  @Field(() => String, { description: 'What it is called, with the room and who takes it.' })
  name: string;

  @Field(() => String, { description: 'Empty: known to both sides.' })
  address: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => LocalDate)
  dueOn: BusinessDate;
}
