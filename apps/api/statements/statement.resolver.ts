import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ImportStatement,
  SetStatementLineAside,
  SettleStatementLine,
  type ProposedLine,
  stateOfStatementLine,
  type StatementLineState,
  StatementQueries,
} from '#yui/contracts';
import type { Party } from '#yui/orders';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Yen } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  ImportStatementInput,
  ReceivableType,
  SetStatementLineAsideInput,
  SettleStatementLineInput,
  StatementLineFilterInput,
  StatementLinePageType,
  StatementLineStateEnum,
  StatementLineType,
  StatementPreviewInput,
  StatementPreviewType,
} from './statement.types.js';

const SHOWN = 20;

/** What came in at the bank of a desk. */
@Resolver(() => StatementLineType)
export class StatementResolver {
  constructor(
    private readonly queries: StatementQueries,
    private readonly importOne: ImportStatement,
    private readonly settle: SettleStatementLine,
    private readonly setAside: SetStatementLineAside,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => StatementPreviewType, { description: 'What an import would bring, column by column; nothing is kept.' })
  async statementPreview(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: StatementPreviewInput,
  ): Promise<StatementPreviewType> {
    const preview = await this.queries.preview(actor, input.text, input.layout ?? null);
    const { deposits, problems } = preview;
    return {
      ...preview,
      depositCount: deposits.length,
      deposits: deposits.slice(0, SHOWN),
      problems: problems.slice(0, SHOWN),
    };
  }

  @Grant(DESK_ROLES)
  @Query(() => StatementLinePageType, { description: 'Deposits at the bank, the newest first.' })
  async statementLines(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter') filter: StatementLineFilterInput,
  ): Promise<StatementLinePageType> {
    return this.queries.page(actor, filter.status, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => [ReceivableType], { description: 'What is still to come in, what is due first before; at most 1,000.' })
  async receivables(@CurrentActor() actor: PersonActor): Promise<ReceivableType[]> {
    return this.queries.receivables(actor);
  }

  @Grant(DESK_ROLES)
  @Mutation(
    {
      addedCount: { type: Int, description: 'Deposits that were not known.' },
      knownCount: { type: Int, description: 'Deposits that had been imported before.' },
    },
    'Imports what came in at the bank; what was imported before adds nothing.',
  )
  async importStatement(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ImportStatementInput,
  ): Promise<{ addedCount: number; knownCount: number }> {
    return this.importOne.execute(actor, input);
  }

  @Grant(DESK_ROLES)
  @Mutation(
    {
      statementLine: StatementLineType,
      surplusYen: { type: Yen, description: 'What was over, and has to come back.' },
    },
    'Says which invoices a deposit pays: it is recorded as payment.',
  )
  async settleStatementLine(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SettleStatementLineInput,
  ): Promise<{ statementLine: StatementLineType; surplusYen: number }> {
    const { statementLineId, surplusYen } = await this.settle.execute(actor, input);
    return { statementLine: await this.queries.get(actor, statementLineId), surplusYen };
  }

  @Grant(DESK_ROLES)
  @Mutation({ statementLine: StatementLineType }, 'Says that a deposit pays no invoice, or that it may after all.')
  async setStatementLineAside(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetStatementLineAsideInput,
  ): Promise<{ statementLine: StatementLineType }> {
    const { statementLineId } = await this.setAside.execute(actor, input);
    return { statementLine: await this.queries.get(actor, statementLineId) };
  }

  @ResolveField(() => StatementLineStateEnum, { description: 'How far it is.' })
  status(@Parent() line: ProposedLine): StatementLineState {
    return stateOfStatementLine(line);
  }
}

@Resolver(() => ReceivableType)
export class ReceivableResolver {
  @ResolveField(() => PartyType, { description: 'Who has to pay.' })
  async payerParty(@Parent() { payer, payerId }: ReceivableType, @Load() load: Loaders): Promise<Party> {
    return payer === 'BUYER' ? load.buyer.load(payerId) : load.facility.load(payerId);
  }
}
