import { describeSnapshot } from '../../apps/api/allocations/describe-snapshot.js';
import type { AllocationSnapshotType } from '../../apps/api/allocations/snapshot.types.js';
import {
  AllocationQueries,
  AllocationShare,
  DeclineAssignment,
  PlanAllocation,
  ReadSnapshot,
  ReplayAllocation,
  type SplitOptionsInput,
} from '#yui/fulfilment';
import {
  hashSnapshot,
  splitKeepingOffers,
  type SplitResult,
  type SplitShare,
  type SplitSnapshot,
  withDecisions,
} from '#yui/matching';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from './order-fixtures.js';

describe('What a page splits itself', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;
  beforeAll(async () => {
    product = await createProduct();
    order = await placedOrder(product, 30_000);
  });
  afterAll(() => product.close());

  /** As it comes to a browser. */
  const read = async (options: SplitOptionsInput | null, laterDays = 0): Promise<AllocationSnapshotType> => {
    const snapshot = await product.get(ReadSnapshot).execute(order.desk, { stepId: order.stepId, options, laterDays });
    return JSON.parse(JSON.stringify(describeSnapshot(snapshot))) as AllocationSnapshotType;
  };
  const snapshotOf = ({ parameters, ...answer }: AllocationSnapshotType): SplitSnapshot => ({
    orderKey: answer.orderKey,
    quantity: answer.quantity,
    lotSize: answer.lotSize,
    maxFacilities: parameters.maxFacilities,
    rule: parameters.rule,
    measure: parameters.measure,
    priceTolerance: parameters.priceTolerancePermille / 1000,
    candidates: answer.candidates.map(({ laterCapacityUnits: _later, ...row }) => row),
  });

  /** What the page comes to with these decisions, and what the api plans for the same. */
  async function both({ excluded, pinned, ...settings }: SplitOptionsInput) {
    const answer = await read(settings);
    const snapshot = withDecisions(snapshotOf(answer), {
      excluded: new Map((excluded ?? []).map(({ facilityId, reason }) => [facilityId, reason])),
      pinned: new Map((pinned ?? []).map(({ facilityId, units }) => [facilityId, units])),
    });
    const offers = answer.openOffers.map(({ facilityId, units }) => ({ facilityId, offeredUnits: units }));
    const options = { ...settings, excluded: excluded ?? null, pinned: pinned ?? null };
    const plan = await product.get(PlanAllocation).execute(order.desk, { stepId: order.stepId, options });
    return { page: splitKeepingOffers(snapshot, offers), plan, answer };
  }

  const DECISIONS: Readonly<Record<string, (ids: readonly string[]) => SplitOptionsInput>> = {
    'nothing set': () => ({}),
    'a facility omitted and one set by hand': ([a, b]) => ({
      excluded: [{ facilityId: a!, reason: '今月は別の仕事' }],
      pinned: [{ facilityId: b!, units: 1_200, reason: '電話で確認' }],
    }),
    'another rule, a limit and prices of their own': () => ({ rule: 'ADAMS', maxFacilities: 3, prices: 'OWN' }),
    'levelled by minutes, cheaper within a tolerance': () => ({ measure: 'MINUTES', priceTolerancePermille: 100 }),
  };

  const told = ({ facilityId, units, reason: { code, ineligible } }: SplitShare) => ({
    facilityId,
    units,
    code,
    why: [ineligible?.code, ineligible?.note ?? null],
  });

  async function compareAll(): Promise<void> {
    const able = (await read(null)).candidates.filter(({ ineligible }) => ineligible === null);
    for (const decide of Object.values(DECISIONS)) {
      const { page, plan } = await both(decide(able.map(({ facilityId }) => facilityId)));
      expect(page.result.snapshotHash).toBe(plan.result.snapshotHash);
      expect(page.result.proof).toEqual(plan.result.proof);
      expect(page.result.shares.map(told)).toEqual(plan.result.shares.map(told));
      expect(page.changes).toEqual(plan.changes);
    }
  }

  it('comes to the hash, the shares and the reasons of the api, whatever is set', async () => {
    const answer = await read(null);
    expect(hashSnapshot(snapshotOf(answer))).toBe(answer.snapshotHash);
    expect(answer).toMatchObject({
      quantity: 30_000,
      committedUnits: 0,
      openOffers: [],
    });
    expect(answer.orderNumber).toMatch(/^KOCHI-/);
    await compareAll();
  });

  it('and when offers are out and one was declined', async () => {
    await splitAndSend(product, order.lineId);
    const [declined] = await assignmentsOf(product, order.workOrderId);
    const facility = await product.as('FACILITY_ADMIN', declined!.facilityId);
    await product
      .get(DeclineAssignment)
      .execute(facility, { idempotencyKey: newKey(), assignmentId: declined!.id, reason: '満杯' });
    const { openOffers, candidates } = await read(null);
    expect(openOffers.length).toBeGreaterThan(0);
    const row = candidates.find(({ facilityId }) => facilityId === declined!.facilityId);
    expect(row?.ineligible).toEqual({ code: 'DECLINED', note: '満杯' });
    await compareAll();
  });

  it('answers for each member when it is approved, keeps rows of those who can do something, and splits the same again', async () => {
    const [allocation] = await product.get(AllocationQueries).ofLines(order.desk, [order.lineId]);
    const { id: allocationId } = allocation!;
    const result = allocation!.result as SplitResult;
    const answered = await product.get(AllocationQueries).sharesOf(order.desk, [allocationId]);
    expect(answered.map(({ facilityId }) => facilityId).sort()).toEqual(
      result.shares.map(({ facilityId }) => facilityId).sort(),
    );
    expect(answered.every(({ reasonJa, reasonEn }) => reasonJa !== '' && reasonEn !== '')).toBe(true);
    const able = new Set(
      result.shares.filter(({ capacityUnits }) => capacityUnits > 0).map((share) => share.facilityId),
    );
    expect(able.size).toBeLessThan(result.shares.length);
    const stored = await product.db.manager.findBy(AllocationShare, { allocationId });
    expect(new Set(stored.map(({ facilityId }) => facilityId))).toEqual(able);
    const replay = { allocationId, isIdentical: true, isReplayable: true, differences: [] };
    expect(await product.get(ReplayAllocation).execute(order.desk, { allocationId })).toEqual(replay);
    const [first] = stored.filter(({ units }) => units > 0);
    await product.db.query(
      'UPDATE allocation_share SET units = units + 1 WHERE allocation_id = $1 AND facility_id = $2',
      [allocationId, first!.facilityId],
    );
    expect(await product.get(ReplayAllocation).execute(order.desk, { allocationId })).toMatchObject({
      isIdentical: false,
      differences: [
        { facilityId: first!.facilityId, fromUnits: Number(first!.units) + 1, toUnits: Number(first!.units) },
      ],
    });
  });

  it('says what later dates would bring when asked, which does not change the hash', async () => {
    const [now, later] = [await read(null), await read(null, 14)];
    expect(later.snapshotHash).toBe(now.snapshotHash);
    const able = later.candidates.filter(({ capacityUnits }) => capacityUnits > 0);
    expect(able.length).toBeGreaterThan(0);
    for (const { capacityUnits, laterCapacityUnits } of able) {
      expect(laterCapacityUnits).toHaveLength(14);
      const rising = [capacityUnits, ...laterCapacityUnits];
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
    }
  });
});
