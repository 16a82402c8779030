import { type EntityManager, In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { Department, Desk, Facility, WorkType, type Buyer } from '#yui/directory';
import { Assignment, COMMITTED_STATES } from '#yui/fulfilment';
import { Quote, type WorkOrder, WorkOrderLine } from '#yui/orders';
import { ContractBasis } from '../basis/contract-basis.entity.js';
import type { PublicationFacts } from './publication-text.js';

/** What is known of an order now, as far as it is published. */
export async function readPublicationFacts(
  db: EntityManager,
  order: WorkOrder,
  buyer: Buyer,
): Promise<PublicationFacts> {
  const lines = await db.find(WorkOrderLine, { where: { workOrderId: order.id }, order: { position: 'ASC' } });
  const workTypes = await db.findBy(WorkType, { code: In(lines.map((line) => line.workTypeCode)) });
  const workTypeOf = new Map(workTypes.map((workType) => [workType.code, workType]));
  const department = order.departmentId ? await db.findOneBy(Department, { id: order.departmentId }) : null;
  const quote = await db.findOneBy(Quote, { workOrderId: order.id, status: 'ACCEPTED' });
  const basis = await db.findOneBy(ContractBasis, { workOrderId: order.id });
  return {
    government: buyer.name,
    department: department?.name ?? null,
    orderNumber: order.number,
    title: order.title,
    lines: lines.map((line) => ({
      workType: workTypeOf.get(line.workTypeCode)?.nameJa ?? line.workTypeCode,
      unit: workTypeOf.get(line.workTypeCode)?.unit ?? '',
      specification: line.specification,
      quantity: line.quantity,
      dueOn: line.dueOn,
    })),
    partners: await partnersOf(db, order),
    orderedOn: order.orderedAt && todayInTokyo(order.orderedAt),
    amountYen: quote && quote.contractType !== 'REFERRAL' ? quote.amountYen + quote.taxYen : null,
    reason: basis?.reason ?? null,
  };
}

/** 契約型: the desk. 仲介型: the facilities that said yes. 斡旋型: agreed outside. */
async function partnersOf(db: EntityManager, order: WorkOrder): Promise<string[]> {
  if (order.contractType === 'DESK_CONTRACT') return [(await db.findOneByOrFail(Desk, { id: order.deskId })).name];
  if (order.contractType !== 'BROKERED') return [];
  const shares = await db.findBy(Assignment, { workOrderId: order.id, status: In([...COMMITTED_STATES]) });
  const facilities = await db.find(Facility, {
    where: { id: In(shares.map((share) => share.facilityId)) },
    order: { name: 'ASC' },
  });
  return facilities.map((facility) => facility.name);
}
