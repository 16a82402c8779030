import { eraDate, todayInTokyo } from '#yui/calendar';
import { invoiceIssuerOf } from '#yui/directory';
import { Assignment, Delivery, Inspection } from '#yui/fulfilment';
import type { Transaction } from '#yui/platform';
import { issuePaper } from './issue-paper.js';
import { facilityPrices, type OrderSheet } from './order-sheet.js';
import type { PartyRef } from './paper-party.js';

/** 納品書 of a facility, to the one it works for: the desk (契約型) or the buyer (仲介型). */
export async function issueDeliveryNote(tx: Transaction, sheet: OrderSheet, deliveryId: string): Promise<void> {
  const { order } = sheet;
  const { delivery, assignment, facility } = await loadDelivery(tx, deliveryId);
  const deliveredOn = todayInTokyo(delivery.deliveredAt);
  const { lines } = facilityPrices(sheet, [{ assignment, units: delivery.units }], 'DOWN');
  const step = sheet.steps.find(({ id }) => id === assignment.stepId);
  await issuePaper(tx, {
    kind: 'DELIVERY_NOTE',
    deskId: order.deskId,
    issuer: facility,
    recipient: order.contractType === 'BROKERED' ? sheet.buyer : sheet.desk,
    workOrderId: order.id,
    sourceKey: `delivery:${delivery.id}`,
    write: (head) => ({
      ...head,
      kind: 'DELIVERY_NOTE',
      subject: order.title,
      workOrderNumber: order.number,
      works: lines.map(({ name, specification, quantity, unit }) => ({
        name,
        specification,
        quantity,
        unit,
        note: delivery.note || null,
      })),
      deliveredOn,
      deliverTo:
        step?.handOverPlace || (order.contractType === 'BROKERED' ? null : sheet.deskTerms.receiptPlace || null),
      notes: [],
    }),
  });
}

/** 検収書 of the desk to a facility (契約型): what it found good, what it did not, and what comes of that. */
export async function issueInspectionNote(tx: Transaction, sheet: OrderSheet, deliveryId: string): Promise<void> {
  const { order } = sheet;
  const inspection = await tx.manager.findOneBy(Inspection, { deliveryId });
  if (order.contractType !== 'DESK_CONTRACT' || !inspection) return;
  const { delivery, assignment, facility } = await loadDelivery(tx, deliveryId);
  const { taxRounding } = await invoiceIssuerOf(tx.manager, order.deskId, assignment.facilityId);
  const { lines, tax } = facilityPrices(sheet, [{ assignment, units: inspection.acceptedUnits }], taxRounding);
  await issuePaper(tx, {
    kind: 'ACCEPTANCE_NOTE',
    deskId: order.deskId,
    issuer: sheet.desk,
    recipient: facility,
    workOrderId: order.id,
    sourceKey: `inspection:${inspection.id}`,
    write: (head) => ({
      ...head,
      kind: 'ACCEPTANCE_NOTE',
      subject: order.title,
      workOrderNumber: order.number,
      results: lines.map(({ name, unit }) => ({
        name,
        unit,
        deliveredUnits: delivery.units,
        acceptedUnits: inspection.acceptedUnits,
        defectUnits: inspection.defectUnits,
        handling: handlingWords(inspection),
      })),
      deliveredOn: todayInTokyo(delivery.deliveredAt),
      acceptedOn: todayInTokyo(inspection.inspectedAt),
      amountYen: tax.grossYen,
      notes: inspection.note === '' ? [] : [inspection.note],
    }),
  });
}

function handlingWords({ defectUnits, defectHandling, reworkDueOn }: Inspection): string | null {
  if (defectUnits === 0 || defectHandling === null) return null;
  if (defectHandling === 'REDUCE') return '数量から減らす';
  return reworkDueOn === null ? '手直し' : `手直し（${eraDate(reworkDueOn)}まで）`;
}

interface LoadedDelivery {
  readonly delivery: Delivery;
  readonly assignment: Assignment;
  readonly facility: PartyRef;
}

async function loadDelivery(tx: Transaction, id: string): Promise<LoadedDelivery> {
  const delivery = await tx.get(Delivery, { id });
  const assignment = await tx.get(Assignment, { id: delivery.assignmentId });
  const facility = { kind: 'FACILITY', id: assignment.facilityId } as const;
  return { delivery, assignment, facility };
}
