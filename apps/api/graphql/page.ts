import { Field, InputType, Int } from '@nestjs/graphql';
import { USUALLY_TAKEN } from '#yui/platform';

@InputType({ description: 'Which part of a list: `take` items (at most 100) after the first `skip`.' })
export class PageInput {
  @Field(() => Int, { defaultValue: 0 })
  skip: number;

  @Field(() => Int, { defaultValue: USUALLY_TAKEN })
  take: number;
}
