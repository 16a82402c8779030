import { type LocalDate, todayInTokyo } from '#yui/calendar';
import type { PaperData, PaperKind, PaperParty, PaperReference } from '#yui/papers';
import { OrderContact } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { nextPaperNumber } from '../numbering/next-paper-number.js';
import { type PartyRef, partyOf } from './paper-party.js';
import { Paper } from './paper.entity.js';
import { emitPaperEvent } from './paper.events.js';

/** What every paper begins with; the rest is written by the one who knows what it is about. */
export interface PaperHead {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly issuer: PaperParty;
  readonly recipient: PaperParty;
  readonly replaces: PaperReference | null;
  readonly buyerNumber: string | null;
}

export interface NewPaper {
  readonly kind: PaperKind;
  readonly deskId: string;
  readonly issuer: PartyRef;
  readonly recipient: PartyRef;
  readonly workOrderId: string | null;
  /** What it is issued for, within the desk: `quote:` and an id. The second call with the same key does nothing. */
  readonly sourceKey: string;
  /** The paper it corrects. */
  readonly replacesId?: string | null;
  /** Where the number was given before (an invoice has its own); omitted: the next of the issuer. */
  readonly number?: string;
  /** Omitted: today in Tokyo. */
  readonly issuedOn?: LocalDate;
  readonly write: (head: PaperHead) => PaperData | Promise<PaperData>;
}

/**
 * Issues a paper once: number, parties as they are today, content; the worker makes its file afterwards. Anyone who calls
 * it holds the lock of what the paper is about, so that two callers do not meet.
 * @returns the id of the paper, also when it was there already
 */
export async function issuePaper(tx: Transaction, paper: NewPaper): Promise<string> {
  const { deskId, kind, sourceKey, issuer, recipient } = paper;
  const there = await tx.manager.findOne(Paper, { select: { id: true }, where: { deskId, sourceKey } });
  if (there) return there.id;
  const issuedOn = paper.issuedOn ?? todayInTokyo(tx.now);
  const number = paper.number ?? (await nextPaperNumber(tx, { deskId, issuerId: issuer.id, kind, issuedOn }));
  const contact = await contactOf(tx, paper);
  const isWithFacility = [issuer.kind, recipient.kind].includes('FACILITY');
  const data = await paper.write({
    number,
    issuedOn,
    issuer: await partyOf(tx.manager, deskId, withContact(issuer, contact, isWithFacility)),
    // Addressed to a person only where one was named for this order; else to the organisation (御中).
    recipient: {
      ...(await partyOf(tx.manager, deskId, withContact(recipient, contact, isWithFacility))),
      contactPerson: (recipient.kind === 'BUYER' && contact?.person) || null,
    },
    buyerNumber: contact?.buyerNumber || null,
    replaces: await referenceTo(tx, paper.replacesId ?? null),
  });
  const idOf = (wanted: PartyRef['kind']) => [issuer, recipient].find((party) => party.kind === wanted)?.id ?? null;
  const id = tx.newId();
  await tx.manager.insert(Paper, {
    id,
    deskId,
    kind,
    number,
    issuerKind: issuer.kind,
    issuerId: issuer.id,
    recipientKind: recipient.kind,
    recipientId: recipient.id,
    buyerId: idOf('BUYER'),
    facilityId: idOf('FACILITY'),
    workOrderId: paper.workOrderId,
    sourceKey,
    replacesId: paper.replacesId ?? null,
    data,
    issuedOn,
    issuedAt: tx.now,
    amountYen: amountOf(data),
  });
  await tx.audit('paper.issue', { deskId, subjectType: 'Paper', subjectId: id }, { kind, number, sourceKey });
  await emitPaperEvent(tx, deskId, 'paper.issued', { paperId: id });
  return id;
}

/**
 * What the buyer said of the order, for papers it is a party to: what is between the desk and a facility does not say it. The
 * person was named to the desk alone, so a facility that deals with the buyer itself is given the number and nobody's name.
 */
async function contactOf(tx: Transaction, { issuer, recipient, workOrderId }: NewPaper): Promise<OrderContact | null> {
  const kinds = [issuer.kind, recipient.kind];
  if (!kinds.includes('BUYER') || workOrderId === null) return null;
  const contact = await tx.manager.findOneBy(OrderContact, { workOrderId });
  return contact && kinds.includes('FACILITY') ? { ...contact, person: '', phone: '' } : contact;
}

const withContact = (ref: PartyRef, contact: OrderContact | null, isUnnamed: boolean): PartyRef =>
  ref.kind === 'BUYER' ? { ...ref, contact, isUnnamed } : ref;

async function referenceTo(tx: Transaction, id: string | null): Promise<PaperReference | null> {
  if (id === null) return null;
  const { kind, number, issuedOn } = await tx.get(Paper, { id });
  return { kind, number, issuedOn };
}

function amountOf(data: PaperData): number | null {
  if ('prices' in data) return data.prices.tax.grossYen;
  return data.kind === 'ACCEPTANCE_NOTE' ? data.amountYen : null;
}
