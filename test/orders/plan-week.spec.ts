import { DataSource } from 'typeorm';
import { describeWeek } from '../../apps/api/allocations/describe-week.js';
import { PlanWeek } from '#yui/fulfilment';
import { createProduct, type Product } from '../harness/product.js';
import { recordStatements } from '../harness/record-statements.js';
import { assignmentsOf, placedOrder, splitAndSend } from './order-fixtures.js';

describe('All open lines at once', () => {
  let product: Product;
  beforeAll(async () => {
    product = await createProduct();
  });
  afterAll(() => product.close());

  it('share the same days without promising one twice, and omit what is offered already', async () => {
    const desk = await product.as('DESK_COORDINATOR');
    expect(await product.get(PlanWeek).execute(desk)).toEqual({
      lines: [],
      result: null,
      facilityNames: new Map(),
    });

    const first = await placedOrder(product, 30_000, 15);
    const second = await placedOrder(product, 20_000, 20);
    const offered = await placedOrder(product, 3000, 20);
    await splitAndSend(product, offered.lineId);

    const { lines, result } = await product.get(PlanWeek).execute(desk);
    expect(lines.map((row) => row.line.id)).toEqual([first.lineId, second.lineId]);
    expect(result?.lines.map((row) => row.unplaced)).toEqual([0, 0]);
    const unitsOf = (stepId: string) =>
      result?.shares.filter((share) => share.lineId === stepId).reduce((sum, share) => sum + share.units, 0);
    expect([unitsOf(first.stepId), unitsOf(second.stepId)]).toEqual([30_000, 20_000]);
    expect(await assignmentsOf(product, first.workOrderId)).toEqual([]);

    // However many are open, they are read together.
    const statements = () => recordStatements(product.get(DataSource), async () => product.get(PlanWeek).execute(desk));
    const two = (await statements()).length;
    await placedOrder(product, 1000, 20);
    expect(await statements()).toHaveLength(two);
  });

  it('say which facilities have no more time when there is too much', async () => {
    const desk = await product.as('DESK_COORDINATOR');
    await placedOrder(product, 900_000, 10);
    const plan = await product.get(PlanWeek).execute(desk);
    expect(plan.result?.unplaced).toBeGreaterThan(0);
    expect(plan.result?.bottlenecks[0]?.facilities.length).toBeGreaterThan(3);

    const { sentencesJa, sentencesEn, bottlenecks } = describeWeek(plan);
    const [first] = bottlenecks[0]!.facilityIds;
    expect(sentencesJa[1]).toMatch(/^[\d,]+を配分できません。「.+」ができるのは/);
    expect(sentencesJa[1]).toContain(plan.facilityNames.get(first!));
    expect(sentencesEn).toHaveLength(sentencesJa.length);
  });
});
