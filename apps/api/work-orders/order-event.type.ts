import { Field, ObjectType } from '@nestjs/graphql';
import { RoleEnum } from '../graphql/enums.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { ReasonType } from '../graphql/reason.type.js';
import type { Role, Sentence } from '#yui/platform';

@ObjectType('OrderEvent', { description: 'One thing that happened to an order or a part of it.' })
export class OrderEventType {
  @Field(() => Id)
  id: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => ReasonType, { description: 'What happened, as a sentence.' })
  sentence: Sentence;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'As whom somebody did it. Null: the product did it by itself.',
  })
  role: Role | null;

  @Field(() => String, { nullable: true, description: 'The organisation of who did it.' })
  organisation: string | null;

  @Field(() => String, { nullable: true, description: 'Who did it; people of others are not named.' })
  person: string | null;

  @Field(() => String, { nullable: true, description: 'The facility whose share it is about.' })
  facility: string | null;
}
