import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
import { CapacityPromise } from '#yui/directory';
import {
  AcceptAssignment,
  AcceptWork,
  type Assignment,
  AssignmentQueries,
  DeliveryQueries,
  InspectDelivery,
  ReportDelivery,
} from '#yui/fulfilment';
import {
  AmendmentQueries,
  AnswerRejection,
  AskRework,
  CancellationQueries,
  DeemAccepted,
  ProposeAmendment,
  RejectionQueries,
  RejectWork,
  RequestCancellation,
} from '#yui/changes';
import { Quote, WorkOrder } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';

const QUANTITY = 600;

describe('Work that has to be made good', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;
  let shares: Assignment[];
  const today = todayInTokyo(new Date());

  beforeAll(async () => {
    product = await createProduct();
  });
  beforeEach(async () => {
    order = await placedOrder(product, QUANTITY);
    await splitAndSend(product, order.lineId);
    for (const { id, facilityId } of await assignmentsOf(product, order.workOrderId)) {
      await product
        .get(AcceptAssignment)
        .execute(await product.as('FACILITY_ADMIN', facilityId), { idempotencyKey: newKey(), assignmentId: id });
    }
    shares = await assignmentsOf(product, order.workOrderId);
  });
  afterAll(() => product.close());

  const share = () => shares[0]!;
  const now = async (id = share().id) =>
    (await assignmentsOf(product, order.workOrderId)).find((row) => row.id === id)!;
  const actions = async (actor: PersonActor) => {
    const queries = product.get(AssignmentQueries);
    return queries.availableActions(actor, await queries.get(actor, share().id));
  };
  const orderNow = async () => product.db.manager.findOneByOrFail(WorkOrder, { id: order.workOrderId });
  const deliver = async (row: Assignment, units = row.acceptedUnits ?? 0) =>
    (
      await product.get(ReportDelivery).execute(await product.as('FACILITY_ADMIN', row.facilityId), {
        idempotencyKey: newKey(),
        assignmentId: row.id,
        units,
      })
    ).deliveryId;
  const inspect = async (deliveryId: string, found: object = {}) =>
    product
      .get(InspectDelivery)
      .execute(order.desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0, ...found });
  const deliverAll = async () => {
    for (const row of shares) await inspect(await deliver(row));
    expect((await orderNow()).status).toBe('DELIVERED');
  };
  const reject = async (units = 50) =>
    product.get(RejectWork).execute(order.buyer, {
      idempotencyKey: newKey(),
      workOrderId: order.workOrderId,
      reason: '封がはがれています',
      lines: [{ workOrderLineId: order.lineId, units, toRedo: '貼り直してください' }],
    });
  const askRework = async (rejectionId: string, change: object = {}) =>
    product.get(AskRework).execute(order.desk, {
      idempotencyKey: newKey(),
      rejectionId,
      assignmentId: share().id,
      units: 50,
      toRedo: '封を貼り直す',
      reworkDueOn: addWorkingDays(today, 5),
      ...change,
    });
  const answer = async (rejectionId: string) =>
    product
      .get(AnswerRejection)
      .execute(order.desk, { idempotencyKey: newKey(), rejectionId, answer: '5日以内に直します' });

  it('takes the capacity again until its date, and is told by kind of defect', async () => {
    const deliveryId = await deliver(share());
    const found = { defectUnits: 30, defectHandling: 'REWORK', reworkDueOn: addWorkingDays(today, 5) };
    await expect(inspect(deliveryId, { ...found, defects: [{ kind: 'SEAL', units: 31 }] })).rejects.toThrow('INPUT.');
    const twice = [
      { kind: 'SEAL', units: 1 },
      { kind: 'SEAL', units: 2 },
    ];
    await expect(inspect(deliveryId, { ...found, defects: twice })).rejects.toThrow('INSPECTION.KIND_TWICE');
    const tooMany = [
      { kind: 'SEAL', units: 20 },
      { kind: 'DIRT', units: 11 },
    ];
    await expect(inspect(deliveryId, { ...found, defects: tooMany })).rejects.toThrow(
      'INSPECTION.KINDS_EXCEED_DEFECTS',
    );
    const before = await promisedSeconds(product);
    await inspect(deliveryId, {
      ...found,
      defects: [
        { kind: 'DIRT', units: 10, note: 'インクの汚れ' },
        { kind: 'SEAL', units: 20 },
      ],
    });
    expect((await now()).status).toBe('REWORK');
    const after = await promisedSeconds(product);
    expect(after.booked - before.booked).toBe(30 * share().secondsPerUnit);
    expect(after.booked).toBe(after.carried);
    expect(
      await product.db.manager.findOneByOrFail(CapacityPromise, { assignmentId: share().id, isRework: true }),
    ).toMatchObject({ units: 30, dueOn: found.reworkDueOn });
    const facility = await product.as('FACILITY_ADMIN', share().facilityId);
    // All of it was done once: there is nothing to hand back.
    expect(await actions(facility)).toEqual(['reportProgress', 'deliverPart', 'deliverRest']);
    const [seen] = await product.get(DeliveryQueries).ofAssignments(facility, [share().id]);
    expect(seen?.inspection?.defects.map(({ kind, units, note }) => [kind, units, note])).toEqual([
      ['DIRT', 10, 'インクの汚れ'],
      ['SEAL', 20, ''],
    ]);
    await inspect(await deliver(share(), 10));
    expect((await promisedSeconds(product)).booked - before.booked).toBe(20 * share().secondsPerUnit);
    await inspect(await deliver(share(), 20));
    expect(await now()).toMatchObject({ status: 'INSPECTED' });
    expect(await promisedSeconds(product)).toEqual(before);
  });

  it('is not asked for by a date the facility cannot keep', async () => {
    const deliveryId = await deliver(share());
    await product.db.query('UPDATE work_week SET work_minutes = 0 WHERE facility_id = $1', [share().facilityId]);
    const found = { defectUnits: 30, defectHandling: 'REWORK', reworkDueOn: addWorkingDays(today, 2) };
    await expect(inspect(deliveryId, found)).rejects.toThrow('CAPACITY.EXCEEDED');
    await product.db.query(
      'UPDATE work_week SET work_minutes = 600 WHERE facility_id = $1 AND weekday BETWEEN 1 AND 5',
      [share().facilityId],
    );
    await inspect(deliveryId, found);
    expect((await now()).status).toBe('REWORK');
  });

  it('after the buyer says no: goes back, is made good, and is delivered again', async () => {
    await expect(reject()).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    await deliverAll();
    await expect(reject(QUANTITY + 1)).rejects.toThrow('REJECTION.UNITS_OUT_OF_RANGE');
    const { rejectionId } = await reject();
    expect(await orderNow()).toMatchObject({ status: 'IN_PRODUCTION', deliveredAt: null });
    await expect(
      product.get(AcceptWork).execute(order.buyer, { idempotencyKey: newKey(), workOrderId: order.workOrderId }),
    ).rejects.toThrow('TRANSITION.NOT_ALLOWED');

    await expect(askRework(rejectionId, { units: (share().acceptedUnits ?? 0) + 1 })).rejects.toThrow(
      'REJECTION.UNITS_OUT_OF_RANGE',
    );
    await expect(askRework(rejectionId, { reworkDueOn: addDays(today, -1) })).rejects.toThrow(
      'REJECTION.DATE_OUT_OF_RANGE',
    );
    const before = await promisedSeconds(product);
    await askRework(rejectionId);
    expect((await now()).status).toBe('REWORK');
    expect((await promisedSeconds(product)).booked - before.booked).toBe(50 * share().secondsPerUnit);
    await answer(rejectionId);
    await expect(answer(rejectionId)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    await expect(askRework(rejectionId)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    expect((await orderNow()).status).toBe('IN_PRODUCTION');
    await expect(deliver(share(), 51)).rejects.toThrow('ASSIGNMENT.DELIVERY_OUT_OF_RANGE');
    await inspect(await deliver(share(), 50));
    expect((await orderNow()).status).toBe('DELIVERED');
    expect(await promisedSeconds(product)).toEqual(before);

    const queries = product.get(RejectionQueries);
    const [seen] = await queries.ofWorkOrders(order.buyer, [order.workOrderId]);
    expect(seen).toMatchObject({ status: 'ANSWERED', answer: '5日以内に直します', lines: [{ units: 50 }] });
    const facility = await product.as('FACILITY_ADMIN', share().facilityId);
    expect(await queries.ofWorkOrders(facility, [order.workOrderId])).toEqual([]);
    expect(await queries.returnedOf(facility, [share().id])).toMatchObject([{ units: 50, toRedo: '封を貼り直す' }]);
    const [stranger] = await product.db.query<[{ id: string }]>(
      'SELECT id FROM facility WHERE id <> $1 ORDER BY id LIMIT 1',
      [share().facilityId],
    );
    const other = await product.as('FACILITY_ADMIN', stranger.id);
    expect(await queries.returnedOf(other, [share().id])).toEqual([]);
    await product.get(AcceptWork).execute(order.buyer, { idempotencyKey: newKey(), workOrderId: order.workOrderId });
  });

  it('what was asked for while the work was made can only be refused once it is delivered, and no more is offered', async () => {
    const { workOrderId } = order;
    const reason = '催しが変わったため';
    await product.get(RequestCancellation).execute(order.buyer, { idempotencyKey: newKey(), workOrderId, reason });
    await product.get(ProposeAmendment).execute(order.buyer, {
      idempotencyKey: newKey(),
      workOrderId,
      reason,
      lines: [{ workOrderLineId: order.lineId, quantity: QUANTITY + 1 }],
    });
    const offered = async () => {
      const [cancellations, amendments] = [product.get(CancellationQueries), product.get(AmendmentQueries)];
      const [cancellation] = await cancellations.ofWorkOrders(order.desk, [workOrderId]);
      const [amendment] = await amendments.ofWorkOrders(order.desk, [workOrderId]);
      return [
        cancellations.availableActions(order.desk, cancellation!),
        amendments.availableActions(order.desk, amendment!),
      ];
    };
    expect(await offered()).toEqual([
      ['grant', 'refuse'],
      ['accept', 'refuse'],
    ]);
    await deliverAll();
    expect(await offered()).toEqual([['refuse'], ['refuse']]);
    // What the buyer does not accept is asked back through its rejection, and there is none.
    expect(await actions(order.desk)).toEqual([]);
  });

  it('a no that needs no rework is delivered again with the answer of the desk', async () => {
    await deliverAll();
    const { rejectionId } = await reject();
    await answer(rejectionId);
    expect((await orderNow()).status).toBe('DELIVERED');
  });

  it('one of yes and no wins when both come at once', async () => {
    await deliverAll();
    const outcomes = await Promise.allSettled([
      reject(),
      product.get(AcceptWork).execute(order.buyer, { idempotencyKey: newKey(), workOrderId: order.workOrderId }),
    ]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('silence is a yes when the days are over, where the quote says so and nowhere else', async () => {
    await deliverAll();
    const { deliveredAt } = await orderNow();
    const deem = async () => product.get(DeemAccepted).execute();
    const [terms] = await product.db.query<[{ acceptance_days: number }]>(
      'SELECT acceptance_days FROM order_terms WHERE work_order_id = $1',
      [order.workOrderId],
    );
    const moveClockTo = async (instant: string) =>
      product.db.query<unknown>('UPDATE clock_shift SET shift = $1::timestamptz - now()', [instant]);
    const lastDay = addDays(todayInTokyo(deliveredAt!), terms.acceptance_days);
    try {
      await moveClockTo(`${addDays(lastDay, 1)}T00:00:01+09:00`);
      expect(await deem()).toBe(0);
      await product.db.manager.update(Quote, { workOrderId: order.workOrderId }, { isDeemedAccepted: true });
      await moveClockTo(`${lastDay}T23:59:00+09:00`);
      expect(await deem()).toBe(0);
      await moveClockTo(`${addDays(lastDay, 1)}T00:00:01+09:00`);
      expect(await deem()).toBe(1);
      expect(await deem()).toBe(0);
    } finally {
      await product.db.query(`UPDATE clock_shift SET shift = interval '0'`);
    }
    expect((await orderNow()).status).toBe('ACCEPTED');
    expect((await assignmentsOf(product, order.workOrderId)).every((row) => row.status === 'COMPLETED')).toBe(true);
    const [events] = await product.db.query<[{ names: string[] }]>(
      `SELECT array_agg(name ORDER BY name) AS names FROM outbox_event
       WHERE payload->>'workOrderId' = $1 AND name IN ('work-order.accepted', 'work-order.deemed-accepted')`,
      [order.workOrderId],
    );
    expect(events.names).toEqual(['work-order.accepted', 'work-order.deemed-accepted']);
  });
});
