import {
  AcceptAssignment,
  type Assignment,
  MaterialQueries,
  NameLeadFacility,
  RecordMaterial,
  SupplyMaterial,
  TeamQueries,
  WithdrawAssignment,
} from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from './order-fixtures.js';
import { outcome } from './outcome.js';

describe('Facilities that work together', () => {
  let product: Product;
  let second: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;
  let first: Assignment;
  let other: Assignment;
  let unanswered: Assignment;
  let lead: PersonActor;
  let member: PersonActor;

  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
    order = await placedOrder(product, 4000);
    await splitAndSend(product, order.lineId);
    const shares = await assignmentsOf(product, order.workOrderId);
    if (shares.length < 3) throw new Error('Too few shares');
    [first, other, unanswered] = shares as [Assignment, Assignment, Assignment];
    lead = await product.as('FACILITY_ADMIN', first.facilityId);
    member = await product.as('FACILITY_ADMIN', other.facilityId);
    for (const [facility, { id }] of [
      [lead, first],
      [member, other],
    ] as const) {
      await product.get(AcceptAssignment).execute(facility, { idempotencyKey: newKey(), assignmentId: id });
    }
  });
  afterAll(() => product.close());

  const name = (facilityId: string | null) =>
    product
      .get(NameLeadFacility)
      .execute(order.desk, { idempotencyKey: newKey(), workOrderId: order.workOrderId, facilityId });
  const team = async (actor: PersonActor, { id }: Assignment) =>
    (await product.get(TeamQueries).ofAssignments(actor, [id])).get(id) ?? [];

  it('have a lead, that sees names and shares of the others and no price, and nobody else does', async () => {
    expect(await team(lead, first)).toEqual([]);
    await expect(name(unanswered.facilityId)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(name(crypto.randomUUID())).rejects.toThrow('ACCESS.NOT_FOUND');
    await name(lead.organisationId);
    const [seen, ...more] = await team(lead, first);
    expect(more).toEqual([]);
    expect(seen).toEqual({
      facilityId: other.facilityId,
      status: 'ACCEPTED',
      workTypeCode: 'ENVELOPE_STUFFING',
      stepPosition: 1,
      units: other.offeredUnits,
      doneUnits: 0,
      dueOn: other.dueOn,
    });
    expect(await team(member, other)).toEqual([]);
    expect(await team(member, first)).toEqual([]);
    expect(await team(order.buyer, first)).toEqual([]);
  });

  it('have no lead any more once the desk says so, or takes its share back', async () => {
    await name(null);
    expect(await team(lead, first)).toEqual([]);
    await name(member.organisationId);
    expect(await team(member, other)).toHaveLength(1);
    await product
      .get(WithdrawAssignment)
      .execute(order.desk, { idempotencyKey: newKey(), assignmentId: other.id, reason: '数が減ったため' });
    expect(await team(member, other)).toEqual([]);
  });

  const materials = async (actor: PersonActor) => product.get(MaterialQueries).ofAssignments(actor, [first.id]);
  const record = async (
    actor: PersonActor,
    kind: 'SENT' | 'RECEIVED' | 'USED' | 'RETURNED' | 'RETURN_RECEIVED',
    quantity: number,
    side = product,
  ) => {
    const [material] = await materials(order.desk);
    return side
      .get(RecordMaterial)
      .execute(actor, { idempotencyKey: newKey(), materialId: material?.id ?? '', kind, quantity });
  };

  it('are supplied with material, and both sides see where it is', async () => {
    const supply = (assignmentId: string, quantity: number) =>
      product.get(SupplyMaterial).execute(order.desk, {
        idempotencyKey: newKey(),
        assignmentId,
        name: '封筒（長形3号）',
        unit: '枚',
        quantity,
      });
    await expect(supply(unanswered.id, 10)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(supply(first.id, 0)).rejects.toThrow('MATERIAL.QUANTITY_OUT_OF_RANGE');
    await supply(first.id, 100);
    await expect(record(lead, 'RECEIVED', 101)).rejects.toThrow('MATERIAL.QUANTITY_OUT_OF_RANGE');
    await expect(record(order.desk, 'RECEIVED', 1)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(record(lead, 'SENT', 1)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(record(member, 'RECEIVED', 1)).rejects.toThrow('ACCESS.NOT_FOUND');
    await record(lead, 'RECEIVED', 98);
    await record(lead, 'USED', 60);
    await expect(record(lead, 'RETURNED', 39)).rejects.toThrow('MATERIAL.QUANTITY_OUT_OF_RANGE');
    await record(lead, 'RETURNED', 30);
    await record(order.desk, 'RETURN_RECEIVED', 20);
    const balance = { sent: 100, used: 60, onTheWay: 2, onHand: 8, onTheWayBack: 10, returned: 20 };
    expect(await materials(order.desk)).toMatchObject([balance]);
    expect(await materials(lead)).toMatchObject([balance]);
    expect(await materials(member)).toEqual([]);
    expect(await materials(order.buyer)).toEqual([]);
    const [material] = await materials(lead);
    expect(product.get(MaterialQueries).availableActions(lead, material!)).toEqual(['RECEIVED', 'USED', 'RETURNED']);
  });

  it('never use the same material twice, however many of them record it at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => outcome(record(lead, 'USED', 3, index % 2 ? product : second))),
    );
    expect(results.filter((result) => result === 'ok')).toHaveLength(2);
    expect(await materials(lead)).toMatchObject([{ onHand: 2, used: 66 }]);
  });
});
