import { Args, Query, Resolver } from '@nestjs/graphql';
import { Grant, MoveClock, type PersonActor, ReadClock } from '#yui/platform';
import { AuditQueries, type AuditView } from '#yui/reports';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import {
  AuditActionType,
  AuditEntryPageType,
  AuditEntryType,
  AuditFilterInput,
  MoveClockInput,
} from './administration.types.js';
import { ClockType } from './clock.types.js';

@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly audit: AuditQueries,
    private readonly clock: MoveClock,
    private readonly readClock: ReadClock,
  ) {}

  @Grant(['DESK_ADMIN'])
  @Query(() => AuditEntryPageType, { description: 'Who did or read what at the desk. Reading it is recorded too.' })
  async auditEntries(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter: AuditFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<AuditEntryPageType> {
    const { items, ...rest } = await this.audit.page(actor, filter ?? {}, page);
    return { items: items.map(show), ...rest };
  }

  @Grant(['DESK_ADMIN'])
  @Query(() => [AuditActionType], { description: 'The actions the audit of the desk can be filtered by.' })
  async auditActions(@CurrentActor() actor: PersonActor): Promise<AuditActionType[]> {
    const actions = await this.audit.actions(actor);
    return actions.map(({ action, sentence }) => ({ action, sentenceJa: sentence.ja, sentenceEn: sentence.en }));
  }

  @Grant(['PLATFORM_ADMIN'])
  @Mutation({ clock: ClockType }, 'Moves the time of the product forward (demonstrations and tests).')
  async moveClock(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: MoveClockInput,
  ): Promise<{ clock: ClockType }> {
    await this.clock.execute(actor, input);
    return { clock: await this.readClock.execute(actor) };
  }
}

function show({ sentence, before, after, details, actor, ...entry }: AuditView): AuditEntryType {
  return {
    ...entry,
    actor,
    sentenceJa: sentence.ja,
    sentenceEn: sentence.en,
    beforeJson: JSON.stringify(before),
    afterJson: JSON.stringify(after),
    detailsJson: JSON.stringify(details),
  };
}
