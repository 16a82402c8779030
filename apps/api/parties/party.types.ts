import { Field, ObjectType } from '@nestjs/graphql';
import { Id } from '../graphql/scalars.js';

@ObjectType('Party', { description: 'The name of somebody an order has to do with.' })
export class PartyType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;
}
