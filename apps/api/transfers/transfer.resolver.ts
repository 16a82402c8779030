import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CancelTransferRun,
  MakeTransferRun,
  SetTransferClient,
  SettleTransferRun,
  TransferQueries,
  TransferRun,
  type TransferRunAction,
} from '#yui/contracts';
import type { PersonCaller } from '#yui/identity';
import type { Party } from '#yui/orders';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor, CurrentPerson, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  CancelTransferRunInput,
  MakeTransferRunInput,
  OmittedTransferType,
  SetTransferSettingsInput,
  SettleTransferRunInput,
  TransferCandidateType,
  TransferRecordType,
  TransferRunActionEnum,
  TransferRunPageType,
  TransferRunType,
  TransferSettingsType,
} from './transfer.types.js';

/** Files of transfers for the bank of a desk. */
@Resolver(() => TransferRunType)
export class TransferResolver {
  constructor(
    private readonly queries: TransferQueries,
    private readonly setClient: SetTransferClient,
    private readonly make: MakeTransferRun,
    private readonly settle: SettleTransferRun,
    private readonly cancel: CancelTransferRun,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => TransferSettingsType, { description: 'Of the acting desk.' })
  async transferSettings(@CurrentActor() actor: PersonActor): Promise<TransferSettingsType> {
    const { client, obstacle } = await this.queries.settings(actor);
    return {
      clientCode: client?.clientCode ?? null,
      recordEnd: client?.recordEnd ?? 'NOTHING',
      accountObstacle: obstacle,
    };
  }

  @Grant(DESK_ROLES)
  @Query(() => [TransferCandidateType], {
    description: 'What the desk has still to pay on payment notices, what is due first before; at most 1,000.',
  })
  async transferCandidates(@CurrentActor() actor: PersonActor): Promise<TransferCandidateType[]> {
    return this.queries.candidates(actor);
  }

  @Grant(DESK_ROLES)
  @Query(() => TransferRunPageType, { description: 'Files of transfers, the newest first.' })
  async transferRuns(@CurrentActor() actor: PersonActor, @Args() page: PageArgs): Promise<TransferRunPageType> {
    return this.queries.page(actor, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => TransferRunType, { description: 'One file of transfers.' })
  async transferRun(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<TransferRunType> {
    return this.queries.get(actor, id);
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ transferSettings: TransferSettingsType }, 'Sets how files of transfers are made from now on.')
  async setTransferSettings(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: SetTransferSettingsInput,
  ): Promise<{ transferSettings: TransferSettingsType }> {
    await this.setClient.execute(person, input);
    return { transferSettings: await this.transferSettings(person.actor) };
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { transferRun: TransferRunType, omitted: [OmittedTransferType] },
    'Puts payments to facilities into one file for the bank. Those that cannot be made now are omitted and named.',
  )
  async makeTransferRun(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: MakeTransferRunInput,
  ): Promise<{ transferRun: TransferRunType; omitted: readonly OmittedTransferType[] }> {
    const { transferRunId, omitted } = await this.make.execute(actor, input);
    return { transferRun: await this.queries.get(actor, transferRunId), omitted };
  }

  @Grant(DESK_ROLES)
  @Mutation({ transferRun: TransferRunType }, 'The bank has carried out a file: its payments are recorded.')
  async settleTransferRun(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SettleTransferRunInput,
  ): Promise<{ transferRun: TransferRunType }> {
    const { transferRunId } = await this.settle.execute(actor, input);
    return { transferRun: await this.queries.get(actor, transferRunId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ transferRun: TransferRunType }, 'Calls a file off; what it held can go into another one.')
  async cancelTransferRun(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: CancelTransferRunInput,
  ): Promise<{ transferRun: TransferRunType }> {
    const { transferRunId } = await this.cancel.execute(actor, input);
    return { transferRun: await this.queries.get(actor, transferRunId) };
  }

  @ResolveField(() => [TransferRecordType], { description: 'In the order of the file.' })
  async records(@Parent() run: TransferRun, @Load() load: Loaders): Promise<TransferRecordType[]> {
    return load.recordsOfRun.load(run.id);
  }

  @ResolveField(() => [TransferRunActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() run: TransferRun, @CurrentActor() actor: PersonActor): TransferRunAction[] {
    return this.queries.availableActions(actor, run);
  }
}

interface OfFacility {
  readonly facilityId: string;
}

@Resolver(() => TransferCandidateType)
export class TransferCandidateResolver {
  @ResolveField(() => PartyType, { description: 'Who is paid.' })
  async facility(@Parent() { facilityId }: OfFacility, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(facilityId);
  }
}

@Resolver(() => OmittedTransferType)
export class OmittedTransferResolver {
  @ResolveField(() => PartyType, { description: 'Who is not paid by it.' })
  async facility(@Parent() { facilityId }: OfFacility, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(facilityId);
  }
}

@Resolver(() => TransferRecordType)
export class TransferRecordResolver {
  @ResolveField(() => PartyType, { description: 'Who is paid.' })
  async facility(@Parent() { facilityId }: OfFacility, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(facilityId);
  }
}
