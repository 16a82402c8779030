import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Buyer, buyerTermsOf, feeInForce, requireMembers } from '#yui/directory';
import { difference, groupBy, optionalText, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { ContractType, WorkOrder } from '../work-orders/work-order.entity.js';
import { quoteErrors } from '../work-orders/work-order.errors.js';
import { dropOpenQuotes } from './drop-open-quotes.js';
import { QuoteCandidate } from './quote-candidate.entity.js';
import { QuoteCharge } from './quote-charge.entity.js';
import { type ChargeContent, priceCharges } from './quote-charges.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStep } from './quote-step.entity.js';
import { Step } from '../steps/step.entity.js';
import { endOfDay, priceLines, type QuotedPrice, taxOf } from './quote-prices.js';
import { Quote } from './quote.entity.js';

const MAX_DAYS_VALID = 731;

export interface IssueQuoteInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly contractType: ContractType;
  readonly validUntil: LocalDate;
  readonly terms?: string | null;
  /** みなし検収: the buyer's silence until the end of its days of acceptance is a yes. Omitted: it is not. */
  readonly isDeemedAccepted?: boolean | null;
  /** Every line of the order once; empty for 斡旋型, where the price is agreed outside. */
  readonly lines: readonly QuotedPrice[];
  /** 契約型 only: postage, plates, a discount and the like. */
  readonly charges?: readonly ChargeContent[] | null;
  /** 斡旋型 only: the facilities to introduce. */
  readonly candidateFacilityIds?: readonly string[] | null;
}

type QuoteHead = Omit<Quote, 'amountYen' | 'taxYen' | 'pricing'>;

/** The desk offers price and terms. Quoting again replaces the version before. */
@Injectable()
export class IssueQuote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, QUOTE.*, INPUT.* */
  async execute(actor: PersonActor, input: IssueQuoteInput): Promise<{ workOrderId: string; quoteId: string }> {
    return this.unitOfWork.command('issueQuote', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      await transitionOrder(tx, order, 'quote');
      const today = todayInTokyo(tx.now);
      if (input.validUntil < today || input.validUntil > addDays(today, MAX_DAYS_VALID)) {
        throw quoteErrors.VALID_UNTIL_PASSED().at('validUntil');
      }
      await dropOpenQuotes(tx, order, 'replace');
      const version = (await tx.manager.countBy(Quote, { workOrderId: order.id })) + 1;
      const quote = {
        id: tx.newId(),
        deskId: order.deskId,
        buyerId: order.buyerId,
        workOrderId: order.id,
        version,
        contractType: input.contractType,
        status: 'ISSUED' as const,
        terms: optionalText('terms', input.terms, 4000),
        isDeemedAccepted: input.isDeemedAccepted ?? false,
        validUntil: endOfDay(input.validUntil),
        issuedAt: tx.now,
        refusalReason: null,
      };
      if (input.contractType === 'REFERRAL') await this.introduce(tx, order, quote, input.candidateFacilityIds ?? []);
      else await this.price(tx, order, quote, input);
      await tx.audit(
        'quote.issue',
        { deskId: order.deskId, subjectType: 'Quote', subjectId: quote.id },
        { version, contractType: input.contractType },
      );
      await emitOrderEvent(tx, order.deskId, 'quote.issued', { workOrderId: order.id, quoteId: quote.id });
      return { workOrderId: order.id, quoteId: quote.id };
    });
  }

  private async price(
    tx: Transaction,
    order: WorkOrder,
    quote: QuoteHead,
    { lines: prices, charges: contents }: Pick<IssueQuoteInput, 'lines' | 'charges'>,
  ): Promise<void> {
    const { contractType } = quote;
    const buyer = await tx.get(Buyer, { id: order.buyerId });
    const { pricing } = await buyerTermsOf(tx.manager, order.deskId, buyer.id);
    const { terms: fee } = await feeInForce(tx.manager, order.deskId, {
      contractType,
      buyerKind: buyer.kind,
      on: todayInTokyo(tx.now),
    });
    const lines = await taxedLines(tx, order, prices);
    const steps = await tx.manager.find(Step, { where: { workOrderId: order.id }, order: { position: 'ASC' } });
    const stepsOf = groupBy(steps, (step) => step.workOrderLineId);
    const priced = priceLines(lines, stepsOf, prices, { contractType, fee, pricing });
    const charges = priceCharges(contents ?? [], contractType, () => tx.newId());
    await tx.manager.insert(Quote, { ...quote, pricing, ...taxOf(lines, priced, pricing, charges) });
    await tx.manager.insert(
      QuoteCharge,
      charges.map((charge) => ({ quoteId: quote.id, ...charge })),
    );
    await tx.manager.insert(
      QuoteLine,
      priced.map(({ steps: _, ...line }) => ({ quoteId: quote.id, ...line })),
    );
    await tx.manager.insert(
      QuoteStep,
      priced.flatMap(({ workOrderLineId, steps: own }) =>
        own.map((step) => ({ quoteId: quote.id, workOrderLineId, ...step })),
      ),
    );
  }

  private async introduce(
    tx: Transaction,
    order: WorkOrder,
    quote: QuoteHead,
    facilityIds: readonly string[],
  ): Promise<void> {
    const distinct = [...new Set(facilityIds)];
    if (distinct.length === 0) throw quoteErrors.CANDIDATES_MISSING().at('candidateFacilityIds');
    await requireMembers(tx.manager, order.deskId, distinct);
    await tx.manager.insert(Quote, { ...quote, pricing: 'TAX_EXCLUSIVE', amountYen: 0, taxYen: 0 });
    await tx.manager.insert(
      QuoteCandidate,
      distinct.map((facilityId) => ({ quoteId: quote.id, facilityId })),
    );
  }
}

/** The lines of an order as they are to be taxed. What is another class than before is recorded: the desk answers for it. */
async function taxedLines(
  tx: Transaction,
  { id: workOrderId, deskId }: WorkOrder,
  prices: readonly QuotedPrice[],
): Promise<WorkOrderLine[]> {
  const lines = await tx.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
  const wanted = new Map(prices.map((price) => [price.workOrderLineId, price.taxCategory]));
  for (const line of lines) {
    const taxCategory = wanted.get(line.id) ?? line.taxCategory;
    if (taxCategory === line.taxCategory) continue;
    await tx.manager.update(WorkOrderLine, { id: line.id }, { taxCategory });
    const fact = { deskId, subjectType: 'WorkOrder', subjectId: workOrderId };
    const before = { taxCategory: line.taxCategory };
    await tx.audit('workOrder.tax', fact, { position: line.position, ...difference(before, { taxCategory }) });
    line.taxCategory = taxCategory;
  }
  return lines;
}
