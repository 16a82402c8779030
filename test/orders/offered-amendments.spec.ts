import { addWorkingDays, todayInTokyo } from '#yui/calendar';
import {
  AcceptAmendment,
  Amendment,
  AmendmentQueries,
  AnswerAmendment,
  AnswerAmendmentByLink,
  makeAmendmentLink,
  OfferAmendment,
  ProposeAmendment,
  RefuseAmendment,
  WithdrawAmendment,
} from '#yui/changes';
import { AcceptAssignment, type Assignment } from '#yui/fulfilment';
import { DeliveryPlace, Quote, QuoteLine, WorkOrderLine } from '#yui/orders';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';
import { outcome } from './outcome.js';

const QUANTITY = 3000;
const today = todayInTokyo(new Date());

describe('A change the desk proposes', () => {
  let product: Product;
  let second: Product;
  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
  });
  afterAll(() => product.close());

  type Order = Awaited<ReturnType<typeof placedOrder>>;
  const offer = async (order: Order, change: object, more: object = {}) =>
    (
      await product.get(OfferAmendment).execute(order.desk, {
        idempotencyKey: newKey(),
        workOrderId: order.workOrderId,
        reason: '紙の値段が上がったため',
        lines: [{ workOrderLineId: order.lineId, ...change }],
        ...more,
      })
    ).amendmentId;
  const answer = (order: Order, amendmentId: string, isAgreed: boolean, reason: string | null = null, side = product) =>
    side.get(AnswerAmendment).execute(order.buyer, { idempotencyKey: newKey(), amendmentId, isAgreed, reason });
  const withdraw = (order: Order, amendmentId: string, side = product) =>
    side.get(WithdrawAmendment).execute(order.desk, { idempotencyKey: newKey(), amendmentId });
  const sayYes = async ({ id, facilityId }: Assignment) =>
    product
      .get(AcceptAssignment)
      .execute(await product.as('FACILITY_ADMIN', facilityId), { idempotencyKey: newKey(), assignmentId: id });
  const line = async ({ lineId }: Order) => product.db.manager.findOneByOrFail(WorkOrderLine, { id: lineId });
  const stateOf = async (id: string) => (await product.db.manager.findOneByOrFail(Amendment, { id })).status;
  const priceOf = async ({ workOrderId }: Order) => {
    const { id, version, amountYen } = await product.db.manager.findOneByOrFail(Quote, {
      workOrderId,
      status: 'ACCEPTED',
    });
    const { unitPriceSen } = await product.db.manager.findOneByOrFail(QuoteLine, { quoteId: id });
    return { version, amountYen, unitPriceSen };
  };
  const actionsOf = async (order: Order, who: Order['buyer']) =>
    product
      .get(AmendmentQueries)
      .ofWorkOrders(who, [order.workOrderId])
      .then((all) => all.map((each) => product.get(AmendmentQueries).availableActions(who, each)));

  it('changes quantity, day and price when the buyer agrees, and nothing before', async () => {
    const order = await placedOrder(product, QUANTITY);
    const later = addWorkingDays(today, 30);
    const before = { line: await line(order), price: await priceOf(order) };
    const id = await offer(order, { quantity: 3500, dueOn: later, unitPriceSen: 450 });
    expect({ line: await line(order), price: await priceOf(order) }).toEqual(before);
    expect(await actionsOf(order, order.buyer)).toEqual([['accept', 'refuse']]);
    expect(await actionsOf(order, order.desk)).toEqual([['withdraw']]);
    const own = { idempotencyKey: newKey(), amendmentId: id };
    await expect(product.get(AcceptAmendment).execute(order.desk, own)).rejects.toThrow('ACCESS.NOT_FOUND');
    const refusal = { idempotencyKey: newKey(), amendmentId: id, reason: 'やめます' };
    await expect(product.get(RefuseAmendment).execute(order.desk, refusal)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(product.get(WithdrawAmendment).execute(order.buyer, own)).rejects.toThrow('ACCESS.NOT_FOUND');
    await answer(order, id, true);
    expect(await line(order)).toMatchObject({ quantity: 3500, dueOn: later });
    expect(await priceOf(order)).toEqual({ version: 2, amountYen: 15_750, unitPriceSen: 450 });
    expect(await stateOf(id)).toBe('ACCEPTED');
    await expect(answer(order, id, true)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
  });

  it('takes the places of a line along: as many units and as late as the line now is', async () => {
    const order = await placedOrder(product, QUANTITY);
    const { id: workOrderLineId, deskId, buyerId, workOrderId, dueOn } = await line(order);
    const soon = addWorkingDays(today, 10);
    const given = [
      { name: '本庁舎', quantity: 2000, dueOn },
      { name: '図書館', quantity: 1000, dueOn: soon },
    ].map((place, index) => ({
      ...{ id: newKey(), deskId, buyerId, workOrderId, workOrderLineId, position: index + 1 },
      ...{ departmentId: null, address: '', ...place },
    }));
    await product.db.manager.insert(DeliveryPlace, given);
    const places = async () => {
      const rows = await product.db.manager.find(DeliveryPlace, {
        where: { workOrderLineId },
        order: { position: 'ASC' },
      });
      return rows.map(({ id, quantity, dueOn: day }) => [id, quantity, day]);
    };
    const [main, library] = given.map(({ id }) => id);
    const later = addWorkingDays(dueOn, 5);
    await answer(order, await offer(order, { quantity: 1500, dueOn: later }), true);
    expect(await places()).toEqual([
      [main, 500, later],
      [library, 1000, soon],
    ]);
    const sooner = addWorkingDays(today, 9);
    await answer(order, await offer(order, { quantity: 4000, dueOn: sooner }), true);
    expect(await places()).toEqual([
      [main, 500, sooner],
      [library, 1000, sooner],
    ]);
    await answer(order, await offer(order, { quantity: 400 }), true);
    expect((await places()).map(([, quantity]) => quantity)).toEqual([400]);
  });

  it('stays what it was when the buyer refuses, which needs a reason, or the desk takes it back', async () => {
    const order = await placedOrder(product, QUANTITY);
    const before = { line: await line(order), price: await priceOf(order) };
    const first = await offer(order, { unitPriceSen: 500 });
    await expect(offer(order, { quantity: 10 })).rejects.toThrow('AMENDMENT.PROPOSED_BEFORE');
    const asked = { idempotencyKey: newKey(), workOrderId: order.workOrderId, reason: '減らしたい' };
    const lines = [{ workOrderLineId: order.lineId, quantity: 10 }];
    const ofBuyer = product.get(ProposeAmendment).execute(order.buyer, { ...asked, lines });
    await expect(ofBuyer).rejects.toThrow('AMENDMENT.PROPOSED_BEFORE');
    await expect(answer(order, first, false)).rejects.toThrow('INPUT.TEXT_EMPTY');
    await answer(order, first, false, '予算が決まっているため');
    expect(await stateOf(first)).toBe('REFUSED');
    const again = await offer(order, { specification: '角形2号' });
    await withdraw(order, again);
    await expect(answer(order, again, true)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    await expect(offer(order, { unitPriceSen: 400 })).rejects.toThrow('AMENDMENT.NOTHING_CHANGES');
    expect({ line: await line(order), price: await priceOf(order) }).toEqual(before);
  });

  it('says beforehand whose share shrinks, is tried out at once, and keeps that from the buyer', async () => {
    const order = await placedOrder(product, QUANTITY);
    await splitAndSend(product, order.lineId);
    const shares = await assignmentsOf(product, order.workOrderId);
    for (const share of shares) await sayYes(share);
    await expect(offer(order, { quantity: QUANTITY - 100 })).rejects.toThrow('AMENDMENT.CUTS_DIFFER');
    const cut = { assignmentId: shares[0]!.id, units: shares[0]!.offeredUnits - 100 };
    const id = await offer(order, { quantity: QUANTITY - 100 }, { cuts: [cut] });
    const rows = async (who: Order['buyer']) =>
      product
        .get(UnitOfWork)
        .read(who, async (db) => db.query<object[]>('SELECT FROM amendment_plan WHERE amendment_id = $1', [id]));
    expect([await rows(order.buyer), await rows(order.desk)].map(({ length }) => length)).toEqual([0, 1]);
    await answer(order, id, true);
    const [first] = (await assignmentsOf(product, order.workOrderId)).filter((row) => row.id === cut.assignmentId);
    expect(first?.acceptedUnits).toBe(cut.units);
    const { booked, carried } = await promisedSeconds(product);
    expect(booked).toBe(carried);
  });

  it('is not done otherwise than it was said: who accepted since makes the desk propose it again', async () => {
    const order = await placedOrder(product, QUANTITY);
    await splitAndSend(product, order.lineId);
    const shares = await assignmentsOf(product, order.workOrderId);
    const id = await offer(order, { quantity: 10 });
    for (const share of shares) await sayYes(share);
    await expect(answer(order, id, true)).rejects.toThrow('AMENDMENT.OVERTAKEN');
    expect((await line(order)).quantity).toBe(QUANTITY);
    expect(await stateOf(id)).toBe('PROPOSED');
  });

  it('is agreed to or taken back, never both', async () => {
    for (let round = 0; round < 3; round += 1) {
      const order = await placedOrder(product, QUANTITY);
      const id = await offer(order, { quantity: 3300 });
      const done = await Promise.all([
        outcome(answer(order, id, true)),
        outcome(withdraw(order, id, second)),
        outcome(answer(order, id, true, null, second)),
      ]);
      expect(done.filter((code) => code === 'ok')).toHaveLength(1);
      expect((await line(order)).quantity).toBe((await stateOf(id)) === 'ACCEPTED' ? 3300 : QUANTITY);
    }
  });

  describe('by the link of a mail or letter', () => {
    const request = { requestId: 'by-link', address: '192.0.2.7' };
    const linkTo = async (amendmentId: string, accountId: string | null) =>
      product.get(UnitOfWork).run(SYSTEM, async (tx) => makeAmendmentLink(tx, { amendmentId, accountId }));

    it('is shown, looked at once more, and answered once, in the name of who was written to', async () => {
      const order = await placedOrder(product, QUANTITY);
      const id = await offer(order, { unitPriceSen: 450 });
      const token = (await linkTo(id, order.buyer.accountId)) ?? '';
      const links = product.get(AnswerAmendmentByLink);
      expect(await links.show(token, request)).toMatchObject({
        state: 'OPEN',
        orderTitle: '案内状の封入',
        changes: [{ unitPriceSen: 450, previousUnitPriceSen: 400, unit: '通' }],
        yen: { before: 13_200, after: 14_850 },
      });
      const yes = { isAgreed: true };
      expect(await links.review(token, yes, request)).toMatchObject({ state: 'AGREED' });
      expect(await stateOf(id)).toBe('PROPOSED');
      await expect(links.execute(token, { isAgreed: false, reason: '' }, request)).rejects.toThrow('INPUT.TEXT_EMPTY');
      expect(await links.execute(token, yes, request)).toMatchObject({ state: 'AGREED', yen: null });
      expect(await links.execute(token, yes, request)).toMatchObject({ state: 'AGREED' });
      expect(await priceOf(order)).toEqual({ version: 2, amountYen: 13_500, unitPriceSen: 450 });
      expect(await linkTo(id, order.buyer.accountId)).toBeNull();
      await expect(links.show('x'.repeat(43), request)).rejects.toThrow('ANSWER_LINK.UNKNOWN');
    });

    it('of a letter is of the buyer itself, and ends the letter before', async () => {
      const order = await placedOrder(product, QUANTITY);
      const id = await offer(order, { quantity: 3100 });
      const links = product.get(AnswerAmendmentByLink);
      const [old, fresh] = [(await linkTo(id, null)) ?? '', (await linkTo(id, null)) ?? ''];
      await expect(links.show(old, request)).rejects.toThrow('ANSWER_LINK.REPLACED');
      await expect(links.execute(old, { isAgreed: true }, request)).rejects.toThrow('ANSWER_LINK.REPLACED');
      const no = { isAgreed: false, reason: '数は足りています' };
      expect(await links.execute(fresh, no, request)).toMatchObject({ state: 'REFUSED', refusalReason: no.reason });
      expect((await line(order)).quantity).toBe(QUANTITY);
      await expect(links.execute(fresh, { isAgreed: true }, request)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    });
  });
});
