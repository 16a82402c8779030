import { addWorkingDays, todayInTokyo } from '#yui/calendar';
import {
  AcceptAmendment,
  Amendment,
  AnswerShareChange,
  CancelWorkOrder,
  PreviewAmendment,
  ProposeAmendment,
  ProposeShareChange,
  RefuseAmendment,
  ShareChange,
  WithdrawAmendment,
} from '#yui/changes';
import {
  AcceptAssignment,
  type Assignment,
  CounterAssignment,
  LineQueries,
  ReportDelivery,
  ReportProgress,
} from '#yui/fulfilment';
import { Quote, WorkOrder, WorkOrderLine, WorkOrderQueries } from '#yui/orders';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';
import { outcome } from './outcome.js';

const QUANTITY = 3000;
const today = todayInTokyo(new Date());

describe('Changing an order that was placed', () => {
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
  const propose = async (order: Order, ...changes: object[]) =>
    (
      await product.get(ProposeAmendment).execute(order.buyer, {
        idempotencyKey: newKey(),
        workOrderId: order.workOrderId,
        reason: '参加者が変わったため',
        lines: changes.map((change) => ({ workOrderLineId: order.lineId, ...change })),
      })
    ).amendmentId;
  const accept = (order: Order, amendmentId: string, more: object = {}, side = product) =>
    side.get(AcceptAmendment).execute(order.desk, { idempotencyKey: newKey(), amendmentId, ...more });
  const facilityOf = (assignment: Assignment) => product.as('FACILITY_ADMIN', assignment.facilityId);
  const key = (assignment: Assignment) => ({ idempotencyKey: newKey(), assignmentId: assignment.id });
  const sayYes = async (assignment: Assignment, side = product) =>
    side.get(AcceptAssignment).execute(await facilityOf(assignment), key(assignment));
  const progress = async (assignment: Assignment, doneUnits: number) =>
    product.get(ReportProgress).execute(await facilityOf(assignment), { ...key(assignment), doneUnits });
  const wishOf = async (assignment: Assignment) =>
    product.db.manager.findOneByOrFail(ShareChange, { assignmentId: assignment.id, status: 'PROPOSED' });
  const answer = async (assignment: Assignment, isAgreed: boolean, reason: string | null = null) =>
    product.get(AnswerShareChange).execute(await facilityOf(assignment), {
      idempotencyKey: newKey(),
      shareChangeId: (await wishOf(assignment)).id,
      isAgreed,
      reason,
    });
  const reload = async ({ id, workOrderId }: Assignment) => {
    const row = (await assignmentsOf(product, workOrderId)).find((one) => one.id === id);
    if (!row) throw new Error('The assignment is gone');
    return row;
  };
  const line = async (order: Order) => {
    const [view] = await product.get(LineQueries).ofWorkOrders(order.desk, [order.workOrderId]);
    if (!view) throw new Error('The line is gone');
    return view;
  };
  const booksAreRight = async () => {
    const { booked, carried } = await promisedSeconds(product);
    expect(booked).toBe(carried);
  };
  /** An order all of whose offers are accepted. */
  const produced = async (workingDays?: number) => {
    const order = await placedOrder(product, QUANTITY, workingDays);
    await splitAndSend(product, order.lineId);
    const shares = await assignmentsOf(product, order.workOrderId);
    for (const share of shares) await sayYes(share);
    return { order, shares };
  };

  it('is proposed one at a time, withdrawn, refused with a reason, and never changes nothing', async () => {
    const order = await placedOrder(product, QUANTITY);
    await expect(propose(order, { quantity: QUANTITY })).rejects.toThrow('AMENDMENT.NOTHING_CHANGES');
    const twice = [{ quantity: 10 }, { dueOn: addWorkingDays(today, 50) }];
    await expect(propose(order, ...twice)).rejects.toThrow('AMENDMENT.LINES_REPEATED');
    await expect(propose(order, { workOrderLineId: newKey(), quantity: 10 })).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(propose(order, { quantity: 0 })).rejects.toThrow('AMENDMENT.NO_LINE_LEFT');
    await expect(propose(order, { dueOn: today })).rejects.toThrow('WORK_ORDER.DUE_DATE_TOO_EARLY');
    const first = await propose(order, { quantity: 10 });
    await expect(propose(order, { quantity: 20 })).rejects.toThrow('AMENDMENT.PROPOSED_BEFORE');
    const offered = await product.get(WorkOrderQueries).actionsOf(order.buyer, [order.workOrderId]);
    expect(offered.get(order.workOrderId)).toEqual(['requestCancellation']);
    await product.get(WithdrawAmendment).execute(order.buyer, { idempotencyKey: newKey(), amendmentId: first });
    await expect(accept(order, first)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    const again = await propose(order, { quantity: 20 });
    await product
      .get(RefuseAmendment)
      .execute(order.desk, { idempotencyKey: newKey(), amendmentId: again, reason: '材料を切ったあとです' });
    expect((await line(order)).quantity).toBe(QUANTITY);
    const third = await propose(order, { quantity: 30 });
    await product
      .get(CancelWorkOrder)
      .execute(order.desk, { idempotencyKey: newKey(), workOrderId: order.workOrderId, reason: '中止のため' });
    expect((await product.db.manager.findOneByOrFail(Amendment, { id: third })).status).toBe('LAPSED');
  });

  it('to more: the price follows, and only the difference is open', async () => {
    const { order, shares } = await produced();
    expect(await status(order)).toBe('IN_PRODUCTION');
    const amendmentId = await propose(order, { quantity: 3500 });
    const effect = await product.get(PreviewAmendment).execute(order.desk, { amendmentId });
    expect(effect).toMatchObject({ amountYenBefore: 12_000, amountYenAfter: 14_000, taxYenAfter: 1400 });
    expect(effect.steps).toMatchObject([{ placed: 3000, unplaced: 500, surplus: 0, facilitiesToAsk: 0 }]);
    await accept(order, amendmentId);
    expect(await status(order)).toBe('ALLOCATING');
    expect(await line(order)).toMatchObject({ quantity: 3500, placed: 3000, unplaced: 500 });
    const quotes = await product.db.manager.find(Quote, {
      where: { workOrderId: order.workOrderId },
      order: { version: 'ASC' },
    });
    expect(quotes.map((quote) => [quote.version, quote.status, quote.amountYen])).toEqual([
      [1, 'REPLACED', 12_000],
      [2, 'ACCEPTED', 14_000],
    ]);
    await splitAndSend(product, order.lineId);
    const offers = (await assignmentsOf(product, order.workOrderId)).filter((row) => row.status === 'OFFERED');
    expect(offers.reduce((units, offer) => units + offer.offeredUnits, 0)).toBe(500);
    for (const share of shares) expect(await reload(share)).toMatchObject({ status: 'ACCEPTED' });
  });

  it('to less: open offers go first, then shares shrink as the coordinator says, and who has begun is asked', async () => {
    const order = await placedOrder(product, QUANTITY);
    await splitAndSend(product, order.lineId);
    const [begun, idle, ...open] = await assignmentsOf(product, order.workOrderId);
    if (!begun || !idle || open.length === 0) throw new Error('Too few shares');
    await sayYes(begun);
    await sayYes(idle);
    await progress(begun, begun.offeredUnits);
    const accepted = begun.offeredUnits + idle.offeredUnits;
    const amendmentId = await propose(order, { quantity: accepted - 30 });
    const { steps } = await product.get(PreviewAmendment).execute(order.desk, { amendmentId });
    expect(steps).toMatchObject([{ surplus: QUANTITY - accepted + 30, surplusAccepted: 30, unplaced: 0 }]);
    await expect(accept(order, amendmentId)).rejects.toThrow('AMENDMENT.CUTS_DIFFER');
    const cuts = [
      { assignmentId: begun.id, units: begun.offeredUnits - 10 },
      { assignmentId: idle.id, units: idle.offeredUnits - 20 },
    ];
    await expect(accept(order, amendmentId, { cuts: cuts.slice(1) })).rejects.toThrow('AMENDMENT.CUTS_DIFFER');
    const unknown = { assignmentId: newKey(), units: 1 };
    await expect(accept(order, amendmentId, { cuts: [...cuts, unknown] })).rejects.toThrow('ACCESS.NOT_FOUND');
    await accept(order, amendmentId, { cuts });
    for (const offer of open) expect((await reload(offer)).status).toBe('WITHDRAWN');
    expect((await reload(idle)).acceptedUnits).toBe(idle.offeredUnits - 20);
    expect((await reload(begun)).acceptedUnits).toBe(begun.offeredUnits);
    expect((await line(order)).surplus).toBe(10);
    expect(await wishOf(begun)).toMatchObject({ units: begun.offeredUnits - 10, dueOn: null });
    await booksAreRight();

    await expect(answer(begun, false)).rejects.toThrow('SHARE_CHANGE.REASON_MISSING');
    await answer(begun, false, '全部できています');
    expect((await line(order)).surplus).toBe(10);
    await product
      .get(ProposeShareChange)
      .execute(order.desk, { ...key(begun), units: begun.offeredUnits - 10, reason: '余った分は買い取ります' });
    await answer(begun, true);
    expect((await reload(begun)).acceptedUnits).toBe(begun.offeredUnits - 10);
    expect(await line(order)).toMatchObject({ surplus: 0, unplaced: 0 });
    expect(await status(order)).toBe('IN_PRODUCTION');
    await booksAreRight();
  });

  it('to sooner: who has accepted confirms or hands back what was not begun', async () => {
    const { order, shares } = await produced(40);
    const [first, ...others] = shares;
    if (!first || others.length === 0) throw new Error('Too few shares');
    const last = others.at(-1)!;
    await progress(last, 1);
    const amendmentId = await propose(order, { dueOn: addWorkingDays(today, 30) });
    await accept(order, amendmentId);
    const facilityDueOnAfter = (await wishOf(first)).dueOn;
    expect((await reload(first)).dueOn > facilityDueOnAfter!).toBe(true);
    await answer(first, true);
    expect((await reload(first)).dueOn).toBe(facilityDueOnAfter);
    const [promise] = await product.db.query<[{ due_on: string }]>(
      'SELECT due_on FROM capacity_promise WHERE assignment_id = $1',
      [first.id],
    );
    expect(promise.due_on).toBe(facilityDueOnAfter);
    // Before it has answered, the order is due sooner still: the first wish is taken back, and the facility is notified of that.
    const { id: wishId } = await wishOf(last);
    await accept(order, await propose(order, { dueOn: addWorkingDays(today, 29) }));
    const told = await product.db.query<object[]>(
      `SELECT 1 FROM outbox_event WHERE name = 'share-change.withdrawn' AND payload->>'shareChangeId' = $1`,
      [wishId],
    );
    expect(told).toHaveLength(1);
    await answer(last, false, 'ほかの仕事があるため');
    expect(await reload(last)).toMatchObject({ acceptedUnits: 1, status: 'IN_PROGRESS' });
    expect(await status(order)).toBe('ALLOCATING');
    expect((await line(order)).unplaced).toBe(last.offeredUnits - 1);
    await booksAreRight();
    // Who was not asked to the end need not answer any more once the order has ended.
    const open = { workOrderId: order.workOrderId, status: 'PROPOSED' as const };
    const waiting = await product.db.manager.countBy(ShareChange, open);
    expect(waiting).toBe(shares.length - 1);
    await product
      .get(CancelWorkOrder)
      .execute(order.desk, { idempotencyKey: newKey(), workOrderId: order.workOrderId, reason: '中止のため' });
    expect(await product.db.manager.countBy(ShareChange, open)).toBe(0);
  });

  it('to later: everybody has more time without being asked', async () => {
    const { order, shares } = await produced(20);
    const amendmentId = await propose(order, { dueOn: addWorkingDays(today, 30), specification: 'A5 二つ折り' });
    await accept(order, amendmentId);
    for (const share of shares) expect((await reload(share)).dueOn > share.dueOn).toBe(true);
    const row = await product.db.manager.findOneByOrFail(WorkOrderLine, { id: order.lineId });
    expect(row).toMatchObject({ dueOn: addWorkingDays(today, 30), specification: 'A5 二つ折り' });
    const [told] = await product.db.query<[{ count: number }]>(
      `SELECT count(*) AS count FROM outbox_event WHERE name = 'assignment.respecified' AND payload->>'workOrderId' = $1`,
      [order.workOrderId],
    );
    expect(told.count).toBe(shares.length);
    await booksAreRight();
  });

  it('to later: who asked for a later day of its own still holds its work for that day', async () => {
    const order = await placedOrder(product, QUANTITY);
    await splitAndSend(product, order.lineId);
    const [share] = await assignmentsOf(product, order.workOrderId);
    if (!share) throw new Error('Nothing was offered');
    const dueOn = addWorkingDays(share.dueOn, 20);
    await product
      .get(CounterAssignment)
      .execute(await facilityOf(share), { ...key(share), dueOn, reason: '混み合うため' });
    await accept(order, await propose(order, { dueOn: addWorkingDays(today, 30) }));
    expect(await reload(share)).toMatchObject({ status: 'PARTLY_ACCEPTED', proposedDueOn: dueOn });
    const [promise] = await product.db.query<[{ due_on: string }]>(
      'SELECT due_on FROM capacity_promise WHERE assignment_id = $1',
      [share.id],
    );
    expect(promise.due_on).toBe(dueOn);
    await booksAreRight();
  });

  it('asks nobody for less than was handed over', async () => {
    const { order, shares } = await produced();
    const [share] = shares;
    if (!share) throw new Error('Too few shares');
    await product.get(ReportDelivery).execute(await facilityOf(share), { ...key(share), units: 2 });
    const ask = (units: number) =>
      product.get(ProposeShareChange).execute(order.desk, { ...key(share), units, reason: '数が減ったため' });
    await expect(ask(1)).rejects.toThrow('ASSIGNMENT.CUT_OUT_OF_RANGE');
    await ask(2);
    expect(await wishOf(share)).toMatchObject({ units: 2 });
  });

  it('is decided once, and the books stay right, while facilities say yes', async () => {
    for (let round = 0; round < 3; round += 1) {
      const order = await placedOrder(product, QUANTITY);
      await splitAndSend(product, order.lineId);
      const offers = await assignmentsOf(product, order.workOrderId);
      const amendmentId = await propose(order, { quantity: 1000 });
      const refuse = product
        .get(RefuseAmendment)
        .execute(order.desk, { idempotencyKey: newKey(), amendmentId, reason: '遅すぎます' });
      const [accepted, refused, ...answers] = await Promise.all([
        outcome(accept(order, amendmentId, {}, second)),
        outcome(refuse),
        ...offers.map(async (offer, index) => outcome(sayYes(offer, index % 2 ? product : second))),
      ]);
      // Accepting may come too late to be possible without cuts; then it is refused, never both and never neither.
      expect([accepted, refused].filter((result) => result === 'ok')).toHaveLength(1);
      for (const result of answers) expect(['ok', 'ASSIGNMENT.WITHDRAWN']).toContain(result);
      const { placed, quantity, unplaced, surplus } = await line(order);
      expect(placed + unplaced - surplus).toBe(quantity);
      expect(quantity).toBe(accepted === 'ok' ? 1000 : QUANTITY);
      await booksAreRight();
    }
  });
});
