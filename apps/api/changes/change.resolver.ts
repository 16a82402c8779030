import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CHANGE_KINDS, type ChangeKind, ChangeQueries } from '#yui/notifications';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant, type PersonActor } from '#yui/platform';
import { enumType } from '../graphql/enums.js';
import { PageArgs, pageType } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { DateTime, Id } from '../graphql/scalars.js';

const ChangeKindEnum = enumType('ChangeKind', 'What has changed.', CHANGE_KINDS);

@ObjectType('Change', { description: 'Something has changed. What it is now, the query of its kind says.' })
class ChangeType {
  @Field(() => Id)
  id: string;

  @Field(() => ChangeKindEnum)
  kind: ChangeKind;

  @Field(() => Id, { description: 'Of the order, the assignment or the invoice.' })
  subjectId: string;

  @Field(() => DateTime, { description: 'When it changed last.' })
  changedAt: Date;
}

@InputType({ description: 'Narrows what has changed.' })
class ChangeFilterInput {
  @Field(() => [ChangeKindEnum], { nullable: true, description: 'Omitted: all.' })
  kinds?: ChangeKind[] | null;
}

const ChangePageType = pageType(
  'ChangePage',
  ChangeType,
  'Earliest first. What changes again comes again, at the end.',
);
type ChangePageType = InstanceType<typeof ChangePageType>;

/** For programs that keep what they know up to date. */
@Resolver()
export class ChangeResolver {
  constructor(private readonly queries: ChangeQueries) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => ChangePageType, {
    description:
      'What has changed for the acting organisation since the cursor; without one: all there is. Nothing is missed by a program that goes on from its last cursor, whatever is being written meanwhile.',
  })
  async changes(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ChangeFilterInput, nullable: true }) filter?: ChangeFilterInput | null,
  ): Promise<ChangePageType> {
    return this.queries.page(actor, filter ?? {}, page);
  }
}
