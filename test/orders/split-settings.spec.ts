import { addDays, todayInTokyo } from '#yui/calendar';
import { describePlan } from '../../apps/api/allocations/describe-plan.js';
import { type SetDeskSettingsInput, SetDeskSettings } from '#yui/directory';
import {
  AcceptAssignment,
  Allocation,
  ApproveAllocation,
  DeclineAssignment,
  PlanAllocation,
  RepairAllocation,
  type SplitOptionsInput,
  TryChange,
} from '#yui/fulfilment';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from './order-fixtures.js';

const UNSET: SetDeskSettingsInput = {
  splitMaxFacilities: null,
  splitPriceTolerancePermille: 0,
  splitPrices: 'QUOTED',
  splitRegions: [],
  splitMaxDefectPermille: null,
};

describe('How a desk splits', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;

  beforeAll(async () => {
    product = await createProduct();
    order = await placedOrder(product, 120_000);
  });
  afterAll(() => product.close());

  const set = async (settings: SetDeskSettingsInput) =>
    product.get(SetDeskSettings).execute(await product.as('DESK_ADMIN'), { ...UNSET, ...settings });
  const plan = (options: SplitOptionsInput = {}, stepId = order.stepId) =>
    product.get(PlanAllocation).execute(order.desk, { stepId, options });
  const approve = async (options: SplitOptionsInput) => {
    const { snapshotHash } = (await plan(options)).result;
    return product
      .get(ApproveAllocation)
      .execute(order.desk, { idempotencyKey: newKey(), stepId: order.stepId, options, snapshotHash });
  };
  const taking = ({ result }: Awaited<ReturnType<typeof plan>>) => result.shares.filter((share) => share.units > 0);

  it('keeps to the number of facilities the desk wants, unless the coordinator lifts it', async () => {
    await set({ splitMaxFacilities: 3 });
    const limited = await plan();
    expect(taking(limited).length).toBeLessThanOrEqual(3);
    expect(limited.result.shares.some((share) => share.reason.code === 'CUT_BY_LIMIT')).toBe(true);
    expect(taking(await plan({ maxFacilities: null })).length).toBeGreaterThan(3);
    await set({});
    expect(taking(await plan()).length).toBeGreaterThan(3);
  });

  it('says what would place the rest, checked by solving it, and what one change would do', async () => {
    await set({ splitMaxFacilities: 1 });
    const preview = await plan();
    expect(preview.result.unplaced).toBeGreaterThan(0);
    const [best] = preview.fixes;
    expect(best).toMatchObject({ placed: 120_000 });
    const more = preview.fixes.find((fix) => fix.kind === 'MORE_FACILITIES');
    if (more?.kind !== 'MORE_FACILITIES') throw new Error('More facilities would help');
    const trial = await product.get(TryChange).execute(order.desk, {
      stepId: order.stepId,
      change: { kind: 'MAX_FACILITIES', value: more.maxFacilities },
    });
    expect(trial.result.placed).toBe(more.placed);
    expect(await assignmentsOf(product, order.workOrderId)).toEqual([]);
    await set({});
    expect((await plan()).fixes).toEqual([]);
    const stranger = { kind: 'EXCLUDE' as const, facilityId: order.workOrderId };
    await expect(
      product.get(TryChange).execute(order.desk, { stepId: order.stepId, change: stranger }),
    ).rejects.toThrow('ALLOCATION.OPTIONS_UNUSABLE');
    await expect(
      product.get(TryChange).execute(order.desk, { stepId: order.stepId, change: { kind: 'QUANTITY' } }),
    ).rejects.toThrow('INPUT.NUMBER_OUT_OF_RANGE');
  });

  it('shows the level everybody is brought to, and that one lot more would be above it', async () => {
    const { waterLevel, shares } = describePlan({ ...(await plan()), fixes: [] });
    const fair = shares.filter((share) => share.reasonCode === 'FAIR_SHARE' && share.units > 0);
    expect(fair.length).toBeGreaterThan(0);
    // By Webster half of a lot counts.
    for (const { ratioBefore, loadRatio, nextRatio } of fair) {
      expect(ratioBefore).toBeLessThan(waterLevel!);
      if (nextRatio !== null) expect((loadRatio + nextRatio) / 2).toBeGreaterThan(waterLevel! - 1e-6);
    }
  });

  it('asks in the regions of the desk only', async () => {
    const [inside, outside] = taking(await plan());
    if (!inside || !outside) throw new Error('Too few facilities');
    await product.db.query(`UPDATE facility SET municipality = '高知市' WHERE id = $1`, [inside.facilityId]);
    await product.db.query(`UPDATE facility SET municipality = '南国市' WHERE id = $1`, [outside.facilityId]);
    await set({ splitRegions: ['高知市'] });
    const local = await plan();
    expect(taking(local).map((share) => share.facilityId)).toEqual([inside.facilityId]);
    const reason = local.result.shares.find((share) => share.facilityId === outside.facilityId)?.reason;
    expect(reason).toMatchObject({ code: 'INELIGIBLE', ineligible: { code: 'OUTSIDE_REGION', note: '南国市' } });
    await set({});
  });

  it('does not ask facilities whose work was worse than the desk allows, once there are enough facts', async () => {
    const other = await placedOrder(product, 3000);
    await splitAndSend(product, other.lineId);
    const [assignment] = await assignmentsOf(product, other.workOrderId);
    if (!assignment) throw new Error('Nothing was offered');
    const { facilityId } = assignment;
    const reasonNow = async () =>
      (await plan()).result.shares.find((share) => share.facilityId === facilityId)?.reason.ineligible?.code ?? null;
    await set({ splitMaxDefectPermille: 20 });
    for (let delivery = 1; delivery <= 3; delivery += 1) {
      expect(await reasonNow()).toBeNull();
      const [row] = await product.db.query<[{ id: string }]>(
        `INSERT INTO delivery (id, assignment_id, units, delivered_at)
         VALUES (gen_random_uuid(), $1, 100, now()) RETURNING id`,
        [assignment.id],
      );
      await product.db.query(
        `INSERT INTO inspection (id, delivery_id, accepted_units, defect_units, defect_handling, inspected_at)
         VALUES (gen_random_uuid(), $1, 97, 3, 'REDUCE', now())`,
        [row.id],
      );
    }
    expect(await reasonNow()).toBe('BELOW_QUALITY');
    await set({ splitMaxDefectPermille: 30 });
    expect(await reasonNow()).toBeNull();
    await set({});
  });

  it('gives public work only to facilities that count on the day', async () => {
    const [share] = taking(await plan());
    if (!share) throw new Error('Too few facilities');
    await product.db.query('UPDATE work_order SET is_public_money = true WHERE id = $1', [order.workOrderId]);
    expect(taking(await plan()).some((each) => each.facilityId === share.facilityId)).toBe(true);
    const yesterday = addDays(todayInTokyo(new Date()), -1);
    await product.db.query('UPDATE facility_eligibility SET from_on = $2, until_on = $2 WHERE facility_id = $1', [
      share.facilityId,
      yesterday,
    ]);
    const without = await plan();
    expect(without.result.shares.find((each) => each.facilityId === share.facilityId)).toMatchObject({
      units: 0,
      reason: { ineligible: { code: 'WRONG_LEGAL_KIND' } },
    });
    await product.db.query('UPDATE work_order SET is_public_money = false WHERE id = $1', [order.workOrderId]);
  });

  it('makes a line cheaper within the tolerance, when facilities have prices of their own', async () => {
    await product.db.query(
      `UPDATE capability SET unit_price_sen = 200 + abs(hashtext(facility_id::text)) % 150
       WHERE work_type_code = 'ENVELOPE_STUFFING'`,
    );
    await set({ splitPrices: 'OWN' });
    const fair = await plan();
    const cheap = await plan({ priceTolerancePermille: 200 });
    expect(new Set(fair.unitPriceSenOf.values()).size).toBeGreaterThan(3);
    expect(cheap.result.placed).toBe(fair.result.placed);
    expect(cheap.result.priceSen).toBeLessThan(fair.result.priceSen ?? 0);
    for (const share of cheap.result.shares) {
      expect(Math.abs(share.units - share.fairUnits)).toBeLessThanOrEqual(share.fairUnits * 0.2 + 1);
    }
    await set({});
    expect(new Set((await plan()).unitPriceSenOf.values()).size).toBe(1);
  });

  it('keeps what a coordinator sets differently with its reason, and approves nothing without one', async () => {
    await expect(approve({ maxFacilities: 8 })).rejects.toThrow('ALLOCATION.REASON_MISSING');
    const [share] = taking(await plan());
    const pinned = [{ facilityId: share?.facilityId ?? '', units: 100, reason: ' ' }];
    await expect(approve({ pinned })).rejects.toThrow('ALLOCATION.REASON_MISSING');
    const options = { maxFacilities: 8, reason: '運ぶ車が1台のため' };
    const { allocationId } = await approve(options);
    const allocation = await product.db.manager.findOneByOrFail(Allocation, { id: allocationId });
    expect(allocation.options).toMatchObject(options);
    const [entry] = await product.db.query<[{ change: object }]>(
      `SELECT change FROM audit_entry WHERE action = 'allocation.approve' AND subject_id = $1`,
      [allocationId],
    );
    // Who did it and how far is proved for ever; the sentence stays with the split.
    expect(entry.change).toMatchObject({
      options: { maxFacilities: 8, reason: { characters: options.reason.length } },
    });
  });

  it('repairs what a facility declined in one go, and only facilities whose share changes are told about it', async () => {
    const other = await placedOrder(product, 3000);
    await splitAndSend(product, other.lineId);
    const offered = await assignmentsOf(product, other.workOrderId);
    const [declines, ...rest] = offered;
    if (!declines || rest.length < 2) throw new Error('Too few offers');
    const answering = async (facilityId: string) => product.as('FACILITY_ADMIN', facilityId);
    await product.get(DeclineAssignment).execute(await answering(declines.facilityId), {
      idempotencyKey: newKey(),
      assignmentId: declines.id,
      reason: '職員が休みのため',
    });
    const accepted = rest[0]!;
    await product.get(AcceptAssignment).execute(await answering(accepted.facilityId), {
      idempotencyKey: newKey(),
      assignmentId: accepted.id,
    });
    const told = async () =>
      product.db.query<{ assignment_id: string }[]>(
        `SELECT payload->>'assignmentId' AS assignment_id FROM outbox_event
         WHERE name IN ('assignment.offered', 'assignment.withdrawn') AND payload->>'workOrderId' = $1`,
        [other.workOrderId],
      );
    const before = (await told()).length;

    const preview = await plan({}, other.stepId);
    await expect(
      product.get(RepairAllocation).execute(order.desk, {
        idempotencyKey: newKey(),
        stepId: other.stepId,
        snapshotHash: 'of another plan',
      }),
    ).rejects.toThrow('ALLOCATION.STALE');
    await product.get(RepairAllocation).execute(order.desk, {
      idempotencyKey: newKey(),
      stepId: other.stepId,
      snapshotHash: preview.result.snapshotHash,
    });
    const after = await assignmentsOf(product, other.workOrderId);
    const live = after.filter((row) => ['OFFERED', 'ACCEPTED'].includes(row.status));
    expect(live.reduce((sum, row) => sum + row.offeredUnits, 0)).toBe(3000);
    for (const row of rest) expect(live.map(({ id }) => id)).toContain(row.id);
    expect((await told()).length - before).toBe(preview.changes.length);
    expect(preview.changes.length).toBeGreaterThan(0);
  });
});
