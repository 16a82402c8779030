import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { SaidBy, Sentence } from '#yui/platform';
import { DateTime, Id } from '../graphql/scalars.js';
import { ReasonType } from '../graphql/reason.type.js';
import { SaidByEnum } from './entered-for.input.js';

@ObjectType('EnteredFor', {
  description: 'A step the desk entered for a buyer or a facility (代理入力). They read what was entered for them.',
})
export class EnteredForType {
  @Field(() => Id)
  id: string;

  @Field(() => Id, { nullable: true, description: 'For this facility; null: for the buyer of the order.' })
  facilityId: string | null;

  @Field(() => ReasonType, { description: 'What was entered.' })
  what: Sentence;

  @Field(() => String, { description: 'Who said it, for the party.' })
  saidBy: string;

  @Field(() => SaidByEnum, { description: 'How it was said.' })
  channel: SaidBy;

  @Field(() => DateTime, { description: 'When it was said.' })
  saidAt: Date;

  @Field(() => String, { description: 'What was said; empty: nothing was noted.' })
  note: string;

  @Field(() => Id, { nullable: true, description: 'The file that was received.' })
  attachmentId: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that file.' })
  fileName: string | null;

  @Field(() => String, { nullable: true, description: 'The person of the desk. Null for all but the desk.' })
  enteredBy: string | null;

  @Field(() => DateTime, { description: 'When the desk entered it.' })
  enteredAt: Date;
}

@ObjectType('Entering', { description: 'Whether desks may enter steps for an organisation.' })
export class EnteringType {
  @Field(() => Boolean, { description: 'True until the organisation says no.' })
  isAllowed: boolean;
}

@InputType()
export class SetEnteringInput {
  @Field(() => Boolean, { description: 'False: from now on no desk enters anything.' })
  isAllowed: boolean;
}
