import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Reason', { description: 'Why something is as it is, one sentence in each language.' })
export class ReasonType {
  @Field(() => String, { description: 'The sentence in Japanese.' })
  ja: string;

  @Field(() => String, { description: 'The sentence in English.' })
  en: string;
}
