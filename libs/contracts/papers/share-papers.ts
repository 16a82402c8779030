import { In, IsNull, Not } from 'typeorm';
import { addDays, formatDateJa, formatDateTimeJa, todayInTokyo } from '#yui/calendar';
import { facilityPaymentOn, invoiceIssuerOf } from '#yui/directory';
import { lineAmountYen } from '#yui/money';
import { Assignment, AssignmentReason, BOUND_STATES, Material, MaterialMovement } from '#yui/fulfilment';
import type { Step } from '#yui/orders';
import type { DecidedItem, SubcontractTerms, SuppliedMaterial, TradeTerms, UndecidedItem } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import { ITEM_WORDS } from '../subcontract/order-items.js';
import { UndecidedItem as OpenItem } from '../subcontract/undecided-item.entity.js';
import { placeLines } from './delivery-rows.js';
import { issueLatest } from './issue-latest.js';
import { facilityPrices, type OrderSheet, unitOf, workName } from './order-sheet.js';
import { partyOf, type PartyRef } from './paper-party.js';
import { orderNotes } from './said-note.js';
import { tradeTerms } from './trade-words.js';

/** 配分通知書: one facility's share as it was offered, and nobody else's. Nothing once it was answered or taken back. */
export async function issueAllocationNotice(tx: Transaction, sheet: OrderSheet, assignmentId: string): Promise<void> {
  const { order, desk } = sheet;
  const assignment = await tx.get(Assignment, { id: assignmentId, workOrderId: order.id });
  if (assignment.status !== 'OFFERED') return;
  const { offeredUnits: units, unitPriceSen, dueOn } = assignment;
  const step = sheet.steps.find(({ id }) => id === assignment.stepId);
  const line = sheet.lines.find(({ id }) => id === assignment.workOrderLineId);
  const code = step?.workTypeCode ?? '';
  const amountYen = lineAmountYen(unitPriceSen, units, 'DOWN');
  const reason = await tx.manager.findOneBy(AssignmentReason, { assignmentId });
  await issueLatest(tx, {
    kind: 'ALLOCATION_NOTICE',
    deskId: order.deskId,
    issuer: desk,
    recipient: { kind: 'FACILITY', id: assignment.facilityId },
    workOrderId: order.id,
    subject: `allocation:${assignment.id}`,
    content: { units, unitPriceSen, dueOn },
    write: (head) => ({
      ...head,
      kind: 'ALLOCATION_NOTICE',
      subject: order.title,
      workOrderNumber: order.number,
      shares: [
        {
          name: workName(sheet, code),
          step: null,
          specification: step?.specification || line?.specification || null,
          units,
          unit: unitOf(sheet, code),
          unitPriceSen,
          amountYen,
          deliverOn: dueOn,
        },
      ],
      totalYen: amountYen,
      answerBy: assignment.answerBy && formatDateTimeJa(assignment.answerBy),
      reasons: reason ? [reason.ja] : [],
      notes: [],
    }),
  });
}

/**
 * 発注書 to a facility that is bound: of the desk with all the law asks for (契約型), or of the buyer, made by the desk
 * (仲介型). A share that changes afterwards gets a new paper in place of the old one.
 */
export async function issueFacilityOrder(tx: Transaction, sheet: OrderSheet, assignmentId: string): Promise<void> {
  const { order, desk, buyer } = sheet;
  const assignment = await tx.get(Assignment, { id: assignmentId, workOrderId: order.id });
  const { acceptedUnits: units, unitPriceSen, dueOn, facilityId } = assignment;
  if (order.contractType === 'REFERRAL' || !BOUND_STATES.includes(assignment.status) || !units) return;
  const isOfDesk = order.contractType === 'DESK_CONTRACT';
  const facility: PartyRef = { kind: 'FACILITY', id: facilityId };
  const { taxRounding } = await invoiceIssuerOf(tx.manager, order.deskId, facilityId);
  const prices = facilityPrices(sheet, [{ assignment, units }], taxRounding);
  const step = sheet.steps.find(({ id }) => id === assignment.stepId);
  const { name: deskName } = await partyOf(tx.manager, order.deskId, desk);
  const isSubcontract = isOfDesk && sheet.deskTerms.subcontractExemption === null;
  const materials = isSubcontract ? await paidMaterials(tx, assignment) : [];
  const decided = isSubcontract ? await decidedItems(tx, order.id) : [];
  const places = placesOf(sheet, assignment, step);
  await issueLatest(tx, {
    kind: 'PURCHASE_ORDER',
    deskId: order.deskId,
    issuer: isOfDesk ? desk : buyer,
    recipient: facility,
    workOrderId: order.id,
    subject: `facility-order:${assignment.id}`,
    content: {
      units,
      unitPriceSen,
      dueOn,
      specification: prices.lines[0]?.specification,
      ...(materials.length > 0 ? { materials } : {}),
      ...(decided.length > 0 ? { decided } : {}),
      ...(places.length > 0 ? { places } : {}),
    },
    write: async (head) => ({
      ...head,
      kind: 'PURCHASE_ORDER',
      subject: order.title,
      workOrderNumber: order.number,
      prices,
      terms: shareTerms(sheet, assignment, step),
      basis: null,
      subcontract: isSubcontract
        ? await subcontractTerms(tx, sheet, assignment, { step, deskName, materials, decided })
        : null,
      preparedBy: isOfDesk ? null : deskName,
      notes: [...places, ...(isOfDesk ? [] : await orderNotes(tx, order))],
    }),
  });
}

