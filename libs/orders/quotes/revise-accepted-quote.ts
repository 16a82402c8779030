import { lineAmountYen } from '#yui/money';
import { type Transaction, transition } from '#yui/platform';
import { quoteTransitions } from './quote.transitions.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { QuoteCharge } from './quote-charge.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { taxOf } from './quote-prices.js';
import { QuoteStep } from './quote-step.entity.js';
import { Quote } from './quote.entity.js';

/**
 * The accepted quote of an order with its lines, and what they come to for the quantities and dates lines have now.
 * @param prices in sen for a unit where another one was agreed, by lines
 */
async function priceNow(
  tx: Transaction,
  order: Pick<WorkOrder, 'id'>,
  lines: readonly WorkOrderLine[],
  prices: ReadonlyMap<string, number> = new Map(),
) {
  const quote = await tx.get(Quote, { workOrderId: order.id, status: 'ACCEPTED' });
  const quoteLines = await tx.manager.findBy(QuoteLine, { quoteId: quote.id });
  const charges = await tx.manager.findBy(QuoteCharge, { quoteId: quote.id });
  const quantityOf = new Map(lines.map((line) => [line.id, line.quantity]));
  const priced = quoteLines.map((line) => {
    const unitPriceSen = prices.get(line.workOrderLineId) ?? line.unitPriceSen;
    const amountYen = lineAmountYen(unitPriceSen, quantityOf.get(line.workOrderLineId) ?? 0, 'DOWN');
    return { ...line, unitPriceSen, steps: [], amountYen };
  });
  return { quote, priced, charges, totals: taxOf(lines, priced, quote.pricing, charges) };
}

/** What the buyer pays for a unit of each line, in sen, as it was agreed. */
export async function agreedPrices(
  tx: Transaction,
  order: Pick<WorkOrder, 'id'>,
): Promise<ReadonlyMap<string, number>> {
  const { id: quoteId } = await tx.get(Quote, { workOrderId: order.id, status: 'ACCEPTED' });
  const lines = await tx.manager.findBy(QuoteLine, { quoteId });
  return new Map(lines.map(({ workOrderLineId, unitPriceSen }) => [workOrderLineId, unitPriceSen]));
}

/**
 * What an order would come to with these lines at the prices that were agreed, in yen without tax, and the tax.
 * @param prices in sen for a unit where another one would be agreed, by lines
 */
export async function amountsOf(
  tx: Transaction,
  order: Pick<WorkOrder, 'id'>,
  lines: readonly WorkOrderLine[],
  prices?: ReadonlyMap<string, number>,
): Promise<{ amountYen: number; taxYen: number }> {
  return (await priceNow(tx, order, lines, prices)).totals;
}

/**
 * Writes the price of an order whose lines have changed since it was agreed: a new version of the quote, accepted from
 * the start, at the same unit prices but for those that were agreed with the change. @returns its id
 */
export async function reviseAcceptedQuote(
  tx: Transaction,
  order: WorkOrder,
  prices: ReadonlyMap<string, number>,
): Promise<string> {
  const lines = await tx.manager.find(WorkOrderLine, { where: { workOrderId: order.id }, order: { position: 'ASC' } });
  const { quote, priced, charges, totals } = await priceNow(tx, order, lines, prices);
  const steps = await tx.manager.findBy(QuoteStep, { quoteId: quote.id });
  const id = tx.newId();
  const version = (await tx.manager.countBy(Quote, { workOrderId: order.id })) + 1;
  await transition(tx, quoteTransitions, quote, 'replace');
  await tx.manager.insert(Quote, { ...quote, id, version, status: 'ACCEPTED', issuedAt: tx.now, ...totals });
  await tx.manager.insert(
    QuoteLine,
    priced.map(({ steps: _, ...line }) => ({ ...line, quoteId: id })),
  );
  await tx.manager.insert(
    QuoteCharge,
    charges.map((charge) => ({ ...charge, quoteId: id })),
  );
  await tx.manager.insert(
    QuoteStep,
    steps.map((step) => ({ ...step, quoteId: id })),
  );
  return id;
}
