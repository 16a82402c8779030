import { Args, Query, Resolver } from '@nestjs/graphql';
import { AddFeeRule, EndFeeRule, SetBuyerTerms, SetDeskTerms, SetInvoiceIssuer, TermsQueries } from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import {
  AddFeeRuleInput,
  BuyerTermsInput,
  BuyerTermsType,
  DeskTermsType,
  EndFeeRuleInput,
  FeeRuleType,
  InvoiceIssuerInput,
  InvoiceIssuerType,
  SetBuyerTermsInput,
  SetDeskTermsInput,
  SetInvoiceIssuerInput,
} from './terms.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver()
export class TermsResolver {
  constructor(
    private readonly queries: TermsQueries,
    private readonly addRule: AddFeeRule,
    private readonly endRule: EndFeeRule,
    private readonly deskTermsUseCase: SetDeskTerms,
    private readonly buyerTermsUseCase: SetBuyerTerms,
    private readonly issuerUseCase: SetInvoiceIssuer,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => [FeeRuleType], { description: 'All fees the desk ever set, the newest first.' })
  async feeRules(@CurrentActor() actor: PersonActor): Promise<FeeRuleType[]> {
    return this.queries.feeRules(actor);
  }

  @Grant(['DESK_ADMIN'])
  @Mutation(
    {
      feeRules: [FeeRuleType],
    },
    'From a day on, the desk charges another fee. Orders keep the fee of their own day.',
  )
  async addFeeRule(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: AddFeeRuleInput,
  ): Promise<{ feeRules: FeeRuleType[] }> {
    await this.addRule.execute(actor, input);
    return { feeRules: await this.queries.feeRules(actor) };
  }

  @Grant(['DESK_ADMIN'])
  @Mutation(
    {
      feeRules: [FeeRuleType],
    },
    'Ends a rule for fees on a day.',
  )
  async endFeeRule(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: EndFeeRuleInput,
  ): Promise<{ feeRules: FeeRuleType[] }> {
    await this.endRule.execute(actor, input);
    return { feeRules: await this.queries.feeRules(actor) };
  }

  @Grant(DESK_ROLES)
  @Query(() => DeskTermsType, { description: 'Of the acting desk; what was never set is as usual.' })
  async deskTerms(@CurrentActor() actor: PersonActor): Promise<DeskTermsType> {
    return this.queries.deskTerms(actor);
  }

  @Grant(['DESK_ADMIN'])
  @Mutation(
    { deskTerms: DeskTermsType },
    'Sets what the desk agrees on with the facilities it passes work to from now on.',
  )
  async setDeskTerms(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetDeskTermsInput,
  ): Promise<{ deskTerms: DeskTermsType }> {
    await this.deskTermsUseCase.execute(actor, input);
    return { deskTerms: await this.queries.deskTerms(actor) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => BuyerTermsType, { description: 'For the desk and for the buyer itself.' })
  async buyerTerms(@CurrentActor() actor: PersonActor, @Args('input') input: BuyerTermsInput): Promise<BuyerTermsType> {
    return this.queries.buyerTerms(actor, input.deskId, input.buyerId);
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ buyerTerms: BuyerTermsType }, 'Sets how a buyer is billed and pays from its next order on.')
  async setBuyerTerms(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetBuyerTermsInput,
  ): Promise<{ buyerTerms: BuyerTermsType }> {
    const { buyerId } = await this.buyerTermsUseCase.execute(actor, input);
    return { buyerTerms: await this.queries.buyerTerms(actor, actor.organisationId, buyerId) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => InvoiceIssuerType, { description: 'For the desk, and for a facility about itself.' })
  async invoiceIssuer(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: InvoiceIssuerInput,
  ): Promise<InvoiceIssuerType> {
    return this.queries.invoiceIssuer(actor, input.deskId, input.facilityId ?? null);
  }

  @Grant([...DESK_ROLES, 'FACILITY_ADMIN'])
  @Mutation({ invoiceIssuer: InvoiceIssuerType }, 'Sets the registration number for invoices, and how tax is rounded.')
  async setInvoiceIssuer(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetInvoiceIssuerInput,
  ): Promise<{ invoiceIssuer: InvoiceIssuerType }> {
    const { deskId } = await this.issuerUseCase.execute(actor, input);
    return { invoiceIssuer: await this.queries.invoiceIssuer(actor, deskId, input.facilityId ?? null) };
  }
}
