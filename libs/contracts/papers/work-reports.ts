import { isDeepStrictEqual } from 'node:util';
import { Between, In, IsNull, Like, Not } from 'typeorm';
import { firstDayOfMonth, lastDayOfMonth, type LocalDate, eraMonth, todayInTokyo } from '#yui/calendar';
import { Attachment } from '#yui/correspondence';
import { Delivery } from '#yui/fulfilment';
import { WorkOrder } from '#yui/orders';
import type { PaperPhoto, WorkReportPaper } from '#yui/papers';
import { groupBy, type Transaction } from '#yui/platform';
import { Occurrence, StandingOrder } from '#yui/recurring';
import { type DoneShare, loadDoneShares } from './done-shares.js';
import { issuePaper } from './issue-paper.js';
import { loadOrderSheet, type OrderSheet, unitOf, workName } from './order-sheet.js';
import type { PartyRef } from './paper-party.js';
import { Paper } from './paper.entity.js';

const MAX_PHOTOS_OF_ORDER = 12;
const MAX_PHOTOS = 60;
const DONE_STATES = ['DELIVERED', 'ACCEPTED', 'SETTLED', 'CLOSED'] as const;

type Work = WorkReportPaper['works'][number];

/** What one facility did of one date, or the desk by its facilities. */
interface Done {
  readonly works: readonly Work[];
  readonly photos: readonly PaperPhoto[];
}

/** 作業完了報告書 of one date of a standing order, as soon as all of it is delivered. */
export async function issueWorkReport(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const { order } = sheet;
  const occurrence = await tx.manager.findOneBy(Occurrence, { workOrderId: order.id });
  if (!occurrence) return;
  for (const [issuerId, done] of await doneOf(tx, sheet, occurrence)) {
    if (done.works.length === 0) continue;
    const doneOn = lastDay(done.works);
    await issuePaper(tx, {
      kind: 'WORK_REPORT',
      deskId: order.deskId,
      issuer: issuerOf(sheet, issuerId),
      recipient: sheet.buyer,
      workOrderId: order.id,
      sourceKey: `work-report:${order.id}:${issuerId}`,
      write: (head) => ({
        ...head,
        ...done,
        kind: 'WORK_REPORT',
        subject: order.title,
        workOrderNumber: order.number,
        doneFrom: null,
        doneOn,
        notes: [],
      }),
    });
  }
}

/**
 * 作業完了報告書 of all dates of a month that are done by now, when the buyer accepts the month. Where more was done since, a
 * new one takes the place of the last.
 */
export async function issueMonthReport(tx: Transaction, standing: StandingOrder, month: LocalDate): Promise<void> {
  const occurrences = await tx.manager.find(Occurrence, {
    where: {
      standingOrderId: standing.id,
      dueOn: Between(firstDayOfMonth(month), lastDayOfMonth(month)),
      workOrderId: Not(IsNull()),
    },
    order: { dueOn: 'ASC', sitePosition: 'ASC', id: 'ASC' },
  });
  const orders = await tx.manager.findBy(WorkOrder, {
    id: In(occurrences.map(({ workOrderId }) => workOrderId)),
    status: In([...DONE_STATES]),
  });
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const doneBy = new Map<string, { issuer: PartyRef; recipient: PartyRef; works: Work[]; photos: PaperPhoto[] }>();
  for (const occurrence of occurrences) {
    const order = orderOf.get(occurrence.workOrderId ?? '');
    if (!order) continue;
    const sheet = await loadOrderSheet(tx, order);
    for (const [issuerId, { works, photos }] of await doneOf(tx, sheet, occurrence)) {
      const all = doneBy.get(issuerId) ?? {
        issuer: issuerOf(sheet, issuerId),
        recipient: sheet.buyer,
        works: [],
        photos: [],
      };
      all.works.push(...works);
      all.photos.push(...photos);
      doneBy.set(issuerId, all);
    }
  }
  for (const [issuerId, { issuer, recipient, works, photos }] of doneBy) {
    if (works.length === 0) continue;
    const key = `work-report:${standing.id}:${month.slice(0, 7)}:${issuerId}:`;
    const { last, version } = await lastReport(tx, standing.deskId, key);
    if (last?.data.kind === 'WORK_REPORT' && isDeepStrictEqual(last.data.works, asStored(works))) continue;
    await issuePaper(tx, {
      kind: 'WORK_REPORT',
      deskId: standing.deskId,
      issuer,
      recipient,
      workOrderId: null,
      sourceKey: `${key}${version + 1}`,
      replacesId: last?.id ?? null,
      write: (head) => ({
        ...head,
        kind: 'WORK_REPORT',
        subject: `${standing.title}（${eraMonth(month)}分）`,
        workOrderNumber: standing.number,
        doneFrom: firstDayOfMonth(month),
        doneOn: lastDayOfMonth(month),
        works,
        photos: photos.slice(0, MAX_PHOTOS),
        notes: [],
      }),
    });
  }
}

