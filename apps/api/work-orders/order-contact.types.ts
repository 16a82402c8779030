import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, Id } from '../graphql/scalars.js';

@ObjectType('OrderContact', {
  description: 'By what the buyer files an order, and whom to ask there. Empty: not stated.',
})
export class OrderContactType {
  @Field(() => String, { description: 'The number the buyer gave the order itself (注文番号).' })
  buyerNumber: string;

  @Field(() => String, { description: 'Whom to ask.' })
  person: string;

  @Field(() => String)
  phone: string;

  @Field(() => String, { description: '検査員・検査職員: who accepts for the buyer, as 検収書 name them.' })
  inspector: string;
}

@ObjectType('OrderNote', { description: 'What the people of a desk note about an order for each other.' })
export class OrderNoteType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  body: string;

  @Field(() => String, { description: 'Who wrote it.' })
  writtenByName: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  writtenAt: Date;
}
