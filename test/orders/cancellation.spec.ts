import { todayInTokyo } from '#yui/calendar';
import {
  AcceptAssignment,
  AcceptPartOfAssignment,
  type Assignment,
  ConfirmStop,
  InspectDelivery,
  ReportDelivery,
  ReportProgress,
} from '#yui/fulfilment';
import {
  Cancellation,
  CancelWorkOrder,
  ProposeShareChange,
  RefuseCancellation,
  RequestCancellation,
  WithdrawCancellation,
} from '#yui/changes';
import { WorkOrder, WorkOrderQueries } from '#yui/orders';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';
import { outcome } from './outcome.js';

describe('Cancelling an order that was placed', () => {
  let product: Product;
  let second: Product;
  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
  });
  afterAll(() => product.close());

  type Order = Awaited<ReturnType<typeof placedOrder>>;
  const status = async ({ workOrderId }: Order) =>
    (await product.db.manager.findOneByOrFail(WorkOrder, { id: workOrderId })).status;
  const reasoned = ({ workOrderId }: Order) => ({
    idempotencyKey: newKey(),
    workOrderId,
    reason: '催しが中止になったため',
  });
  const facilityOf = (assignment: Assignment) => product.as('FACILITY_ADMIN', assignment.facilityId);
  const key = (assignment: Assignment) => ({ idempotencyKey: newKey(), assignmentId: assignment.id });
  const accept = async (assignment: Assignment, side = product) =>
    side.get(AcceptAssignment).execute(await facilityOf(assignment), key(assignment));
  const deliver = async (assignment: Assignment, units: number) =>
    product.get(ReportDelivery).execute(await facilityOf(assignment), { ...key(assignment), units });
  const inspect = (order: Order, deliveryId: string) =>
    product.get(InspectDelivery).execute(order.desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
  const stop = async (assignment: Assignment, doneUnits: number) =>
    product.get(ConfirmStop).execute(await facilityOf(assignment), { ...key(assignment), doneUnits });
  const reload = async (assignment: Assignment) => {
    const row = (await assignmentsOf(product, assignment.workOrderId)).find(({ id }) => id === assignment.id);
    if (!row) throw new Error('The assignment is gone');
    return row;
  };
  const eventsOf = async ({ workOrderId }: Order) =>
    (
      await product.db.query<{ name: string }[]>(
        `SELECT name FROM outbox_event WHERE payload->>'workOrderId' = $1 ORDER BY id`,
        [workOrderId],
      )
    ).map(({ name }) => name);

  it('is asked by the buyer once, can be taken back, and refused with a reason', async () => {
    const order = await placedOrder(product, 3000);
    await product.get(RequestCancellation).execute(order.buyer, reasoned(order));
    await expect(product.get(RequestCancellation).execute(order.buyer, reasoned(order))).rejects.toThrow(
      'CANCELLATION.ASKED_BEFORE',
    );
    const { workOrderId } = order;
    const offered = await product.get(WorkOrderQueries).actionsOf(order.buyer, [workOrderId]);
    expect(offered.get(workOrderId)).toEqual(['proposeAmendment']);
    await product.get(WithdrawCancellation).execute(order.buyer, { idempotencyKey: newKey(), workOrderId });
    await expect(product.get(RefuseCancellation).execute(order.desk, reasoned(order))).rejects.toThrow(
      'CANCELLATION.NOT_ASKED',
    );
    await product.get(RequestCancellation).execute(order.buyer, reasoned(order));
    await product.get(RefuseCancellation).execute(order.desk, reasoned(order));
    expect(await status(order)).toBe('ORDERED');
    const rows = await product.db.manager.findBy(Cancellation, { workOrderId });
    expect(rows.map((row) => row.status).sort()).toEqual(['REFUSED', 'WITHDRAWN']);
  });

  it('ends at once when nobody has begun, and capacity is free again', async () => {
    const order = await placedOrder(product, 3000);
    await splitAndSend(product, order.lineId);
    const before = await promisedSeconds(product);
    const [whole, part] = await assignmentsOf(product, order.workOrderId);
    await accept(whole!);
    await product
      .get(AcceptPartOfAssignment)
      .execute(await facilityOf(part!), { ...key(part!), units: 1, reason: '人手が足りないため' });
    await product.get(RequestCancellation).execute(order.buyer, reasoned(order));
    await product.get(CancelWorkOrder).execute(order.desk, reasoned(order));
    expect(await status(order)).toBe('CANCELLED');
    expect(await promisedSeconds(product)).toEqual(before);
    const rows = await assignmentsOf(product, order.workOrderId);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['CANCELLED', 'WITHDRAWN']));
    const events = await eventsOf(order);
    // Facilities are told before the buyer is.
    expect(events.lastIndexOf('assignment.withdrawn')).toBeLessThan(events.indexOf('cancellation.granted'));
    expect(events.indexOf('assignment.cancelled')).toBeLessThan(events.indexOf('cancellation.granted'));
    expect(events.at(-1)).toBe('work-order.cancelled');
  });

  it('lets those who have begun hand over what is done, and pays for it', async () => {
    const order = await placedOrder(product, 4000);
    await splitAndSend(product, order.lineId);
    const shares = await assignmentsOf(product, order.workOrderId);
    for (const share of shares) await accept(share);
    const [working, delivering, reporting, ...idle] = shares;
    if (!working || !delivering || !reporting) throw new Error('Too few shares');
    for (const share of [working, reporting]) {
      await product.get(ReportProgress).execute(await facilityOf(share), { ...key(share), doneUnits: 1 });
    }
    const { deliveryId } = await deliver(delivering, 2);
    await product.get(CancelWorkOrder).execute(order.desk, reasoned(order));
    expect(await status(order)).toBe('CANCELLING');
    for (const share of idle) expect((await reload(share)).status).toBe('CANCELLED');
    await expect(deliver(working, 1)).rejects.toThrow('TRANSITION.NOT_ALLOWED');

    await expect(stop(delivering, 1)).rejects.toThrow('ASSIGNMENT.CUT_OUT_OF_RANGE');
    await expect(stop(working, working.offeredUnits + 1)).rejects.toThrow('ASSIGNMENT.CUT_OUT_OF_RANGE');
    await stop(delivering, 2);
    expect((await reload(delivering)).status).toBe('DELIVERED');
    await inspect(order, deliveryId);
    expect((await reload(delivering)).status).toBe('INSPECTED');
    // Nothing usable came of it: nothing is paid. The desk may say so for a facility that called.
    await product.get(ConfirmStop).execute(order.desk, { ...key(reporting), doneUnits: 0 });
    expect((await reload(reporting)).status).toBe('CANCELLED');
    await stop(working, 3);
    const less = { ...key(working), units: 1, reason: '中止のため' };
    await expect(product.get(ProposeShareChange).execute(order.desk, less)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    expect(await status(order)).toBe('CANCELLING');
    const rest = await deliver(working, 3);
    await inspect(order, rest.deliveryId);

    expect(await status(order)).toBe('CANCELLED');
    expect(await reload(working)).toMatchObject({ status: 'COMPLETED', acceptedUnits: 3 });
    expect(await reload(delivering)).toMatchObject({ status: 'COMPLETED', acceptedUnits: 2 });
    const { booked, carried } = await promisedSeconds(product);
    expect(booked).toBe(carried);
    const cancelled = await product.db.manager.findOneByOrFail(WorkOrder, { id: order.workOrderId });
    expect(todayInTokyo(cancelled.cancelledAt!)).toBe(todayInTokyo(new Date()));
  });

  it('keeps the books right when facilities accept while the desk cancels', async () => {
    for (let round = 0; round < 3; round += 1) {
      const order = await placedOrder(product, 3000);
      await splitAndSend(product, order.lineId);
      const offers = await assignmentsOf(product, order.workOrderId);
      const outcomes = await Promise.all([
        outcome(second.get(CancelWorkOrder).execute(order.desk, reasoned(order))),
        ...offers.map(async (offer, index) => outcome(accept(offer, index % 2 ? product : second))),
      ]);
      expect(outcomes[0]).toBe('ok');
      for (const result of outcomes) expect(['ok', 'ASSIGNMENT.WITHDRAWN']).toContain(result);
      expect(await status(order)).toBe('CANCELLED');
      const { booked, carried } = await promisedSeconds(product);
      expect(booked).toBe(carried);
      const [left] = await product.db.query<[{ count: number }]>(
        `SELECT count(*) AS count FROM capacity_promise JOIN assignment ON id = assignment_id WHERE work_order_id = $1`,
        [order.workOrderId],
      );
      expect(left.count).toBe(0);
    }
  });
});
