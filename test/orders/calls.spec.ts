import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
import {
  AnswerCall,
  AnswerCallQuestion,
  AskCallQuestion,
  Call,
  CallQueries,
  CallResponse,
  CancelCall,
  CloseCall,
  CloseDueCalls,
  DeclineCall,
  OpenCall,
  RemindCalls,
  WithdrawCallResponse,
} from '#yui/sourcing';
import { ApproveAllocation, PlanAllocation } from '#yui/fulfilment';
import { IssueQuote, PlaceOrder } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, promisedSeconds, reviewedOrder } from './order-fixtures.js';

const QUANTITY = 3000;

describe('A call', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;
  let facilityIds: string[];
  const today = todayInTokyo(new Date());

  beforeAll(async () => {
    product = await createProduct();
    order = await placedOrder(product, QUANTITY);
    facilityIds = await product.db
      .query<{ facility_id: string }[]>(
        `SELECT facility_id FROM capability WHERE work_type_code = 'ENVELOPE_STUFFING' AND is_offered
         ORDER BY facility_id`,
      )
      .then((rows) => rows.map((row) => row.facility_id));
  });
  afterAll(() => product.close());

  const open = async (change: Partial<Parameters<OpenCall['execute']>[1]> = {}) => {
    const { callId } = await product.get(OpenCall).execute(order.desk, {
      idempotencyKey: newKey(),
      stepId: order.stepId,
      closesAt: new Date(`${addWorkingDays(today, 5)}T17:00:00+09:00`),
      ...change,
    });
    return callId;
  };
  const facility = (index: number) => product.as('FACILITY_ADMIN', facilityIds[index]);
  const answer = async (index: number, callId: string, change: object = {}) =>
    product.get(AnswerCall).execute(await facility(index), {
      idempotencyKey: newKey(),
      callId,
      units: 1000,
      unitPriceSen: 300,
      earliestFinishOn: addWorkingDays(today, 8),
      ...change,
    });
  const stateOf = async (callId: string) => product.db.manager.findOneByOrFail(Call, { id: callId });
  const moveClockTo = async (instant: Date) =>
    product.db.query<unknown>('UPDATE clock_shift SET shift = $1::timestamptz - now()', [instant]);
  const events = async (name: string, callId: string) =>
    (
      await product.db.query<[{ count: number }]>(
        `SELECT count(*) AS count FROM outbox_event WHERE name = $1 AND payload->>'callId' = $2`,
        [name, callId],
      )
    )[0].count;

  it('reaches every facility that offers the work, and nobody else reads it', async () => {
    const callId = await open();
    const queries = product.get(CallQueries);
    const invited = await queries.invitationsOf(order.desk, [callId]);
    expect(invited.map((row) => row.facilityId).sort()).toEqual([...facilityIds].sort());
    expect((await queries.get(await facility(0), callId)).workOrderId).toBeNull();
    const [stranger] = await product.db.query<[{ id: string }]>(
      `SELECT id FROM facility WHERE NOT EXISTS (SELECT 1 FROM capability
         WHERE facility_id = facility.id AND work_type_code = 'ENVELOPE_STUFFING') ORDER BY id LIMIT 1`,
    );
    const outside = await product.as('FACILITY_ADMIN', stranger.id);
    await expect(queries.get(outside, callId)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(
      product.get(DeclineCall).execute(outside, { idempotencyKey: newKey(), callId, reason: 'x' }),
    ).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(queries.get(order.buyer, callId)).rejects.toThrow('ACCESS.NOT_FOUND');
    await product.get(CancelCall).execute(order.desk, { idempotencyKey: newKey(), callId, reason: '数が変わりました' });
    await expect(answer(0, callId)).rejects.toThrow('CALL.OVER');
  });

  it('to chosen facilities takes only facilities of the desk, and a deadline before the work is due', async () => {
    await expect(open({ facilityIds: [newKey()] })).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(open({ facilityIds: [] })).rejects.toThrow('CALL.NOBODY_TO_ASK');
    await expect(open({ closesAt: new Date(Date.now() - 60_000) })).rejects.toThrow('CALL.DEADLINE_UNUSABLE');
    await expect(open({ dueOn: addDays(today, 400) })).rejects.toThrow('CALL.DUE_DATE_UNUSABLE');
    const chosen = facilityIds.slice(0, 2);
    const callId = await open({ facilityIds: chosen });
    const invited = await product.get(CallQueries).invitationsOf(order.desk, [callId]);
    expect(invited.map((row) => row.facilityId).sort()).toEqual([...chosen].sort());
    await expect(answer(2, callId)).rejects.toThrow('ACCESS.NOT_FOUND');
  });

  it('keeps every version of an answer; the newest stands until it is taken back', async () => {
    const callId = await open();
    await answer(0, callId);
    await answer(0, callId);
    await answer(0, callId, { units: 500, remark: '人手が減りました' });
    await expect(answer(0, callId, { units: QUANTITY + 1 })).rejects.toThrow('CALL.UNITS_OUT_OF_RANGE');
    await expect(answer(0, callId, { earliestFinishOn: addDays(today, -1) })).rejects.toThrow(
      'CALL.FINISH_OUT_OF_RANGE',
    );
    await product
      .get(DeclineCall)
      .execute(await facility(1), { idempotencyKey: newKey(), callId, reason: '休みのため' });
    const queries = product.get(CallQueries);
    const seen = await queries.responsesOf(await facility(0), [callId]);
    expect(seen.map(({ version, status, units }) => [version, status, units])).toEqual([
      [2, 'CAN', 500],
      [1, 'REPLACED', 1000],
    ]);
    expect((await queries.responsesOf(order.desk, [callId])).length).toBe(3);
    expect(queries.availableResponseActions(await facility(0), seen[0]!)).toEqual(['revise', 'refuse', 'withdraw']);
    expect(queries.availableResponseActions(await facility(0), seen[1]!)).toEqual([]);
    await product.get(WithdrawCallResponse).execute(await facility(0), { idempotencyKey: newKey(), callId });
    await expect(
      product.get(WithdrawCallResponse).execute(await facility(0), { idempotencyKey: newKey(), callId }),
    ).rejects.toThrow('CALL.NOT_ANSWERED');
    const steps = await product.db.query<{ action: string; from: string; to: string }[]>(
      `SELECT action, change ->> 'from' AS from, change ->> 'to' AS to FROM audit_entry
       WHERE change ->> 'callId' = $1 AND change ? 'to' ORDER BY id`,
      [callId],
    );
    expect(steps).toEqual([
      { action: 'callResponse.replace', from: 'CAN', to: 'REPLACED' },
      { action: 'callResponse.withdraw', from: 'CAN', to: 'WITHDRAWN' },
    ]);
    await answer(0, callId, { units: 700 });
    expect((await queries.responsesOf(await facility(0), [callId]))[0]).toMatchObject({ version: 3, units: 700 });
    // An answer promises nothing.
    expect((await promisedSeconds(product)).booked).toBe(0);
  });

  it('hides who asked from all but the desk and the asker', async () => {
    const callId = await open();
    await product
      .get(AskCallQuestion)
      .execute(await facility(0), { idempotencyKey: newKey(), callId, question: '封筒の大きさは？' });
    const queries = product.get(CallQueries);
    const [question] = await queries.questionsOf(await facility(1), [callId]);
    expect(question).toMatchObject({ question: '封筒の大きさは？', facilityId: null, answer: null });
    expect((await queries.questionsOf(await facility(0), [callId]))[0]?.facilityId).toBe(facilityIds[0]);
    expect((await queries.questionsOf(order.desk, [callId]))[0]?.facilityId).toBe(facilityIds[0]);
    const offered = async (actor: PersonActor) =>
      queries.availableQuestionActions(actor, (await queries.questionsOf(actor, [callId]))[0]!);
    expect([await offered(order.desk), await offered(await facility(0))]).toEqual([['answer'], []]);
    const reply = { idempotencyKey: newKey(), callQuestionId: question!.id, answer: '角形2号です' };
    await expect(product.get(AnswerCallQuestion).execute(await facility(1), reply)).rejects.toThrow('ACCESS.NOT_FOUND');
    await product.get(AnswerCallQuestion).execute(order.desk, reply);
    await expect(
      product.get(AnswerCallQuestion).execute(order.desk, { ...reply, idempotencyKey: newKey() }),
    ).rejects.toThrow('CALL.QUESTION_ANSWERED');
    expect(await offered(order.desk)).toEqual([]);
    expect((await queries.questionsOf(await facility(1), [callId]))[0]?.answer).toBe('角形2号です');
  });

  it('closes by itself, once, when simultaneous answers come to the quantity', async () => {
    const callId = await open({ isClosedWhenEnough: true });
    const second = await product.another();
    const people = await Promise.all(facilityIds.slice(0, 12).map((id) => product.as('FACILITY_ADMIN', id)));
    await Promise.all(
      people.map((actor, index) =>
        (index % 2 ? product : second).get(AnswerCall).execute(actor, {
          idempotencyKey: newKey(),
          callId,
          units: 1000,
          unitPriceSen: 300,
          earliestFinishOn: addWorkingDays(today, 8),
        }),
      ),
    );
    expect(await stateOf(callId)).toMatchObject({ status: 'CLOSED', closing: 'ENOUGH' });
    expect(await events('call.closed', callId)).toBe(1);
    const answers = await product.db.manager.findBy(CallResponse, { callId });
    expect(answers.filter((row) => !row.isLate).length).toBe(3);
    expect(answers.filter((row) => row.isLate).length).toBe(people.length - 3);
    expect(people.length).toBeGreaterThan(3);
  });

  it('keeps one standing answer of a facility that answers from many pages at once', async () => {
    const callId = await open();
    const actor = await facility(0);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        product.get(AnswerCall).execute(actor, {
          idempotencyKey: newKey(),
          callId,
          units: index + 1,
          unitPriceSen: 300,
          earliestFinishOn: addWorkingDays(today, 8),
        }),
      ),
    );
    const answers = await product.db.manager.findBy(CallResponse, { callId });
    expect(answers.filter((row) => row.status === 'CAN').length).toBe(1);
    expect(answers.map((row) => row.version).sort((a, b) => a - b)).toEqual(answers.map((_, index) => index + 1));
  });

  it('becomes a price, and a split that gives nobody more than it said, at the price it said', async () => {
    const callId = await open();
    await answer(0, callId, { units: 1200, unitPriceSen: 250 });
    await answer(1, callId, { units: 1000, unitPriceSen: 320 });
    await answer(2, callId, { units: 1500, unitPriceSen: 350 });
    await answer(3, callId, { units: 3000, unitPriceSen: 401 });
    await answer(4, callId, { units: 3000, unitPriceSen: 100, earliestFinishOn: addDays(today, 200) });
    const [line] = (await product.get(CallQueries).priceProposal(order.desk, order.workOrderId)).lines;
    expect(line?.steps[0]).toMatchObject({ callId, coveredUnits: QUANTITY });
    // Placed under the usual fee of the desk (100 ‰): what the desk charges others later leaves it alone.
    expect(line?.buyerUnitPriceSen).toBe(Math.ceil(((line?.facilityUnitPriceSen ?? 0) * 1000) / 900));
    const options = { callId };
    await expect(product.get(PlanAllocation).execute(order.desk, { stepId: order.stepId, options })).rejects.toThrow(
      'CALL.NOT_CLOSED',
    );
    await product.get(CloseCall).execute(order.desk, { idempotencyKey: newKey(), callId });
    await answer(5, callId, { units: 3000, unitPriceSen: 200 });
    const plan = await product.get(PlanAllocation).execute(order.desk, { stepId: order.stepId, options });
    const given = new Map(
      plan.result.shares.filter((share) => share.units > 0).map((row) => [row.facilityId, row.units]),
    );
    const said = [1200, 1000, 1500];
    expect([...given.keys()].sort()).toEqual(facilityIds.slice(0, 3).sort());
    for (const [index, most] of said.entries()) expect(given.get(facilityIds[index]!)).toBeLessThanOrEqual(most);
    expect(plan.result.placed).toBe(QUANTITY);

    const late = await product
      .get(PlanAllocation)
      .execute(order.desk, { stepId: order.stepId, options: { callId, isTakingLate: true } });
    expect(late.result.shares.find((share) => share.facilityId === facilityIds[5])?.units).toBeGreaterThan(0);

    await product.get(ApproveAllocation).execute(order.desk, {
      idempotencyKey: newKey(),
      stepId: order.stepId,
      options,
      snapshotHash: plan.result.snapshotHash,
    });
    expect(await stateOf(callId)).toMatchObject({ status: 'USED' });
    expect(await events('call.used', callId)).toBe(1);
    const assignments = await assignmentsOf(product, order.workOrderId);
    const priceOf = new Map(assignments.map((row) => [row.facilityId, row.unitPriceSen]));
    expect(facilityIds.slice(0, 3).map((id) => priceOf.get(id))).toEqual([250, 320, 350]);
    await expect(answer(0, callId, { units: 1 })).rejects.toThrow('CALL.OVER');
  });

  it('becomes a price under the fee a quote of the day would have: the rule for this kind of buyer', async () => {
    const wish = await reviewedOrder(product, QUANTITY, addWorkingDays(today, 20));
    const callId = await open({ stepId: wish.stepId });
    await answer(0, callId, { unitPriceSen: 300 });
    const proposed = async () => (await product.get(CallQueries).priceProposal(wish.desk, wish.workOrderId)).lines[0];
    expect(await proposed()).toMatchObject({ facilityUnitPriceSen: 300, buyerUnitPriceSen: 334 });
    await product.db.query(
      `INSERT INTO fee_rule (id, desk_id, contract_type, buyer_kind, basis, per_piece_sen, payer, valid_from, created_at)
       SELECT gen_random_uuid(), $1, 'DESK_CONTRACT', kind, 'PER_PIECE', 55, 'BUYER', $2, now() FROM buyer WHERE id = $3`,
      [wish.desk.organisationId, today, wish.buyer.organisationId],
    );
    expect(await proposed()).toMatchObject({ facilityUnitPriceSen: 300, buyerUnitPriceSen: 355 });
    await product.db.query('DELETE FROM fee_rule');
  });

  it('can be used for a split as long as its order can be split, and not before', async () => {
    const wish = await reviewedOrder(product, QUANTITY, addWorkingDays(today, 20));
    const callId = await open({ stepId: wish.stepId });
    await product.get(CloseCall).execute(order.desk, { idempotencyKey: newKey(), callId });
    const queries = product.get(CallQueries);
    const offered = async () => queries.availableActions(order.desk, await queries.get(order.desk, callId));
    expect(await offered()).toEqual(['answerQuestion', 'cancel']);
    const { quoteId } = await product.get(IssueQuote).execute(order.desk, {
      idempotencyKey: newKey(),
      workOrderId: wish.workOrderId,
      contractType: 'DESK_CONTRACT',
      validUntil: addWorkingDays(today, 5),
      lines: [{ workOrderLineId: wish.lineId, unitPriceSen: 400 }],
    });
    await product.get(PlaceOrder).execute(order.buyer, { idempotencyKey: newKey(), quoteId });
    expect(await offered()).toEqual(['answerQuestion', 'use', 'cancel']);
  });

  it('is reminded of once, closes at its deadline, and marks what comes later', async () => {
    const callId = await open();
    await answer(0, callId);
    const { remindAt, closesAt } = await stateOf(callId);
    await moveClockTo(new Date(remindAt!.getTime() + 60_000));
    expect(await product.get(RemindCalls).execute()).toBeGreaterThan(0);
    expect(await product.get(RemindCalls).execute()).toBe(0);
    expect(await events('call.reminded', callId)).toBe(1);
    await moveClockTo(new Date(closesAt.getTime() + 1000));
    // The clock has passed the deadline, the worker has not come by yet.
    await answer(1, callId);
    while ((await product.get(CloseDueCalls).execute()) > 0);
    expect(await stateOf(callId)).toMatchObject({ status: 'CLOSED', closing: 'DEADLINE' });
    await answer(0, callId, { units: 10 });
    const answers = await product.get(CallQueries).responsesOf(order.desk, [callId]);
    expect(answers.filter((row) => row.status === 'CAN').map((row) => row.isLate)).toEqual([true, true]);
    expect(answers.filter((row) => row.status === 'REPLACED').map((row) => row.isLate)).toEqual([false]);
    await expect(
      product.get(AskCallQuestion).execute(await facility(0), { idempotencyKey: newKey(), callId, question: 'まだ？' }),
    ).rejects.toThrow('CALL.OVER');
  });
});
