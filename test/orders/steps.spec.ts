import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
import {
  AcceptAssignment,
  type Assignment,
  Delivery,
  InspectDelivery,
  LineQueries,
  PlanAllocation,
  ReportDelivery,
  ReportProgress,
} from '#yui/fulfilment';
import { IssueQuote, PlaceOrder, SetSteps, WorkOrder } from '#yui/orders';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, reviewedOrder, splitAndSend, stepsOf } from './order-fixtures.js';
import { outcome } from './outcome.js';

const QUANTITY = 3000;
const today = todayInTokyo(new Date());

describe('A line in two steps, folding and then stuffing', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof reviewedOrder>>;
  let steps: [string, string];
  let quoteId: string;
  const foldedOn = addWorkingDays(today, 20);
  const dueOn = addWorkingDays(today, 40);
  const folding = { workTypeCode: 'LEAFLET_FOLDING', dueOn: foldedOn, specification: '三つ折り' };
  const stuffing = { workTypeCode: 'ENVELOPE_STUFFING', dueOn, handOverPlace: '高知市役所 2階 広報課' };

  beforeAll(async () => {
    product = await createProduct();
    order = await reviewedOrder(product, QUANTITY, dueOn);
  });
  afterAll(() => product.close());

  const setSteps = (...rows: (typeof folding | typeof stuffing)[]) =>
    product.get(SetSteps).execute(order.desk, { idempotencyKey: newKey(), workOrderLineId: order.lineId, steps: rows });
  const quote = (stepPrices: readonly number[] | null) =>
    product.get(IssueQuote).execute(order.desk, {
      idempotencyKey: newKey(),
      workOrderId: order.workOrderId,
      contractType: 'DESK_CONTRACT',
      validUntil: addDays(today, 10),
      lines: [
        {
          workOrderLineId: order.lineId,
          unitPriceSen: 1000,
          steps:
            stepPrices?.map((facilityUnitPriceSen, index) => ({ stepId: steps[index] ?? '', facilityUnitPriceSen })) ??
            null,
        },
      ],
    });
  const status = async () => (await product.db.manager.findOneByOrFail(WorkOrder, { id: order.workOrderId })).status;
  const line = async () => {
    const [view] = await product.get(LineQueries).ofWorkOrders(order.desk, [order.workOrderId]);
    if (!view) throw new Error('The line is gone');
    return view;
  };
  const ofStep = async (index: 0 | 1) =>
    (await assignmentsOf(product, order.workOrderId)).filter((row) => row.stepId === steps[index]);
  const key = (assignment: Assignment) => ({ idempotencyKey: newKey(), assignmentId: assignment.id });
  const facilityOf = (assignment: Assignment) => product.as('FACILITY_ADMIN', assignment.facilityId);
  const accept = async (assignment: Assignment) =>
    product.get(AcceptAssignment).execute(await facilityOf(assignment), key(assignment));
  const progress = async (assignment: Assignment, doneUnits: number) =>
    product.get(ReportProgress).execute(await facilityOf(assignment), { ...key(assignment), doneUnits });
  const deliver = async (assignment: Assignment, units: number) =>
    product.get(ReportDelivery).execute(await facilityOf(assignment), { ...key(assignment), units });

  it('begins as a line of one step', async () => {
    const view = await line();
    expect(view.steps).toMatchObject([{ position: 1, workTypeCode: view.workTypeCode, dueOn, unplaced: QUANTITY }]);
  });

  it('is divided by the desk, with dates that leave each step its time', async () => {
    await expect(setSteps(stuffing, folding)).rejects.toThrow('STEP.LAST_DUE_DATE_DIFFERS');
    await expect(setSteps({ ...folding, dueOn: addDays(dueOn, -1) }, stuffing)).rejects.toThrow(
      'STEP.DUE_DATES_OUT_OF_ORDER',
    );
    await expect(setSteps({ ...folding, dueOn: today }, stuffing)).rejects.toThrow('STEP.DUE_DATES_OUT_OF_ORDER');
    await setSteps(folding, stuffing);
    const [first, second] = (await line()).steps;
    expect([first?.workTypeCode, second?.workTypeCode]).toEqual(['LEAFLET_FOLDING', 'ENVELOPE_STUFFING']);
    steps = (await stepsOf(product, order.lineId)) as [string, string];
  });

  it('is quoted with a price of each step; a quote is taken back when steps change', async () => {
    await expect(quote(null)).rejects.toThrow('QUOTE.STEP_PRICES_DIFFER');
    await expect(quote([500])).rejects.toThrow('QUOTE.STEP_PRICES_DIFFER');
    await expect(quote([600, 500])).rejects.toThrow('QUOTE.FACILITY_PRICE_TOO_HIGH');
    const { quoteId: first } = await quote([300, 500]);
    await setSteps(folding, { ...stuffing, handOverPlace: '' });
    expect(await status()).toBe('REVIEWING');
    const early = product.get(PlaceOrder).execute(order.buyer, { idempotencyKey: newKey(), quoteId: first });
    await expect(early).rejects.toThrow('QUOTE.TAKEN_BACK');
    steps = (await stepsOf(product, order.lineId)) as [string, string];
    ({ quoteId } = await quote([300, 500]));
  });

  it('is ordered once, either with the quote or after new steps, when both happen at the same time', async () => {
    const placing = product.get(PlaceOrder).execute(order.buyer, { idempotencyKey: newKey(), quoteId });
    const outcomes = await Promise.all([outcome(placing), outcome(setSteps(folding, stuffing))]);
    if (outcomes[0] === 'ok') expect(outcomes).toEqual(['ok', 'TRANSITION.NOT_ALLOWED']);
    else expect(outcomes).toEqual(['QUOTE.TAKEN_BACK', 'ok']);
    if ((await status()) === 'REVIEWING') {
      steps = (await stepsOf(product, order.lineId)) as [string, string];
      ({ quoteId } = await quote([300, 500]));
      await product.get(PlaceOrder).execute(order.buyer, { idempotencyKey: newKey(), quoteId });
    }
    await expect(setSteps(folding, stuffing)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
  });

  it('is split step by step, the second only over days after the first', async () => {
    const first = await product.get(PlanAllocation).execute(order.desk, { stepId: steps[0] });
    const second = await product.get(PlanAllocation).execute(order.desk, { stepId: steps[1] });
    expect([first.facilityUnitPriceSen, second.facilityUnitPriceSen]).toEqual([300, 500]);
    expect(first.facilityDueOn <= foldedOn).toBe(true);
    expect(second.facilityDueOn > foldedOn).toBe(true);
    await splitAndSend(product, order.lineId);
    const { placed, unplaced } = await line();
    expect([placed, unplaced]).toEqual([QUANTITY, 0]);
    for (const offer of await ofStep(0)) await accept(offer);
    expect(await status()).toBe('ALLOCATING');
    expect((await line()).committed).toBe(0);
    for (const offer of await ofStep(1)) await accept(offer);
    expect(await status()).toBe('IN_PRODUCTION');
    const [promises] = await product.db.query<[{ early: number }]>(
      `SELECT count(*) AS early FROM capacity_promise
       JOIN assignment ON assignment.id = assignment_id WHERE step_id = $1 AND start_on <= $2`,
      [steps[1], foldedOn],
    );
    expect(promises.early).toBe(0);
  });

  it('works on no more than the step before has delivered, however many report at once', async () => {
    const [fold] = await ofStep(0);
    const stuffers = await ofStep(1);
    if (!fold || stuffers.length < 2) throw new Error('Too few shares');
    await expect(progress(stuffers[0]!, 1)).rejects.toThrow('STEP.NOT_HANDED_OVER');
    const arrived = Math.min(fold.offeredUnits - 1, ...stuffers.map((row) => row.offeredUnits));
    const { deliveryId } = await deliver(fold, arrived);
    const results = await Promise.all(stuffers.map(async (stuffer) => outcome(progress(stuffer, arrived))));
    expect(results.filter((result) => result === 'ok')).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(['ok', 'STEP.NOT_HANDED_OVER']));
    const inspection = product.get(InspectDelivery).execute(order.desk, {
      idempotencyKey: newKey(),
      deliveryId,
      defectUnits: 1,
      defectHandling: 'REDUCE',
    });
    await expect(inspection).rejects.toThrow('STEP.USED_BY_NEXT');
  });

  it('is delivered when every step is inspected', async () => {
    const finish = async (index: 0 | 1) => {
      for (const assignment of await ofStep(index)) {
        const [row] = await product.db.query<[{ units: number }]>(
          'SELECT coalesce(sum(units), 0)::bigint AS units FROM delivery WHERE assignment_id = $1',
          [assignment.id],
        );
        await deliver(assignment, assignment.offeredUnits - row.units);
        for (const { id } of await product.db.manager.findBy(Delivery, { assignmentId: assignment.id })) {
          await product
            .get(InspectDelivery)
            .execute(order.desk, { idempotencyKey: newKey(), deliveryId: id, defectUnits: 0 });
        }
      }
    };
    const [stuffer] = await ofStep(1);
    await expect(deliver(stuffer!, stuffer!.offeredUnits)).rejects.toThrow('STEP.NOT_HANDED_OVER');
    await finish(0);
    expect(await status()).toBe('IN_PRODUCTION');
    await finish(1);
    expect(await status()).toBe('DELIVERED');
    expect((await line()).done).toBe(QUANTITY);
  });
});
