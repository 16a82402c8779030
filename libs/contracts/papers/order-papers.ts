import { addDays, todayInTokyo } from '#yui/calendar';
import { Capability } from '#yui/directory';
import { contractStampDutyYen } from '#yui/money';
import type { PaperReference } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import { CONTRACT_ARTICLES } from './contract-articles.js';
import { deliveryRows } from './delivery-rows.js';
import { issueLatest, papersAbout } from './issue-latest.js';
import { issuePaper, type PaperHead } from './issue-paper.js';
import { acceptedQuote, buyerPrices, type OrderSheet, unitOf, workName } from './order-sheet.js';
import { partyOf } from './paper-party.js';
import { orderNotes } from './said-note.js';
import { tradeTerms, withDeliveries } from './trade-words.js';

const DAYS_UNTIL_REPORT = 14;
const MAX_STRENGTHS = 8;

/**
 * 契約型, when the order is placed and again when an amendment changed it: 発注書 of the buyer and 注文請書 of the desk, or
 * 契約書 where the buyer wants a paper both sides sign.
 */
export async function issueOrderPapers(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const { order, desk, buyer, orderTerms } = sheet;
  const quote = await acceptedQuote(tx, order);
  if (order.contractType !== 'DESK_CONTRACT' || !quote || !orderTerms || order.orderedAt === null) return;
  const orderedOn = todayInTokyo(order.orderedAt);
  const notes = await orderNotes(tx, order);
  const prices = await buyerPrices(tx, sheet, quote);
  const terms = withDeliveries(tradeTerms(sheet.lines, orderTerms), deliveryRows(sheet));
  const shared = {
    deskId: order.deskId,
    workOrderId: order.id,
    content: { quoteId: quote.id, prices, terms },
  };
  const about = { subject: order.title, workOrderNumber: order.number, prices, terms };
  if (orderTerms.needsSignedPaper) {
    await issueLatest(tx, {
      ...shared,
      kind: 'CONTRACT',
      issuer: desk,
      recipient: buyer,
      subject: `contract:${order.id}`,
      write: (head) => ({
        ...head,
        ...about,
        kind: 'CONTRACT',
        concludedOn: orderedOn,
        forSeal: {
          stampDutyYen: contractStampDutyYen(prices.tax.netYen),
          isWithGovernment: orderTerms.isGovernment,
        },
        articles: CONTRACT_ARTICLES,
        notes,
      }),
    });
    return;
  }
  const basis = await referenceToLast(tx, order.deskId, `quote:${order.id}`);
  await issueLatest(tx, {
    ...shared,
    kind: 'PURCHASE_ORDER',
    issuer: buyer,
    recipient: desk,
    subject: `buyer-order:${order.id}`,
    write: (head) => ({
      ...head,
      ...about,
      kind: 'PURCHASE_ORDER',
      basis,
      subcontract: null,
      preparedBy: null,
      notes,
    }),
  });
  const ordered = await referenceToLast(tx, order.deskId, `buyer-order:${order.id}`);
  await issueLatest(tx, {
    ...shared,
    kind: 'ORDER_ACKNOWLEDGEMENT',
    issuer: desk,
    recipient: buyer,
    subject: `acknowledgement:${order.id}`,
    write: (head) => ({ ...head, ...about, kind: 'ORDER_ACKNOWLEDGEMENT', basis: ordered, orderedOn, notes }),
  });
}

/** 斡旋型: 紹介状, once the buyer has chosen whom to talk to. */
export async function issueReferralLetter(tx: Transaction, sheet: OrderSheet, facilityId: string): Promise<void> {
  const { order, desk, buyer } = sheet;
  if (order.contractType !== 'REFERRAL') return;
  const introduced = await partyOf(tx.manager, order.deskId, { kind: 'FACILITY', id: facilityId });
  const capabilities = await tx.manager.find(Capability, {
    where: { facilityId, isOffered: true },
    order: { workTypeCode: 'ASC' },
    take: MAX_STRENGTHS,
  });
  const names = await tx.manager.query<{ name_ja: string }[]>(
    'SELECT name_ja FROM work_type WHERE code = ANY($1) ORDER BY position',
    [capabilities.map(({ workTypeCode }) => workTypeCode)],
  );
  await issuePaper(tx, {
    kind: 'REFERRAL_LETTER',
    deskId: order.deskId,
    issuer: desk,
    recipient: buyer,
    workOrderId: order.id,
    sourceKey: `referral:${order.id}`,
    write: (head: PaperHead) => ({
      ...head,
      kind: 'REFERRAL_LETTER',
      subject: order.title,
      workOrderNumber: order.number,
      introduced,
      strengths: names.map((name) => name.name_ja),
      works: sheet.lines.map((line) => ({
        name: workName(sheet, line.workTypeCode),
        specification: line.specification || null,
        quantity: line.quantity,
        unit: unitOf(sheet, line.workTypeCode),
        note: null,
      })),
      deliverOn: tradeDate(sheet),
      reportBy: addDays(todayInTokyo(order.orderedAt ?? tx.now), DAYS_UNTIL_REPORT),
      notes: [],
    }),
  });
}

function tradeDate({ lines }: OrderSheet) {
  return (
    lines
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? null
  );
}

async function referenceToLast(tx: Transaction, deskId: string, subject: string): Promise<PaperReference | null> {
  const last = (await papersAbout(tx, deskId, subject)).at(-1);
  return last ? { kind: last.kind, number: last.number, issuedOn: last.issuedOn } : null;
}
