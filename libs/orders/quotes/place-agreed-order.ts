import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { onlyStepOf, writeSteps } from '../steps/write-steps.js';
import type { AgreedTerms } from '../work-orders/agreed-terms.js';
import { nextOrderNumber } from '../work-orders/next-order-number.js';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { type ContractType, WorkOrder } from '../work-orders/work-order.entity.js';
import { freezeTerms } from './freeze-terms.js';
import { priceAgreed } from './price-agreed.js';
import { QuoteLine } from './quote-line.entity.js';
import { endOfDay } from './quote-prices.js';
import { QuoteStep } from './quote-step.entity.js';
import { Quote } from './quote.entity.js';

/** One piece of work that buyer and desk agreed on before. */
export interface AgreedOrder extends Pick<
  WorkOrder,
  'deskId' | 'buyerId' | 'departmentId' | 'title' | 'description' | 'isPublicMoney' | 'createdBy'
> {
  readonly contractType: Exclude<ContractType, 'REFERRAL'>;
  readonly workTypeCode: string;
  readonly specification: string;
  readonly quantity: number;
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly unitPriceSen: number;
  readonly facilityUnitPriceSen: number;
  /** Fee and terms of the agreement, whatever holds today. */
  readonly terms: AgreedTerms;
}

/**
 * Makes an order of it that is placed from the start, with the accepted quote every order has, so that all that comes
 * afterwards is as with any other: shares, papers, acceptance, money, results.
 */
export async function placeAgreedOrder(tx: Transaction, agreed: AgreedOrder): Promise<WorkOrder> {
  const { deskId, buyerId, contractType, workTypeCode, quantity, dueOn, unitPriceSen } = agreed;
  const order = {
    id: tx.newId(),
    deskId,
    number: await nextOrderNumber(tx, deskId),
    buyerId,
    departmentId: agreed.departmentId,
    title: agreed.title,
    description: agreed.description,
    isPublicMoney: agreed.isPublicMoney,
    dueOn,
    status: 'ORDERED' as const,
    contractType,
    createdBy: agreed.createdBy,
    createdAt: tx.now,
    submittedAt: tx.now,
    orderedAt: tx.now,
  };
  const line = { id: tx.newId(), deskId, buyerId, workOrderId: order.id, position: 1, workTypeCode, quantity, dueOn };
  const { pricing } = agreed.terms;
  const { taxCategory, prices } = await priceAgreed(tx, agreed, agreed.terms, [{ ...agreed, id: line.id }]);
  const { lineYen, amountYen, taxYen } = prices.get(line.id)!;
  const quoteId = tx.newId();
  await tx.manager.insert(WorkOrder, order);
  await tx.manager.insert(WorkOrderLine, { ...line, specification: agreed.specification, lotSize: 1, taxCategory });
  const [stepId] = await writeSteps(tx, order, line.id, [{ ...onlyStepOf(line), startOn: agreed.startOn }]);
  await tx.manager.insert(Quote, {
    id: quoteId,
    deskId,
    buyerId,
    workOrderId: order.id,
    version: 1,
    contractType,
    status: 'ACCEPTED',
    pricing,
    amountYen,
    taxYen,
    terms: '',
    isDeemedAccepted: false,
    validUntil: endOfDay(dueOn),
    issuedAt: tx.now,
    refusalReason: null,
  });
  await tx.manager.insert(QuoteLine, { quoteId, workOrderLineId: line.id, unitPriceSen, amountYen: lineYen });
  const { facilityUnitPriceSen } = agreed;
  await tx.manager.insert(QuoteStep, { quoteId, stepId: stepId!, workOrderLineId: line.id, facilityUnitPriceSen });
  const placed = await tx.lock(WorkOrder, { id: order.id });
  await freezeTerms(tx, placed, { contractType, pricing }, agreed.terms);
  const fact = { deskId, subjectType: 'WorkOrder', subjectId: order.id };
  await tx.audit('workOrder.comeAgain', fact, { number: order.number });
  await emitOrderEvent(tx, deskId, 'work-order.came-again', { workOrderId: order.id, quoteId });
  return placed;
}
