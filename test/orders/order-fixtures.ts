import { addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { ApproveAllocation, Assignment, PlanAllocation, SendAssignments } from '#yui/fulfilment';
import {
  DraftWorkOrder,
  IssueQuote,
  PlaceOrder,
  ReviewWorkOrder,
  Step,
  SubmitWorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { newKey, type Product } from '../harness/product.js';
import { tryAgainWhenBusy } from '../harness/try-again.js';

export interface SentOrder {
  readonly workOrderId: string;
  readonly lineId: string;
  readonly assignments: readonly Assignment[];
}

/** An order for envelopes of a company that the desk has taken up, and not priced yet. */
export async function reviewedOrder(product: Product, quantity: number, dueOn: LocalDate) {
  const buyer = await product.as('BUYER_ADMIN');
  const desk = await product.as('DESK_COORDINATOR');
  const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
    idempotencyKey: newKey(),
    deskId: desk.organisationId,
    title: '案内状の封入',
    lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity, dueOn }],
  });
  await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
  await product.get(ReviewWorkOrder).execute(desk, { idempotencyKey: newKey(), workOrderId });
  const line = await product.db.manager.findOneByOrFail(WorkOrderLine, { workOrderId });
  const [stepId] = await stepsOf(product, line.id);
  return { workOrderId, lineId: line.id, stepId, buyer, desk };
}

/** An order for envelopes that a company placed (契約型, 4.00 円 each). */
export async function placedOrder(product: Product, quantity: number, workingDays = 20) {
  const today = todayInTokyo(new Date());
  const order = await reviewedOrder(product, quantity, addWorkingDays(today, workingDays));
  const { quoteId } = await product.get(IssueQuote).execute(order.desk, {
    idempotencyKey: newKey(),
    workOrderId: order.workOrderId,
    contractType: 'DESK_CONTRACT',
    validUntil: addWorkingDays(today, 5),
    lines: [{ workOrderLineId: order.lineId, unitPriceSen: 400 }],
  });
  await product.get(PlaceOrder).execute(order.buyer, { idempotencyKey: newKey(), quoteId });
  return order;
}

/** Splits what is left of every step of the line as the engine proposes, and sends the offers. */
export async function splitAndSend(product: Product, lineId: string): Promise<void> {
  const desk = await product.as('DESK_COORDINATOR');
  const { workOrderId } = await product.db.manager.findOneByOrFail(WorkOrderLine, { id: lineId });
  for (const stepId of await stepsOf(product, lineId)) {
    await tryAgainWhenBusy(async () => {
      const plan = await product.get(PlanAllocation).execute(desk, { stepId });
      const snapshotHash = plan.result.snapshotHash;
      await product.get(ApproveAllocation).execute(desk, { idempotencyKey: newKey(), stepId, snapshotHash });
    });
  }
  await tryAgainWhenBusy(async () =>
    product.get(SendAssignments).execute(desk, { idempotencyKey: newKey(), workOrderId }),
  );
}

/** The steps of a line, in the order in which they are done. */
export async function stepsOf(product: Product, lineId: string): Promise<[string, ...string[]]> {
  const steps = await product.db.manager.find(Step, { where: { workOrderLineId: lineId }, order: { position: 'ASC' } });
  return steps.map((step) => step.id) as [string, ...string[]];
}

export async function assignmentsOf(product: Product, workOrderId: string): Promise<Assignment[]> {
  return product.db.manager.find(Assignment, { where: { workOrderId }, order: { facilityId: 'ASC', id: 'ASC' } });
}

/** Every promise kept in the books, and the sum each facility's row carries. They must be the same. */
export async function promisedSeconds(product: Product): Promise<{ booked: number; carried: number }> {
  const [row] = await product.db.query<[{ booked: number; carried: number }]>(
    `SELECT (SELECT coalesce(sum(units * seconds_per_unit), 0)::bigint FROM capacity_promise) AS booked,
            (SELECT coalesce(sum(promised_seconds), 0)::bigint FROM facility_capacity) AS carried`,
  );
  return row;
}
