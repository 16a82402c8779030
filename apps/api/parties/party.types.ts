import { Field, ObjectType } from '@nestjs/graphql';
import { Id } from '../graphql/scalars.js';

@ObjectType('Party', { description: 'The name of somebody an order has to do with.' })
export class PartyType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;
}

@ObjectType('OrderName', { description: 'What an order is called, for rows that come of it.' })
export class OrderNameType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { description: 'What people say on the telephone.' })
  number: string;

  @Field(() => String)
  title: string;
}

/** Of a facility that was planned with or asked. */
export const NO_PEOPLE =
  'For the desk: whether somebody of the facility can sign in or answer a mail. false is a warning: call them. null: nobody else is told.';
