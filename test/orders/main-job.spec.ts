import { install } from '@sinonjs/fake-timers';
import { addDays, todayInTokyo } from '#yui/calendar';
import {
  AcceptAssignment,
  AcceptPartOfAssignment,
  AcceptWork,
  ApproveAllocation,
  type Assignment,
  AssignmentQueries,
  ConfirmPart,
  DeclineAssignment,
  Delivery,
  ExpireAssignments,
  InspectDelivery,
  placementOf,
  PlanAllocation,
  RemindAssignments,
  ReportDelivery,
  ReportProgress,
  SendAssignments,
} from '#yui/fulfilment';
import { WorkOrder } from '#yui/orders';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';

const QUANTITY = 50_000;

describe('50,000 envelopes', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;

  beforeAll(async () => {
    product = await createProduct();
    order = await placedOrder(product, QUANTITY);
  });
  afterAll(() => product.close());

  const status = async () => (await product.db.manager.findOneByOrFail(WorkOrder, { id: order.workOrderId })).status;
  const assignments = () => assignmentsOf(product, order.workOrderId);
  const placement = async () => placementOf(QUANTITY, await assignments());
  const facilityOf = (assignment: Assignment) => product.as('FACILITY_ADMIN', assignment.facilityId);
  const inStates = async (...states: string[]) => (await assignments()).filter((row) => states.includes(row.status));
  const moveClock = (minutes: number) =>
    product.db.query('UPDATE clock_shift SET shift = shift + make_interval(mins => $1)', [minutes]);
  const answer = async (assignment: Assignment) =>
    product
      .get(AcceptAssignment)
      .execute(await facilityOf(assignment), { idempotencyKey: newKey(), assignmentId: assignment.id });

  it('are split over many facilities, each with its reason, and all units are placed', async () => {
    const plan = await product.get(PlanAllocation).execute(order.desk, { stepId: order.stepId });
    expect(plan.result.placed).toBe(QUANTITY);
    expect(plan.result.proof.status).toBe('OPTIMAL');
    const shares = plan.result.shares.filter((share) => share.units > 0);
    expect(shares.length).toBeGreaterThan(5);
    for (const share of shares) expect(share.units).toBeLessThanOrEqual(share.capacityUnits);
    expect(await assignments()).toEqual([]);
  });

  it('cannot be set by hand for a facility that does no such work', async () => {
    const [stranger] = await product.db.query<[{ id: string }]>(
      `SELECT id FROM facility WHERE NOT EXISTS (SELECT 1 FROM capability
         WHERE facility_id = facility.id AND work_type_code = 'ENVELOPE_STUFFING') ORDER BY id LIMIT 1`,
    );
    const plan = product.get(PlanAllocation).execute(order.desk, {
      stepId: order.stepId,
      options: { pinned: [{ facilityId: stranger.id, units: 100, reason: '頼まれたため' }] },
    });
    await expect(plan).rejects.toThrow('ALLOCATION.OPTIONS_UNUSABLE');
  });

  it('are not sent on the word of a plan that is out of date', async () => {
    const stale = product.get(ApproveAllocation).execute(order.desk, {
      idempotencyKey: newKey(),
      stepId: order.stepId,
      snapshotHash: 'of another plan',
    });
    await expect(stale).rejects.toThrow('ALLOCATION.STALE');
    await expect(
      product.get(SendAssignments).execute(order.desk, { idempotencyKey: newKey(), workOrderId: order.workOrderId }),
    ).rejects.toThrow('ASSIGNMENT.NOTHING_TO_SEND');
  });

  it('are offered, declined, taken in part, reminded of and let go, and the remainder shows at once', async () => {
    await splitAndSend(product, order.lineId);
    expect(await status()).toBe('ALLOCATING');
    const [declines, takesPart, ...rest] = await inStates('OFFERED');
    const silent = rest.at(-1);
    if (!declines || !takesPart || !silent) throw new Error('Too few offers');

    await product.get(DeclineAssignment).execute(await facilityOf(declines), {
      idempotencyKey: newKey(),
      assignmentId: declines.id,
      reason: '職員が休みのため',
    });
    const part = Math.floor(takesPart.offeredUnits / 2);
    const takePart = {
      idempotencyKey: newKey(),
      assignmentId: takesPart.id,
      units: part,
      reason: 'ほかの仕事と重なるため',
    };
    await product.get(AcceptPartOfAssignment).execute(await facilityOf(takesPart), takePart);
    // Saying the same again, even with a new key, is no error; saying something else is.
    await product
      .get(AcceptPartOfAssignment)
      .execute(await facilityOf(takesPart), { ...takePart, idempotencyKey: newKey() });
    await expect(answer(takesPart)).rejects.toThrow('ASSIGNMENT.ANSWERED_DIFFERENTLY');
    for (const assignment of rest.slice(0, -1)) await answer(assignment);

    await withClockOff(3, async () => {
      expect(await product.get(RemindAssignments).execute()).toBe(0);
      expect(await product.get(ExpireAssignments).execute()).toBe(0);
    });
    const reminder = silent.remindAt!.getTime() - Date.now();
    await moveClock(Math.ceil(reminder / 60_000) + 1);
    expect(await product.get(RemindAssignments).execute()).toBe(1);
    expect(await product.get(RemindAssignments).execute()).toBe(0);
    expect(await product.get(ExpireAssignments).execute()).toBe(0);
    await moveClock(Math.ceil((silent.answerBy!.getTime() - silent.remindAt!.getTime()) / 60_000) + 1);
    await expect(answer(silent)).rejects.toThrow('ASSIGNMENT.DEADLINE_PASSED');
    const queries = product.get(AssignmentQueries);
    const late = await facilityOf(silent);
    await withClockOff(-3, async () => {
      expect(queries.availableActions(late, await queries.get(late, silent.id))).toEqual([]);
      await expect(answer(silent)).rejects.toThrow('ASSIGNMENT.DEADLINE_PASSED');
      expect(await product.get(ExpireAssignments).execute()).toBe(1);
    });
    await expect(answer(silent)).rejects.toThrow('ASSIGNMENT.DEADLINE_PASSED');

    const { placed, unplaced } = await placement();
    expect(placed + unplaced).toBe(QUANTITY);
    expect(unplaced).toBe(declines.offeredUnits + (takesPart.offeredUnits - part) + silent.offeredUnits);
  });

  it('have their remainder split again without touching what was accepted', async () => {
    const before = await inStates('ACCEPTED', 'PARTLY_ACCEPTED');
    await splitAndSend(product, order.lineId);
    expect((await placement()).unplaced).toBe(0);
    const after = await inStates('ACCEPTED', 'PARTLY_ACCEPTED');
    expect(after.map((row) => [row.id, row.acceptedUnits])).toEqual(before.map((row) => [row.id, row.acceptedUnits]));
    const refused = new Set((await inStates('DECLINED', 'EXPIRED', 'PARTLY_ACCEPTED')).map((row) => row.facilityId));
    for (const offer of await inStates('OFFERED')) expect(refused.has(offer.facilityId)).toBe(false);
  });

  it('go into production when the last yes is firm', async () => {
    for (const offer of await inStates('OFFERED')) await answer(offer);
    expect(await status()).toBe('ALLOCATING');
    for (const part of await inStates('PARTLY_ACCEPTED')) {
      await product.get(ConfirmPart).execute(order.desk, { idempotencyKey: newKey(), assignmentId: part.id });
    }
    expect(await status()).toBe('IN_PRODUCTION');
    const { booked, carried } = await promisedSeconds(product);
    const expected = (await inStates('ACCEPTED')).reduce(
      (sum, row) => sum + (row.acceptedUnits ?? 0) * row.secondsPerUnit,
      0,
    );
    expect([booked, carried]).toEqual([expected, expected]);
  });

  it('are delivered in parts, inspected, made good, reduced, and accepted', async () => {
    const accepted = await inStates('ACCEPTED');
    for (const [index, assignment] of accepted.entries()) {
      const facility = await facilityOf(assignment);
      const units = assignment.acceptedUnits ?? 0;
      const half = Math.floor(units / 2);
      const key = () => ({ idempotencyKey: newKey(), assignmentId: assignment.id });
      await product.get(ReportProgress).execute(facility, { ...key(), doneUnits: half });
      await expect(product.get(ReportProgress).execute(facility, { ...key(), doneUnits: half - 1 })).rejects.toThrow(
        'ASSIGNMENT.DONE_OUT_OF_RANGE',
      );
      await product.get(ReportDelivery).execute(facility, { ...key(), units: half });
      await expect(product.get(ReportDelivery).execute(facility, { ...key(), units })).rejects.toThrow(
        'ASSIGNMENT.DELIVERY_OUT_OF_RANGE',
      );
      await product.get(ReportDelivery).execute(facility, { ...key(), units: units - half });
      const deliveries = await product.db.manager.find(Delivery, {
        where: { assignmentId: assignment.id },
        order: { id: 'ASC' },
      });
      const inspect = (deliveryId: string, defects: object) =>
        product
          .get(InspectDelivery)
          .execute(order.desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0, ...defects });
      const today = todayInTokyo((await product.db.query<[{ now: Date }]>('SELECT yui_now() AS now'))[0].now);
      if (index === 0) {
        await expect(inspect(deliveries[0]!.id, { defectUnits: 3 })).rejects.toThrow('INSPECTION.HANDLING_MISSING');
        await inspect(deliveries[0]!.id, { defectUnits: 3, defectHandling: 'REWORK', reworkDueOn: addDays(today, 3) });
        await inspect(deliveries[1]!.id, {});
        await expect(inspect(deliveries[1]!.id, {})).rejects.toThrow('INSPECTION.DONE_BEFORE');
        const { deliveryId } = await product.get(ReportDelivery).execute(facility, { ...key(), units: 3 });
        await inspect(deliveryId, {});
      } else {
        await inspect(deliveries[1]!.id, {});
        await inspect(deliveries[0]!.id, index === 1 ? { defectUnits: 2, defectHandling: 'REDUCE' } : {});
      }
    }
    expect(await status()).toBe('DELIVERED');
    expect((await assignments()).filter((row) => row.status === 'INSPECTED').length).toBe(accepted.length);
    expect(await promisedSeconds(product)).toEqual({ booked: 0, carried: 0 });

    await product.get(AcceptWork).execute(order.buyer, { idempotencyKey: newKey(), workOrderId: order.workOrderId });
    expect(await status()).toBe('ACCEPTED');
    const { placed, unplaced } = await placement();
    expect([placed, unplaced]).toEqual([QUANTITY - 2, 2]);
    const again = product
      .get(AcceptWork)
      .execute(order.buyer, { idempotencyKey: newKey(), workOrderId: order.workOrderId });
    await expect(again).rejects.toThrow('TRANSITION.NOT_ALLOWED');
  });
});

/** As on a replica whose clock is some days fast, or slow: deadlines follow the database. */
async function withClockOff(days: number, work: () => Promise<void>): Promise<void> {
  const clock = install({ now: Date.now() + days * 86_400_000, toFake: ['Date'] });
  try {
    await work();
  } finally {
    clock.uninstall();
  }
}
