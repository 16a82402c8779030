import { In, IsNull } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { DeskTerms, deskTermsOf, WorkType } from '#yui/directory';
import type { TaxCategory } from '#yui/money';
import { Assignment, Delivery, Inspection, ReturnedWork, unitsThatStayed } from '#yui/fulfilment';
import {
  OrderTerms,
  Quote,
  QuoteCharge,
  QuoteLine,
  Step,
  taxCategoryOfStep,
  type WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { groupBy, type Transaction } from '#yui/platform';
import { Reduction } from './reduction.entity.js';

/** One line of the order, as money sees it. */
export interface LineFacts {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly workTypeCode: string;
  readonly unit: string;
  readonly quantity: number;
  readonly dueOn: LocalDate;
  readonly taxCategory: TaxCategory;
  /** What the buyer pays for one unit; with tax where the pricing of the order says so. */
  readonly unitPriceSen: number;
  /** In their sequence. */
  readonly steps: readonly { readonly id: string; readonly name: string; readonly taxCategory: TaxCategory }[];
}

export interface DeliveryFacts {
  readonly id: string;
  readonly deliveredOn: LocalDate;
  /** Found good and not gone back since; before anybody looked at them, all that were handed over. */
  readonly units: number;
  readonly isInspected: boolean;
  readonly inspectedOn: LocalDate | null;
}

/** One facility's share of a step. */
export interface ShareFacts {
  readonly assignment: Assignment;
  readonly line: LineFacts;
  readonly stepName: string;
  readonly isLastStep: boolean;
  /** Of what this facility does. */
  readonly taxCategory: TaxCategory;
  /** Oldest first. */
  readonly deliveries: readonly DeliveryFacts[];
}

/** The present state of an order that was placed: all that contracts, settlement and milestones are worked out from. */
export interface OrderFacts {
  readonly order: WorkOrder;
  readonly terms: OrderTerms;
  readonly deskTerms: DeskTerms;
  readonly today: LocalDate;
  readonly lines: readonly LineFacts[];
  /** What the buyer was quoted besides work. */
  readonly charges: readonly QuoteCharge[];
  readonly shares: readonly ShareFacts[];
  /** What was taken off after acceptance, the oldest first. */
  readonly reductions: readonly Reduction[];
}

/** Reads an order that is locked and was placed. */
export async function loadOrderFacts(tx: Transaction, order: WorkOrder): Promise<OrderFacts> {
  const workOrderId = order.id;
  const terms = await tx.manager.findOneByOrFail(OrderTerms, { workOrderId });
  const quote = await tx.manager.findOneByOrFail(Quote, { workOrderId, status: 'ACCEPTED' });
  const prices = await tx.manager.findBy(QuoteLine, { quoteId: quote.id });
  const charges = await tx.manager.find(QuoteCharge, { where: { quoteId: quote.id }, order: { position: 'ASC' } });
  const lines = await tx.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
  const steps = await tx.manager.find(Step, { where: { workOrderId }, order: { position: 'ASC' } });
  const codes = [...lines, ...steps].map(({ workTypeCode }) => workTypeCode);
  const workTypes = await tx.manager.findBy(WorkType, { code: In(codes) });
  const workTypeOf = new Map(workTypes.map((workType) => [workType.code, workType]));
  const nameOf = (code: string) => workTypeOf.get(code)?.nameJa ?? code;
  const priceOf = new Map(prices.map((price) => [price.workOrderLineId, price.unitPriceSen]));
  const stepsOf = groupBy(steps, (step) => step.workOrderLineId);
  const lineFacts = lines.map((line): LineFacts => {
    const workType = workTypeOf.get(line.workTypeCode);
    return {
      id: line.id,
      position: line.position,
      name: nameOf(line.workTypeCode),
      workTypeCode: line.workTypeCode,
      unit: workType?.unit ?? '',
      quantity: line.quantity,
      dueOn: line.dueOn,
      taxCategory: line.taxCategory,
      unitPriceSen: priceOf.get(line.id) ?? 0,
      steps: (stepsOf.get(line.id) ?? []).map((step) => ({
        id: step.id,
        name: nameOf(step.workTypeCode),
        taxCategory: taxCategoryOfStep(line, step, workTypeOf),
      })),
    };
  });
  return {
    order,
    terms,
    deskTerms: await deskTermsOf(tx.manager, order.deskId),
    today: todayInTokyo(tx.now),
    lines: lineFacts,
    charges,
    shares: await loadShares(tx, workOrderId, lineFacts),
    reductions: await tx.manager.find(Reduction, {
      where: { workOrderId, withdrawnAt: IsNull() },
      order: { recordedAt: 'ASC', id: 'ASC' },
    }),
  };
}

async function loadShares(tx: Transaction, workOrderId: string, lines: readonly LineFacts[]): Promise<ShareFacts[]> {
  const assignments = await tx.manager.find(Assignment, { where: { workOrderId }, order: { id: 'ASC' } });
  const deliveries = await tx.manager.find(Delivery, {
    where: { assignmentId: In(assignments.map(({ id }) => id)) },
    order: { deliveredAt: 'ASC', id: 'ASC' },
  });
  const inspections = await tx.manager.findBy(Inspection, { deliveryId: In(deliveries.map(({ id }) => id)) });
  const inspectionOf = new Map(inspections.map((inspection) => [inspection.deliveryId, inspection]));
  const deliveriesOf = groupBy(deliveries, (delivery) => delivery.assignmentId);
  const returns = await tx.manager.findBy(ReturnedWork, { workOrderId });
  const returnsOf = groupBy(returns, (row) => row.assignmentId);
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return assignments.flatMap((assignment) => {
    const line = lineOf.get(assignment.workOrderLineId);
    const step = line?.steps.find(({ id }) => id === assignment.stepId);
    if (!line || !step) return [];
    const own = deliveriesOf.get(assignment.id) ?? [];
    const stayed = unitsThatStayed(own, inspectionOf, returnsOf.get(assignment.id) ?? []);
    return {
      assignment,
      line,
      stepName: step.name,
      isLastStep: line.steps.at(-1)?.id === step.id,
      taxCategory: step.taxCategory,
      deliveries: own.map((delivery) => {
        const inspection = inspectionOf.get(delivery.id);
        return {
          id: delivery.id,
          deliveredOn: todayInTokyo(delivery.deliveredAt),
          units: stayed.get(delivery.id) ?? 0,
          isInspected: inspection !== undefined,
          inspectedOn: inspection ? todayInTokyo(inspection.inspectedAt) : null,
        };
      }),
    };
  });
}

/** Units of a share that were found good and stayed so. */
export function acceptedUnits(share: ShareFacts): number {
  return share.deliveries.reduce((sum, delivery) => sum + (delivery.isInspected ? delivery.units : 0), 0);
}

/** The last of the deliveries of these shares; null before the first. */
export function lastDeliveryOn(shares: readonly ShareFacts[]): LocalDate | null {
  const days = shares.flatMap(({ deliveries }) => deliveries.map(({ deliveredOn }) => deliveredOn)).sort();
  return days.at(-1) ?? null;
}