/** As it comes back from the database. */
const asStored = (works: readonly Work[]) => JSON.parse(JSON.stringify(works)) as unknown;

/** By exact keys, which the index of papers has: a desk has many of them. */
async function lastReport(
  tx: Transaction,
  deskId: string,
  key: string,
): Promise<{ readonly last: Paper | null; readonly version: number }> {
  let last: Paper | null = null;
  for (let version = 0; ; version += 1) {
    const next = await tx.manager.findOneBy(Paper, { deskId, sourceKey: `${key}${version + 1}` });
    if (!next) return { last, version };
    last = next;
  }
}

const issuerOf = (sheet: OrderSheet, id: string): PartyRef =>
  id === sheet.desk.id ? sheet.desk : { kind: 'FACILITY', id };

/** 契約型: of the desk, which does not say who did it. 仲介型: of each facility, with what it wrote. */
async function doneOf(tx: Transaction, sheet: OrderSheet, occurrence: Occurrence): Promise<Map<string, Done>> {
  const shares = (await loadDoneShares(tx, sheet)).filter(
    ({ isLastStep, acceptedUnits }) => isLastStep && acceptedUnits > 0,
  );
  const isOwn = sheet.order.contractType === 'BROKERED';
  const byIssuer = groupBy(shares, ({ assignment }) => (isOwn ? assignment.facilityId : sheet.desk.id));
  const done = new Map<string, Done>();
  for (const [issuerId, own] of byIssuer) {
    const works: Work[] = [];
    for (const share of own) works.push(await workOf(tx, sheet, occurrence, share, isOwn));
    done.set(issuerId, {
      works: isOwn ? works : together(works),
      photos: await photosOf(tx, sheet, occurrence, isOwn ? issuerId : null),
    });
  }
  return done;
}

async function workOf(
  tx: Transaction,
  sheet: OrderSheet,
  { siteName: place }: Occurrence,
  { assignment, acceptedUnits, lastDeliveredOn }: DoneShare,
  hasNote: boolean,
): Promise<Work> {
  const code = sheet.lines.find(({ id }) => id === assignment.workOrderLineId)?.workTypeCode ?? '';
  const deliveries = hasNote ? await tx.manager.findBy(Delivery, { assignmentId: assignment.id }) : [];
  return {
    doneOn: lastDeliveredOn,
    place,
    name: workName(sheet, code),
    quantity: acceptedUnits,
    unit: unitOf(sheet, code),
    note: deliveries.flatMap(({ note }) => note || []).join('\n') || null,
  };
}

/** One line a day: how it was divided is not the buyer's to read. */
function together(works: readonly Work[]): Work[] {
  return [...groupBy(works, ({ doneOn }) => doneOn)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => ({ ...own[0]!, quantity: own.reduce((sum, { quantity }) => sum + quantity, 0) }));
}

/** Those of its deliveries, which the desk has looked at. @param facilityId of this facility alone; null: of all */
async function photosOf(
  tx: Transaction,
  { order }: OrderSheet,
  { siteName: place }: Occurrence,
  facilityId: string | null,
): Promise<PaperPhoto[]> {
  const files = await tx.manager.find(Attachment, {
    where: {
      workOrderId: order.id,
      subjectType: 'DELIVERY',
      storedAt: Not(IsNull()),
      removedAt: IsNull(),
      mediaType: Like('image/%'),
      ...(facilityId === null ? {} : { facilityId }),
    },
    order: { uploadedAt: 'ASC', id: 'ASC' },
    take: MAX_PHOTOS_OF_ORDER,
  });
  return files.map(({ id, mediaType, uploadedAt }) => ({
    attachmentId: id,
    mediaType,
    takenFor: todayInTokyo(uploadedAt),
    place,
  }));
}

const lastDay = (works: readonly Work[]): LocalDate =>
  works.map(({ doneOn }) => doneOn).reduce((last, day) => (day > last ? day : last));
