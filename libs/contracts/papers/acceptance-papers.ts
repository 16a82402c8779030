import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { invoiceIssuerOf } from '#yui/directory';
import type { WorkOrderLine } from '#yui/orders';
import type { AcceptanceNotePaper } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import { issuePaper, type NewPaper } from './issue-paper.js';
import { acceptedQuote, buyerPrices, facilityPrices, type OrderSheet, unitOf, workName } from './order-sheet.js';
import { type DoneShare, loadDoneShares } from './done-shares.js';

/** 契約型: 納品書 of the desk to the buyer, when everything is there. */
export async function issueDeskDeliveryNote(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const { order } = sheet;
  if (order.contractType !== 'DESK_CONTRACT') return;
  const shares = await loadDoneShares(tx, sheet);
  const works = sheet.lines.map((line) => ({
    name: workName(sheet, line.workTypeCode),
    specification: line.specification || null,
    quantity: unitsDone(line, shares),
    unit: unitOf(sheet, line.workTypeCode),
    note: null,
  }));
  if (works.every(({ quantity }) => quantity === 0)) return;
  await issuePaper(tx, {
    deskId: sheet.order.deskId,
    workOrderId: sheet.order.id,
    kind: 'DELIVERY_NOTE',
    issuer: sheet.desk,
    recipient: sheet.buyer,
    sourceKey: `desk-delivery:${order.id}`,
    write: (head) => ({
      ...head,
      kind: 'DELIVERY_NOTE',
      subject: order.title,
      workOrderNumber: order.number,
      works,
      deliveredOn: todayInTokyo(tx.now),
      deliverTo: null,
      notes: [],
    }),
  });
}

/** 検収書 of the buyer: to the desk (契約型), or to each facility for what it did (仲介型). */
export async function issueAcceptanceNotes(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const { order } = sheet;
  if (order.acceptedAt === null) return;
  const shares = await loadDoneShares(tx, sheet);
  const deliveredOn = shares
    .map((share) => share.lastDeliveredOn)
    .sort()
    .at(-1);
  if (deliveredOn === undefined) return;
  if (order.contractType === 'DESK_CONTRACT') await noteToDesk(tx, sheet, shares, deliveredOn);
  if (order.contractType === 'BROKERED') {
    for (const share of shares) await noteToFacility(tx, sheet, share);
  }
}

async function noteToDesk(
  tx: Transaction,
  sheet: OrderSheet,
  shares: readonly DoneShare[],
  deliveredOn: LocalDate,
): Promise<void> {
  const quote = await acceptedQuote(tx, sheet.order);
  if (!quote) return;
  const { lines, tax } = await buyerPrices(tx, sheet, quote, (line) => unitsDone(line, shares));
  const results = lines.map(({ name, unit, quantity }) => goodResult(name, unit, quantity));
  await issuePaper(tx, {
    deskId: sheet.order.deskId,
    workOrderId: sheet.order.id,
    ...acceptance(sheet, { results, deliveredOn, amountYen: tax.grossYen }),
    issuer: sheet.buyer,
    recipient: sheet.desk,
    sourceKey: `acceptance:${sheet.order.id}`,
  });
}

async function noteToFacility(tx: Transaction, sheet: OrderSheet, share: DoneShare): Promise<void> {
  const { assignment, acceptedUnits, lastDeliveredOn } = share;
  if (acceptedUnits === 0) return;
  const { taxRounding } = await invoiceIssuerOf(tx.manager, sheet.order.deskId, assignment.facilityId);
  const { lines, tax } = facilityPrices(sheet, [{ assignment, units: acceptedUnits }], taxRounding);
  const results = lines.map(({ name, unit, quantity }) => goodResult(name, unit, quantity));
  await issuePaper(tx, {
    deskId: sheet.order.deskId,
    workOrderId: sheet.order.id,
    ...acceptance(sheet, { results, deliveredOn: lastDeliveredOn, amountYen: tax.grossYen }),
    issuer: sheet.buyer,
    recipient: { kind: 'FACILITY', id: assignment.facilityId },
    sourceKey: `acceptance:${assignment.id}`,
  });
}

type Accepted = Pick<AcceptanceNotePaper, 'results' | 'deliveredOn' | 'amountYen'>;

function acceptance({ order }: OrderSheet, accepted: Accepted): Pick<NewPaper, 'kind' | 'write'> {
  return {
    kind: 'ACCEPTANCE_NOTE',
    write: (head) => ({
      ...head,
      ...accepted,
      kind: 'ACCEPTANCE_NOTE',
      subject: order.title,
      workOrderNumber: order.number,
      acceptedOn: order.acceptedAt === null ? head.issuedOn : todayInTokyo(order.acceptedAt),
      notes: [],
    }),
  };
}

function goodResult(name: string, unit: string, units: number): AcceptanceNotePaper['results'][number] {
  return { name, unit, deliveredUnits: units, acceptedUnits: units, defectUnits: 0, handling: null };
}

/** Finished units of a line: what came good out of its last step. */
function unitsDone(line: Pick<WorkOrderLine, 'id'>, shares: readonly DoneShare[]): number {
  return shares
    .filter(({ assignment, isLastStep }) => isLastStep && assignment.workOrderLineId === line.id)
    .reduce((sum, share) => sum + share.acceptedUnits, 0);
}