/** To every facility that is bound: what stands on all their orders has changed. */
export async function issueFacilityOrders(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const bound = await tx.manager.find(Assignment, {
    where: { workOrderId: sheet.order.id, status: In([...BOUND_STATES]) },
    order: { id: 'ASC' },
  });
  for (const { id } of bound) await issueFacilityOrder(tx, sheet, id);
}

/**
 * Where the finished line goes, without quantities and days: a share has its own. A facility whose work goes to another one
 * first is not told.
 */
function placesOf(sheet: OrderSheet, assignment: Assignment, step: Step | undefined): string[] {
  const isLast = sheet.steps.every(
    (each) => each.workOrderLineId !== assignment.workOrderLineId || each.position <= (step?.position ?? 0),
  );
  return isLast ? placeLines(sheet, assignment.workOrderLineId) : [];
}

function shareTerms(sheet: OrderSheet, { dueOn }: Assignment, step: Step | undefined): TradeTerms {
  const deliverTo = step?.handOverPlace || null;
  if (sheet.order.contractType === 'BROKERED' && sheet.orderTerms) {
    return { ...tradeTerms([{ dueOn }], sheet.orderTerms), deliverTo };
  }
  return {
    deliverOn: dueOn,
    deliverTo: deliverTo ?? (sheet.deskTerms.receiptPlace || null),
    inspection: `受領後${sheet.deskTerms.inspectionDays}日以内`,
    payment: sheet.deskTerms.paymentMethod,
  };
}

async function subcontractTerms(
  tx: Transaction,
  { order, deskTerms }: OrderSheet,
  { dueOn, answeredAt }: Assignment,
  about: { step: Step | undefined; deskName: string; materials: SuppliedMaterial[]; decided: DecidedItem[] },
): Promise<SubcontractTerms> {
  const { step, deskName, materials, decided } = about;
  return {
    orderedOn: todayInTokyo(answeredAt ?? tx.now),
    receiveFrom: null,
    receiveOn: dueOn,
    receiveAt: step?.handOverPlace || deskTerms.receiptPlace || deskName,
    inspectedBy: deskTerms.inspectionDays === 0 ? null : addDays(dueOn, deskTerms.inspectionDays),
    formula: null,
    payOn: facilityPaymentOn(deskTerms, dueOn),
    payBy: deskTerms.paymentMethod,
    nonCash: deskTerms.nonCash,
    materials,
    undecided: await undecidedItems(tx, order.id),
    decided,
  };
}

/** 有償支給: what the facility pays for, when it was handed over, and when and how it pays. */
async function paidMaterials(tx: Transaction, { id: assignmentId }: Assignment): Promise<SuppliedMaterial[]> {
  const materials = await tx.manager.find(Material, {
    where: { assignmentId, unitPriceSen: Not(IsNull()) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const sent = await tx.manager.findBy(MaterialMovement, {
    materialId: In(materials.map(({ id }) => id)),
    kind: 'SENT',
  });
  return materials.map(({ id, name, unit, unitPriceSen, payOn, payBy, createdAt }) => {
    const quantity = sent.reduce((sum, row) => sum + (row.materialId === id ? row.quantity : 0), 0);
    return {
      name,
      quantity: `${quantity.toLocaleString('ja-JP')}${unit}`,
      priceYen: lineAmountYen(unitPriceSen ?? 0, quantity, 'DOWN'),
      handOverOn: todayInTokyo(createdAt),
      settlement: payOn && `${formatDateJa(payOn)}　${payBy ?? ''}`,
    };
  });
}

async function undecidedItems(tx: Transaction, workOrderId: string): Promise<UndecidedItem[]> {
  const open = await tx.manager.find(OpenItem, {
    where: { workOrderId, decidedAt: IsNull() },
    order: { decideOn: 'ASC', id: 'ASC' },
  });
  return open.map(({ item, reason, decideOn }) => ({ item: ITEM_WORDS[item].ja, reason, decideOn }));
}

async function decidedItems(tx: Transaction, workOrderId: string): Promise<DecidedItem[]> {
  const decided = await tx.manager.find(OpenItem, {
    where: { workOrderId, decidedAt: Not(IsNull()) },
    order: { decidedAt: 'ASC', id: 'ASC' },
  });
  return decided.map(({ item, decision, decidedAt }) => ({
    item: ITEM_WORDS[item].ja,
    decision: decision ?? '',
    decidedOn: todayInTokyo(decidedAt ?? tx.now),
  }));
}
