import { setTimeout } from 'node:timers/promises';
import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
import { Facility } from '#yui/directory';
import {
  AcceptAssignment,
  ApproveAllocation,
  InspectDelivery,
  PlanAllocation,
  ReportDelivery,
  SendAssignments,
  WithdrawAssignment,
} from '#yui/fulfilment';
import {
  AnswerShareChange,
  ProposeShareChange,
  RemindShareChanges,
  ShareChange,
  ShareChangeQueries,
} from '#yui/changes';
import { CallInvitation, OpenCall } from '#yui/sourcing';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, reviewedOrder, splitAndSend } from './order-fixtures.js';

const today = todayInTokyo(new Date());

describe('What is decided by what holds now', () => {
  let product: Product;

  beforeAll(async () => {
    product = await createProduct();
  });
  afterAll(() => product.close());

  it('a plan is not approved for a date that was changed in the same moment', async () => {
    const { stepId, workOrderId, desk } = await placedOrder(product, 3_000);
    const { result } = await product.get(PlanAllocation).execute(desk, { stepId });
    const changing = product.db.createQueryRunner();
    await changing.startTransaction();
    await changing.query('SELECT 1 FROM work_order WHERE id = $1 FOR UPDATE', [workOrderId]);
    await changing.query('UPDATE step SET due_on = due_on - 7 WHERE id = $1', [stepId]);
    const { snapshotHash } = result;
    const approving = product
      .get(ApproveAllocation)
      .execute(desk, { idempotencyKey: newKey(), stepId, snapshotHash })
      .catch((error: unknown) => error);
    await setTimeout(500);
    await changing.commitTransaction();
    await changing.release();
    await expect(approving).resolves.toMatchObject({ code: 'ALLOCATION.STALE' });
    expect(await assignmentsOf(product, workOrderId)).toEqual([]);
  });

  it('nothing is offered for a day that is over, and the desk hears whose share that is', async () => {
    const { stepId, workOrderId, desk } = await placedOrder(product, 1_000);
    const { result } = await product.get(PlanAllocation).execute(desk, { stepId });
    const { snapshotHash } = result;
    await product.get(ApproveAllocation).execute(desk, { idempotencyKey: newKey(), stepId, snapshotHash });
    const [late] = await assignmentsOf(product, workOrderId);
    if (!late) throw new Error('Nothing was planned');
    await product.db.query('UPDATE assignment SET due_on = $2 WHERE id = $1', [late.id, addDays(today, -1)]);
    const { name } = await product.db.manager.findOneByOrFail(Facility, { id: late.facilityId });
    const send = async () => product.get(SendAssignments).execute(desk, { idempotencyKey: newKey(), workOrderId });
    await expect(send()).rejects.toMatchObject({ code: 'ASSIGNMENT.DUE_DATE_PASSED', details: { names: name } });
    const withdrawn = { idempotencyKey: newKey(), assignmentId: late.id, reason: '期日が過ぎたため' };
    await product.get(WithdrawAssignment).execute(desk, withdrawn);
    const others = (await assignmentsOf(product, workOrderId)).filter(({ status }) => status === 'PLANNED');
    if (others.length > 0) await expect(send()).resolves.toEqual({ workOrderId });
    else await expect(send()).rejects.toThrow('ASSIGNMENT.NOTHING_TO_SEND');
  });

  it('a call for public money goes to those who count on that day, and to nobody whose time is over', async () => {
    const { stepId, workOrderId, desk } = await reviewedOrder(product, 500, addWorkingDays(today, 20));
    await product.db.query('UPDATE work_order SET is_public_money = true WHERE id = $1', [workOrderId]);
    const open = async () => {
      const { callId } = await product.get(OpenCall).execute(desk, {
        idempotencyKey: newKey(),
        stepId,
        closesAt: new Date(`${addDays(today, 2)}T12:00:00+09:00`),
      });
      return (await product.db.manager.findBy(CallInvitation, { callId })).map(({ facilityId }) => facilityId);
    };
    const [first, ...others] = await open();
    if (!first || others.length === 0) throw new Error('Too few facilities count');
    await product.db.query('UPDATE facility_eligibility SET from_on = $2, until_on = $2 WHERE facility_id = $1', [
      first,
      addDays(today, -1),
    ]);
    expect((await open()).sort()).toEqual(others.sort());
  });

  it('defects are made good within a year', async () => {
    const { lineId, workOrderId, desk } = await placedOrder(product, 1_000);
    await splitAndSend(product, lineId);
    const [share] = await assignmentsOf(product, workOrderId);
    if (!share) throw new Error('Nothing was offered');
    const { id: assignmentId, facilityId } = share;
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    await product.get(AcceptAssignment).execute(facility, { idempotencyKey: newKey(), assignmentId });
    const { deliveryId } = await product
      .get(ReportDelivery)
      .execute(facility, { idempotencyKey: newKey(), assignmentId, units: 2 });
    const inspect = (reworkDueOn: typeof today) =>
      product.get(InspectDelivery).execute(desk, {
        idempotencyKey: newKey(),
        deliveryId,
        defectUnits: 1,
        defectHandling: 'REWORK',
        reworkDueOn,
      });
    await expect(inspect('9999-12-31')).rejects.toThrow('INSPECTION.REWORK_DATE_MISSING');
    await expect(inspect(addDays(today, 10))).resolves.toMatchObject({ deliveryId });
  });

  it('nobody is asked to have been finished by a day that has come', async () => {
    const { lineId, workOrderId, desk } = await placedOrder(product, 1_000);
    await splitAndSend(product, lineId);
    const [share] = await assignmentsOf(product, workOrderId);
    if (!share) throw new Error('Nothing was offered');
    const { id: assignmentId, facilityId } = share;
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    await product.get(AcceptAssignment).execute(facility, { idempotencyKey: newKey(), assignmentId });
    const ask = (dueOn: typeof today) =>
      product
        .get(ProposeShareChange)
        .execute(desk, { idempotencyKey: newKey(), assignmentId, dueOn, reason: '早めたい' });
    await expect(ask(today)).rejects.toThrow('SHARE_CHANGE.NOTHING_CHANGES');
    await expect(ask(addDays(today, 1))).resolves.toEqual({ assignmentId });

    // The share is taken back before the facility has answered: it is reminded of nothing.
    const taken = { idempotencyKey: newKey(), assignmentId, reason: '別の事業所に頼むため' };
    const queries = product.get(ShareChangeQueries);
    const actions = async () => {
      const [change] = await queries.ofAssignments(facility, [assignmentId]);
      return { change: change!, offered: queries.availableActions(facility, change!) };
    };
    expect((await actions()).offered).toEqual(['agree', 'refuse']);
    await product.get(WithdrawAssignment).execute(desk, taken);
    const { change, offered } = await actions();
    expect(offered).toEqual([]);
    const yes = { idempotencyKey: newKey(), shareChangeId: change.id, isAgreed: true };
    await expect(product.get(AnswerShareChange).execute(facility, yes)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    await product.db.query('UPDATE share_change SET remind_on = $2 WHERE assignment_id = $1', [assignmentId, today]);
    await product.get(RemindShareChanges).execute();
    expect(await product.db.manager.findOneByOrFail(ShareChange, { assignmentId })).toMatchObject({
      status: 'LAPSED',
      remindOn: null,
    });
    const told = await product.db.query<object[]>(
      `SELECT 1 FROM outbox_event WHERE name = 'share-change.reminded' AND payload ->> 'assignmentId' = $1`,
      [assignmentId],
    );
    expect(told).toEqual([]);
  });
});
