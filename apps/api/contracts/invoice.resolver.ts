import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CorrectInvoice,
  type Invoice,
  type InvoiceAction,
  IssueInvoice,
  MoneyQueries,
  type SettlementLine,
} from '#yui/contracts';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id, Yen } from '../graphql/scalars.js';
import { describePaper } from '../papers/describe-paper.js';
import { PaperType } from '../papers/paper.types.js';
import { SettlementLineType } from './contract.types.js';
import { PaymentType } from './payment.types.js';
import {
  BillableType,
  CorrectInvoiceInput,
  InvoiceActionEnum,
  InvoicePageType,
  InvoiceTaxRateType,
  InvoiceType,
  IssueInvoiceInput,
  MoneyFilterInput,
  PaymentPageType,
  SettlementLinePageType,
} from './invoice.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  constructor(
    private readonly queries: MoneyQueries,
    private readonly issue: IssueInvoice,
    private readonly correct: CorrectInvoice,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => InvoiceType, { description: 'An invoice or payment notice, for the desk and the two sides of it.' })
  async invoice(@CurrentActor() actor: PersonActor, @Args('id', { type: () => Id }) id: string): Promise<InvoiceType> {
    return this.queries.invoice(actor, id);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => InvoicePageType, { description: 'Invoices and payment notices by the day they were issued.' })
  async invoices(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true }) filter?: MoneyFilterInput,
  ): Promise<InvoicePageType> {
    return this.queries.invoices(actor, filter ?? {}, page);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => PaymentPageType, { description: 'By the day they were made.' })
  async payments(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true }) filter?: MoneyFilterInput,
  ): Promise<PaymentPageType> {
    return this.queries.payments(actor, filter ?? {}, page);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => SettlementLinePageType, { description: 'What is owed and was corrected, by the day of the trade.' })
  async settlementLines(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true }) filter?: MoneyFilterInput,
  ): Promise<SettlementLinePageType> {
    return this.queries.settlementLines(actor, filter ?? {}, page);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => [BillableType], { description: 'What can be billed now, the largest first.' })
  async billables(@CurrentActor() actor: PersonActor): Promise<BillableType[]> {
    return this.queries.billables(actor);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ invoice: InvoiceType }, 'Bills what is owed and was not billed.')
  async issueInvoice(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: IssueInvoiceInput,
  ): Promise<{ invoice: InvoiceType }> {
    const { invoiceId } = await this.issue.execute(actor, input);
    return { invoice: await this.queries.invoice(actor, invoiceId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ invoice: InvoiceType }, 'A new one takes the place of one that is not right any more.')
  async correctInvoice(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: CorrectInvoiceInput,
  ): Promise<{ invoice: InvoiceType }> {
    const { invoiceId } = await this.correct.execute(actor, input);
    return { invoice: await this.queries.invoice(actor, invoiceId) };
  }

  @ResolveField(() => [InvoiceTaxRateType], { description: 'Highest rate first.' })
  taxRates(@Parent() invoice: Invoice): InvoiceTaxRateType[] {
    return invoice.byRate.map(({ taxRate, ...totals }) => ({ ...taxRate, ...totals }));
  }

  @ResolveField(() => [SettlementLineType])
  async lines(@Parent() invoice: Invoice, @Load() load: Loaders): Promise<SettlementLine[]> {
    return load.linesOfInvoice.load(invoice.id);
  }

  @ResolveField(() => Yen, { description: 'What is left to be paid for it, with tax; 0 once another took its place.' })
  async openYen(@Parent() invoice: Invoice, @Load() load: Loaders): Promise<number> {
    return load.openYenOfInvoice.load(invoice.id);
  }

  @ResolveField('payments', () => [PaymentType], { description: 'What was recorded as paid for it, the oldest first.' })
  async paidFor(@Parent() invoice: Invoice, @Load() load: Loaders): Promise<PaymentType[]> {
    return load.paymentsOfInvoice.load(invoice.id);
  }

  @ResolveField(() => PaperType, { nullable: true, description: 'The paper it went out as; null while it is made.' })
  async paper(@Parent() invoice: Invoice, @Load() load: Loaders): Promise<PaperType | null> {
    const paper = await load.paperOfInvoice.load(invoice.id);
    return paper && describePaper(paper);
  }

  @ResolveField(() => [InvoiceActionEnum], { description: 'What the acting role may do with it now.' })
  async availableActions(@Parent() invoice: Invoice, @Load() load: Loaders): Promise<InvoiceAction[]> {
    return load.actionsOfInvoice.load(invoice.id);
  }
}
