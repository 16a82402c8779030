import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { checkPage, MoveClock, type PersonActor } from '#yui/platform';
import { PageInput } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Uuid } from '../graphql/scalars.js';
import { AuditEntryPageType, ClockType, MoveClockInput } from './administration.types.js';
import { AuditQueries } from './audit.queries.js';

@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly audit: AuditQueries,
    private readonly clock: MoveClock,
  ) {}

  @Query(() => AuditEntryPageType, { description: 'What was done to one thing of the desk.' })
  async auditEntries(
    @CurrentActor() actor: PersonActor,
    @Args('subjectId', { type: () => Uuid }) subjectId: string,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<AuditEntryPageType> {
    return this.audit.page(actor, subjectId, checkPage(page));
  }

  @Mutation(() => ClockType, { description: 'Moves the time of the product forward (demonstrations and tests).' })
  async moveClock(@CurrentActor() actor: PersonActor, @Args('input') input: MoveClockInput): Promise<ClockType> {
    return this.clock.execute(actor, input);
  }
}
