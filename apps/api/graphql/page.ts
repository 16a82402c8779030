import { Field, InputType, Int } from '@nestjs/graphql';
import { requireInteger } from '#yui/platform';

const MOST_TAKEN = 100;
const MOST_SKIPPED = 100_000;
const USUALLY_TAKEN = 50;

@InputType({ description: 'Which part of a list: `take` items (at most 100) after the first `skip`.' })
export class PageInput {
  @Field(() => Int, { defaultValue: 0 })
  skip: number;

  @Field(() => Int, { defaultValue: USUALLY_TAKEN })
  take: number;
}

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
export function checkPage(page: PageInput | null | undefined): { skip: number; take: number } {
  return {
    skip: requireInteger('skip', page?.skip ?? 0, 0, MOST_SKIPPED),
    take: requireInteger('take', page?.take ?? USUALLY_TAKEN, 1, MOST_TAKEN),
  };
}
