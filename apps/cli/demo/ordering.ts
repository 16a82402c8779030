import type { Person } from './person.js';
import { CHANGES, type Order, QUERIES } from './documents.js';
import { SUBJECTS } from './mailbox.js';
import type { Stage } from './stage.js';

export interface Wish {
  readonly buyer: Person;
  readonly title: string;
  readonly workTypeCode: string;
  readonly quantity: number;
  readonly workingDays: number;
}

/** A buyer writes an order down and submits it; the coordinator takes it up. */
export async function submitAndReview(stage: Stage, wish: Wish): Promise<Order> {
  const { desks } = await wish.buyer.ask<{ desks: { id: string }[] }>(QUERIES.desks);
  const {
    draftWorkOrder: { workOrder },
  } = await wish.buyer.change<{ draftWorkOrder: { workOrder: Order } }>(CHANGES.draft, {
    deskId: desks[0]?.id,
    title: wish.title,
    lines: [
      {
        workTypeCode: wish.workTypeCode,
        quantity: wish.quantity,
        dueOn: await stage.workingDayFromNow(wish.workingDays),
      },
    ],
  });
  await wish.buyer.change(CHANGES.submit, { workOrderId: workOrder.id });
  await stage.mustBeInState(workOrder.id, 'SUBMITTED');
  await stage.readMail(stage.cast.coordinator, SUBJECTS.submitted, wish.title);
  await stage.cast.coordinator.change(CHANGES.review, { workOrderId: workOrder.id });
  return stage.mustBeInState(workOrder.id, 'REVIEWING');
}

/** The price of a quote of one line: for one unit, in sen; facilities get the usual part of it unless it is said. */
export interface Price {
  readonly contractType: 'DESK_CONTRACT' | 'BROKERED';
  readonly unitPriceSen: number;
  readonly facilityUnitPriceSen?: number;
}

/** The coordinator quotes for the only line. */
export async function quote(stage: Stage, buyer: Person, order: Order, price: Price): Promise<void> {
  const { contractType, ...prices } = price;
  const {
    issueQuote: { workOrder },
  } = await stage.cast.coordinator.change<{ issueQuote: { workOrder: Order } }>(CHANGES.quote, {
    workOrderId: order.id,
    contractType,
    validUntil: await stage.workingDayFromNow(5),
    lines: order.lines.map((line) => ({ workOrderLineId: line.id, ...prices })),
  });
  stage.story.mustBe('状態 / state', workOrder.status, 'QUOTED');
  await stage.readMail(buyer, SUBJECTS.quoted, order.title);
}

/** The buyer orders what was quoted. */
export async function placeOrder(stage: Stage, buyer: Person, order: Order): Promise<Order> {
  const { quotes } = await stage.order(order.id);
  await buyer.change(CHANGES.placeOrder, { quoteId: quotes.find((row) => row.status === 'ISSUED')?.id });
  await stage.readMail(stage.cast.coordinator, SUBJECTS.ordered, order.title);
  return stage.mustBeInState(order.id, 'ORDERED');
}
