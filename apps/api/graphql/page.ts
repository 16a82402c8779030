import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, type MiddlewareContext, ObjectType } from '@nestjs/graphql';
import { type PageOf, USUAL_FIRST } from '#yui/platform';

/** Which part of a list that grows. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: USUAL_FIRST, description: 'How many items at most, 1 to 100.' })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before. Omitted: from the beginning of the list.',
  })
  after?: string | null;
}

/** The type of a page of a list that grows. */
export function pageType<Item extends object>(name: string, item: Type<Item>, order: string): Type<PageOf<Item>> {
  @ObjectType(name, { description: 'One page of a list that grows.' })
  class PageType {
    @Field(() => [item], { description: order })
    items: Item[];

    @Field(() => String, {
      nullable: true,
      description: 'Where this page ends: `after` of the next one. Null: the page is empty.',
    })
    endCursor: string | null;

    @Field(() => Boolean, { description: 'There is more after this page.' })
    hasNextPage: boolean;

    @Field(() => Int, {
      description:
        'How many there are in all, counted only when it is asked for: to 1,000; 1,001 means that there are more.',
      middleware: [async ({ source }: MiddlewareContext<PageOf<Item>>) => source.totalItems()],
    })
    totalItems: () => Promise<number>;
  }
  return PageType;
}
