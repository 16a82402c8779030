import { Field, ObjectType } from '@nestjs/graphql';
import { Uuid } from '../graphql/scalars.js';

@ObjectType('Party', { description: 'The name of somebody an order has to do with.' })
export class PartyType {
  @Field(() => Uuid)
  id: string;

  @Field(() => String)
  name: string;
}
