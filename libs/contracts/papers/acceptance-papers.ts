import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { OrderContact, type WorkOrderLine } from '#yui/orders';
import type { AcceptanceNotePaper } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import { placeName } from './delivery-rows.js';
import { divideAmongPlaces } from './place-notes.js';
import { issuePaper, type NewPaper } from './issue-paper.js';
import { type BookedAmount, bookedAmountOf } from './booked-amounts.js';
import { type OrderSheet, unitOf, workName } from './order-sheet.js';
import { saidNotes } from './said-note.js';
import { type DoneShare, loadDoneShares } from './done-shares.js';

/** 契約型: 納品書 of the desk to the buyer, when everything is there; one for each place, to the department it is for. */
export async function issueDeskDeliveryNote(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const { order } = sheet;
  if (order.contractType !== 'DESK_CONTRACT') return;
  const shares = await loadDoneShares(tx, sheet);
  for (const { place, parts } of divideAmongPlaces(sheet, (line) => unitsDone(line, shares))) {
    const works = parts.map(({ line, units }) => ({
      name: workName(sheet, line.workTypeCode),
      specification: line.specification || null,
      quantity: units,
      unit: unitOf(sheet, line.workTypeCode),
      note: null,
    }));
    await issuePaper(tx, {
      deskId: order.deskId,
      workOrderId: order.id,
      kind: 'DELIVERY_NOTE',
      issuer: sheet.desk,
      recipient: place?.departmentId ? { ...sheet.buyer, departmentId: place.departmentId } : sheet.buyer,
      sourceKey: place === null ? `desk-delivery:${order.id}` : `desk-delivery:${order.id}:${place.id}`,
      write: (head) => ({
        ...head,
        kind: 'DELIVERY_NOTE',
        subject: order.title,
        workOrderNumber: order.number,
        works,
        deliveredOn: todayInTokyo(tx.now),
        deliverTo: place === null ? null : [placeName(sheet, place), place.address].filter(Boolean).join('　'),
        notes: [],
      }),
    });
  }
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
  const notes = await saidNotes(tx, order.id, 'acceptWork', order.acceptedAt);
  const contact = await tx.manager.findOneBy(OrderContact, { workOrderId: order.id });
  const inspector = contact?.inspector || null;
  if (order.contractType === 'DESK_CONTRACT') await noteToDesk(tx, sheet, shares, { deliveredOn, notes, inspector });
  if (order.contractType === 'BROKERED') {
    for (const share of shares) await noteToFacility(tx, sheet, share, { notes });
  }
}

async function noteToDesk(
  tx: Transaction,
  sheet: OrderSheet,
  shares: readonly DoneShare[],
  about: Pick<Accepted, 'deliveredOn' | 'notes' | 'inspector'>,
): Promise<void> {
  const results = sheet.lines.map((line) => {
    const own = shares.filter(({ assignment }) => assignment.workOrderLineId === line.id);
    return goodResult(sheet, line.workTypeCode, unitsDone(line, shares), lastDayOf(own));
  });
  await issuePaper(tx, {
    deskId: sheet.order.deskId,
    workOrderId: sheet.order.id,
    ...acceptance(sheet, { results, ...about }, await bookedAmountOf(tx, sheet.order.id, 'line %', 'charge %')),
    issuer: sheet.buyer,
    recipient: sheet.desk,
    sourceKey: `acceptance:${sheet.order.id}`,
  });
}

async function noteToFacility(
  tx: Transaction,
  sheet: OrderSheet,
  share: DoneShare,
  about: Pick<Accepted, 'notes'>,
): Promise<void> {
  const { assignment, acceptedUnits, lastDeliveredOn } = share;
  if (acceptedUnits === 0) return;
  const step = sheet.steps.find(({ id }) => id === assignment.stepId);
  const line = sheet.lines.find(({ id }) => id === assignment.workOrderLineId);
  const code = step?.workTypeCode ?? line?.workTypeCode ?? '';
  const results = [goodResult(sheet, code, acceptedUnits, lastDeliveredOn)];
  await issuePaper(tx, {
    deskId: sheet.order.deskId,
    workOrderId: sheet.order.id,
    ...acceptance(
      sheet,
      { results, deliveredOn: lastDeliveredOn, ...about },
      await bookedAmountOf(tx, sheet.order.id, `share ${assignment.id}`),
    ),
    issuer: sheet.buyer,
    recipient: { kind: 'FACILITY', id: assignment.facilityId },
    sourceKey: `acceptance:${assignment.id}`,
  });
}

type Accepted = Pick<AcceptanceNotePaper, 'results' | 'deliveredOn' | 'notes' | 'inspector'>;

function acceptance(
  { order }: OrderSheet,
  accepted: Accepted,
  { netYen, taxYen, grossYen }: BookedAmount,
): Pick<NewPaper, 'kind' | 'write'> {
  return {
    kind: 'ACCEPTANCE_NOTE',
    write: (head) => ({
      ...head,
      ...accepted,
      amountYen: grossYen,
      amountParts: { netYen, taxYen },
      kind: 'ACCEPTANCE_NOTE',
      subject: order.title,
      workOrderNumber: order.number,
      acceptedOn: order.acceptedAt === null ? head.issuedOn : todayInTokyo(order.acceptedAt),
    }),
  };
}

function goodResult(
  sheet: OrderSheet,
  workTypeCode: string,
  units: number,
  deliveredOn: LocalDate | null,
): AcceptanceNotePaper['results'][number] {
  const [name, unit] = [workName(sheet, workTypeCode), unitOf(sheet, workTypeCode)];
  return { name, unit, deliveredUnits: units, acceptedUnits: units, defectUnits: 0, handling: null, deliveredOn };
}

function lastDayOf(shares: readonly DoneShare[]): LocalDate | null {
  return (
    shares
      .map(({ lastDeliveredOn }) => lastDeliveredOn)
      .sort()
      .at(-1) ?? null
  );
}

/** Finished units of a line: what came good out of its last step. */
function unitsDone(line: Pick<WorkOrderLine, 'id'>, shares: readonly DoneShare[]): number {
  return shares
    .filter(({ assignment, isLastStep }) => isLastStep && assignment.workOrderLineId === line.id)
    .reduce((sum, share) => sum + share.acceptedUnits, 0);
}
