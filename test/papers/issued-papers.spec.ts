import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addWorkingDays, fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { DecideItem, DeclareUndecided, IssueInvoice, Paper, PaperQueries } from '#yui/contracts';
import { SetBuyerTerms } from '#yui/directory';
import { AddAttachment, enterFor } from '#yui/correspondence';
import { AcceptAmendment, ProposeAmendment } from '#yui/changes';
import {
  AcceptAssignment,
  AcceptWork,
  AnswerByLink,
  type Assignment,
  HandBackAssignment,
  InspectDelivery,
  ReportDelivery,
} from '#yui/fulfilment';
import { DraftWorkOrder, IssueQuote, PlaceOrder, ReviewWorkOrder, SubmitWorkOrder, WorkOrderLine } from '#yui/orders';
import type { PaperKind } from '#yui/papers';
import type { PersonActor } from '#yui/platform';
import {
  AcceptMonth,
  AgreeStandingOrder,
  AnswerOccurrences,
  Occurrence,
  OfferOccurrences,
  PlaceComingOccurrences,
  PlanOccurrences,
  ProposeStandingOrder,
  SkipOccurrence,
} from '#yui/recurring';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { storageFolderOf } from '../harness/test-run.js';
import { assignmentsOf, placedOrder, reviewedOrder, splitAndSend } from '../orders/order-fixtures.js';
import { addressesOf, allQuiet, staffFacilities, startWorker } from '../worker/worker-fixtures.js';
import { textOf } from './paper-text.js';

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const YEAR = fiscalYearOf(todayInTokyo(new Date()));

describe('papers of orders', () => {
  let product: Product;
  let mail: TestMail;
  let worker: NestFastifyApplication;
  let desk: PersonActor;
  let buyer: PersonActor;
  let papers: PaperQueries;

  beforeAll(async () => {
    product = await createProduct();
    mail = await startTestMail();
    worker = await startWorker(product.databaseUrl, mail.smtpUrl);
    desk = await product.as('DESK_COORDINATOR');
    buyer = await product.as('BUYER_ADMIN');
    papers = worker.get(PaperQueries, { strict: false });
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await product.close();
  });

  const facilityOf = async (assignment: Assignment) => product.as('FACILITY_ADMIN', assignment.facilityId);
  /** Oldest first, as the actor sees them: `QUOTE DESK→BUYER`. */
  async function listed(actor: PersonActor, workOrderId: string): Promise<string[]> {
    await allQuiet(product);
    const { items } = await papers.list(actor, { workOrderId }, { first: 100 });
    return items.map((paper) => `${paper.kind} ${paper.issuerKind}→${paper.recipientKind}`).toReversed();
  }
  async function only(actor: PersonActor, workOrderId: string, kind: PaperKind): Promise<Paper[]> {
    return (await papers.list(actor, { workOrderId, kinds: [kind] })).items.toReversed();
  }
  async function acceptAll(workOrderId: string): Promise<Assignment[]> {
    const offers = await assignmentsOf(product, workOrderId);
    for (const offer of offers) {
      const named = { idempotencyKey: newKey(), assignmentId: offer.id };
      await product.get(AcceptAssignment).execute(await facilityOf(offer), named);
    }
    return assignmentsOf(product, workOrderId);
  }
  async function deliverAll(assignments: readonly Assignment[]): Promise<void> {
    for (const assignment of assignments) {
      const { deliveryId } = await product.get(ReportDelivery).execute(await facilityOf(assignment), {
        idempotencyKey: newKey(),
        assignmentId: assignment.id,
        units: assignment.acceptedUnits ?? 0,
        note: '箱に入れました',
      });
      await product.get(InspectDelivery).execute(desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
    }
  }

  it('say that the desk was told, where it entered an order or an acceptance for the buyer', async () => {
    const {
      workOrderId,
      lineId,
      buyer: own,
    } = await reviewedOrder(product, 100, addWorkingDays(todayInTokyo(new Date()), 20));
    const { quoteId } = await product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType: 'DESK_CONTRACT',
      validUntil: addWorkingDays(todayInTokyo(new Date()), 5),
      lines: [{ workOrderLineId: lineId, unitPriceSen: 400 }],
    });
    const told = {
      buyerId: own.organisationId,
      saidBy: '総務課 山本',
      channel: 'PHONE',
      note: 'お願いします',
    } as const;
    const coordinator = enterFor(desk, 'placeOrder', told);
    await product.get(PlaceOrder).execute(coordinator, { idempotencyKey: newKey(), quoteId });
    await allQuiet(product);
    for (const kind of ['PURCHASE_ORDER', 'ORDER_ACKNOWLEDGEMENT'] as const) {
      const [paper] = await only(desk, workOrderId, kind);
      expect(JSON.stringify(paper?.data)).toContain('総務課 山本 様よりお電話により承りました。');
    }
  });

  it('say so too on what facilities get from the buyer (仲介型), and again after an amendment that was told', async () => {
    const today = todayInTokyo(new Date());
    const { workOrderId, lineId, buyer: own } = await reviewedOrder(product, 600, addWorkingDays(today, 40));
    const { quoteId } = await product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType: 'BROKERED',
      validUntil: addWorkingDays(today, 5),
      lines: [{ workOrderLineId: lineId, unitPriceSen: 400 }],
    });
    const told = (channel: 'PHONE' | 'FAX') =>
      ({ buyerId: own.organisationId, saidBy: '総務課 山本', channel, note: 'お願いします' }) as const;
    const placing = { idempotencyKey: newKey(), quoteId };
    await product.get(PlaceOrder).execute(enterFor(desk, 'placeOrder', told('PHONE')), placing);
    await splitAndSend(product, lineId);
    await acceptAll(workOrderId);
    await allQuiet(product);
    const [first] = await only(desk, workOrderId, 'PURCHASE_ORDER');
    expect(first?.issuerKind).toBe('BUYER');
    const placed = '総務課 山本 様よりお電話により承りました。';
    expect(first?.data.notes).toEqual([expect.stringContaining(placed)]);

    const { amendmentId } = await product
      .get(ProposeAmendment)
      .execute(enterFor(desk, 'proposeAmendment', told('FAX')), {
        idempotencyKey: newKey(),
        workOrderId,
        reason: '催しが延びたため',
        lines: [{ workOrderLineId: lineId, dueOn: addWorkingDays(today, 50) }],
      });
    await product.get(AcceptAmendment).execute(desk, { idempotencyKey: newKey(), amendmentId });
    await allQuiet(product);
    const again = (await only(desk, workOrderId, 'PURCHASE_ORDER')).filter(({ replacesId }) => replacesId !== null);
    expect(again.length).toBeGreaterThan(0);
    for (const paper of again) {
      expect(paper.data.notes).toEqual([
        expect.stringContaining(placed),
        expect.stringMatching(/^変更のご依頼：.*総務課 山本 様よりFAXにより承りました。$/),
      ]);
    }
  });

  it('契約型: every paper, once, each seen by those it concerns', async () => {
    const { workOrderId, lineId } = await placedOrder(product, 600, 60);
    await splitAndSend(product, lineId);
    await allQuiet(product);
    const shares = await acceptAll(workOrderId);
    await deliverAll(shares);
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });

    const ofBuyer = ['QUOTE DESK→BUYER', 'PURCHASE_ORDER BUYER→DESK', 'ORDER_ACKNOWLEDGEMENT DESK→BUYER'];
    const atTheEnd = ['DELIVERY_NOTE DESK→BUYER', 'ACCEPTANCE_NOTE BUYER→DESK'];
    const ofFacility = [
      'ALLOCATION_NOTICE DESK→FACILITY',
      'PURCHASE_ORDER DESK→FACILITY',
      'DELIVERY_NOTE FACILITY→DESK',
      'ACCEPTANCE_NOTE DESK→FACILITY',
    ];
    // Papers of two events that follow at once may come in either order.
    expect((await listed(buyer, workOrderId)).sort()).toEqual([...ofBuyer, ...atTheEnd].sort());
    for (const share of shares)
      expect((await listed(await facilityOf(share), workOrderId)).sort()).toEqual(ofFacility.toSorted());
    const all = await listed(desk, workOrderId);
    expect(all.sort()).toEqual([...ofBuyer, ...atTheEnd, ...shares.flatMap(() => ofFacility)].sort());

    const issue = async (kind: 'INVOICE' | 'PAYMENT_NOTICE', payerId: string, payeeId: string) =>
      worker.get(IssueInvoice, { strict: false }).execute(desk, {
        idempotencyKey: newKey(),
        kind,
        deskId: desk.organisationId,
        payerId,
        payeeId,
        workOrderId,
      });
    const [share] = shares as [Assignment];
    await issue('INVOICE', buyer.organisationId, desk.organisationId);
    await issue('PAYMENT_NOTICE', desk.organisationId, share.facilityId);
    expect(await listed(buyer, workOrderId)).toContain('INVOICE DESK→BUYER');
    expect(await listed(await facilityOf(share), workOrderId)).toContain('PAYMENT_NOTICE DESK→FACILITY');
    const [invoice] = await only(buyer, workOrderId, 'INVOICE');
    const text = (await textOf((await papers.download(buyer, invoice?.id ?? '')).pdf)).join('');
    expect(text).toContain(`番号${invoice?.number}`);
    expect(text).toContain('登録番号T7123456789012');
    expect(text).toContain('合計（税込）¥2,640');
    expect(text).toContain('口座普通0012345');
  });

  it('契約型: the order to a facility states all the law asks for, and what one pays another stays between them', async () => {
    const { workOrderId, lineId } = await placedOrder(product, 500, 60);
    await product.db.query(
      `INSERT INTO undecided_item (id, desk_id, work_order_id, item, reason, decide_on)
       SELECT gen_random_uuid(), desk_id, id, 'AMOUNT', '原稿が校正中のため', '2027-01-15' FROM work_order WHERE id = $1`,
      [workOrderId],
    );
    await splitAndSend(product, lineId);
    const [share] = await acceptAll(workOrderId);
    if (!share) throw new Error('Nothing was offered');
    await allQuiet(product);
    const facility = await facilityOf(share);
    const [order] = await only(facility, workOrderId, 'PURCHASE_ORDER');
    if (order?.data.kind !== 'PURCHASE_ORDER') throw new Error('No order paper');
    expect(order.data.subcontract).toMatchObject({
      receiveOn: share.dueOn,
      receiveAt: '高知県共同受注窓口（見本）',
      inspectedBy: addDays(share.dueOn, 7),
      undecided: [{ item: '代金の額', reason: '原稿が校正中のため', decideOn: '2027-01-15' }],
    });
    const { pdf } = await papers.download(facility, order.id);
    const text = (await textOf(pdf)).join('');
    expect(text).toContain('支払期日');
    expect(text).not.toContain('4.00');
    await expect(papers.get(buyer, order.id)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    const [quote] = await only(buyer, workOrderId, 'QUOTE');
    await expect(papers.download(facility, quote?.id ?? '')).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
  });

  it('a share that changes gets a new order in place of the old one, and the old one stays', async () => {
    const { workOrderId, lineId } = await placedOrder(product, 700, 60);
    await splitAndSend(product, lineId);
    const [share] = await acceptAll(workOrderId);
    if (!share) throw new Error('Nothing was offered');
    await allQuiet(product);
    const facility = await facilityOf(share);
    await product.get(HandBackAssignment).execute(facility, {
      idempotencyKey: newKey(),
      assignmentId: share.id,
      units: 1,
      reason: '人手が足りません',
    });
    await allQuiet(product);
    const [first, second] = await only(facility, workOrderId, 'PURCHASE_ORDER');
    expect(second?.replacesId).toBe(first?.id);
    expect(second?.data).toMatchObject({
      replaces: { number: first?.number },
      prices: { lines: [{ quantity: (share.acceptedUnits ?? 0) - 1 }] },
    });
    const text = (await textOf((await papers.download(facility, second?.id ?? '')).pdf)).join('');
    expect(text).toContain('を訂正し、これに代わるものです');
  });

  it('an order that is due later: who said yes gets a new order, whose offer is open a new notice and a link that works', async () => {
    await staffFacilities(product);
    const { workOrderId, lineId } = await placedOrder(product, 3000, 40);
    await splitAndSend(product, lineId);
    const [accepted, open] = await assignmentsOf(product, workOrderId);
    if (!accepted || !open) throw new Error('Too few shares');
    const named = { idempotencyKey: newKey(), assignmentId: accepted.id };
    await product.get(AcceptAssignment).execute(await facilityOf(accepted), named);
    await allQuiet(product);
    mail.clear();
    const later = addWorkingDays(todayInTokyo(new Date()), 50);
    const { amendmentId } = await product.get(ProposeAmendment).execute(buyer, {
      idempotencyKey: newKey(),
      workOrderId,
      reason: '催しが延びたため',
      lines: [{ workOrderLineId: lineId, dueOn: later }],
    });
    await product.get(AcceptAmendment).execute(desk, { idempotencyKey: newKey(), amendmentId });
    await allQuiet(product);
    const rows = await assignmentsOf(product, workOrderId);
    const dueOn = rows.find(({ id }) => id === accepted.id)?.dueOn;
    expect(dueOn! > accepted.dueOn).toBe(true);
    const [first, second] = await only(await facilityOf(accepted), workOrderId, 'PURCHASE_ORDER');
    expect(second).toMatchObject({ replacesId: first?.id, data: { subcontract: { receiveOn: dueOn } } });
    const notices = await only(await facilityOf(open), workOrderId, 'ALLOCATION_NOTICE');
    expect(notices.map(({ data }) => data.kind === 'ALLOCATION_NOTICE' && data.shares[0]?.deliverOn)).toEqual([
      open.dueOn,
      rows.find(({ id }) => id === open.id)?.dueOn,
    ]);

    const toldTo = async ({ facilityId }: Assignment) => {
      const [address] = await addressesOf(product, facilityId);
      return mail.waitForMail(({ to, subject }) => to.includes(address!) && subject.includes('納品の日が遅く'));
    };
    expect((await toldTo(accepted)).text).not.toContain('/answer/');
    const token = /\/answer\/([\w-]+)/.exec((await toldTo(open)).text)?.[1];
    const shown = await product.get(AnswerByLink).show(token ?? '', { requestId: 'test', address: '192.0.2.1' });
    expect(shown).toMatchObject({ state: 'OPEN', terms: { dueOn: rows.find(({ id }) => id === open.id)?.dueOn } });
  });

  it('契約型: what was open is decided, and every facility that is bound gets it in writing and by mail', async () => {
    await staffFacilities(product);
    const { workOrderId, lineId } = await placedOrder(product, 1000, 60);
    const item = 'RECEIPT_PLACE' as const;
    await product.get(DeclareUndecided).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      item,
      reason: '会場が未定のため',
      decideOn: '2027-01-15',
    });
    await splitAndSend(product, lineId);
    const shares = await acceptAll(workOrderId);
    expect(shares.length).toBeGreaterThan(0);
    await allQuiet(product);
    mail.clear();
    await product.get(DecideItem).execute(desk, { idempotencyKey: newKey(), workOrderId, item, decision: '市民会館' });
    await allQuiet(product);
    for (const share of shares) {
      const facility = await facilityOf(share);
      const [first, second] = await only(facility, workOrderId, 'PURCHASE_ORDER');
      const decidedOn = todayInTokyo(new Date());
      expect(second).toMatchObject({
        replacesId: first?.id,
        data: {
          subcontract: {
            undecided: [],
            decided: [{ item: '受け取る場所', decision: '市民会館', decidedOn }],
          },
        },
      });
      const text = (await textOf((await papers.download(facility, second?.id ?? '')).pdf)).join('');
      expect(text).toContain('未定であったが、定まった事項');
      expect(text).toContain('市民会館');
      const [address] = await addressesOf(product, share.facilityId);
      const told = await mail.waitForMail(({ to, subject }) => to.includes(address!) && subject.includes('発注書'));
      expect(told.attachments).toHaveLength(1);
    }
  });

  it('契約書 instead of 発注書 and 注文請書 where the buyer signs papers', async () => {
    const deskAdmin = await product.as('DESK_ADMIN');
    await product.get(SetBuyerTerms).execute(deskAdmin, { buyerId: buyer.organisationId, needsSignedPaper: true });
    const { workOrderId } = await placedOrder(product, 100, 60);
    // Both are asked for at once, and either may be made first.
    expect((await listed(buyer, workOrderId)).sort()).toEqual(['CONTRACT DESK→BUYER', 'QUOTE DESK→BUYER']);
    const { data } = await product.db.manager.findOneByOrFail(Paper, { workOrderId, kind: 'CONTRACT' });
    // 400 yen: under the amount from which stamps are due.
    expect(data).toMatchObject({ forSeal: { stampDutyYen: 0, isWithGovernment: false } });
    await product.get(SetBuyerTerms).execute(deskAdmin, { buyerId: buyer.organisationId, needsSignedPaper: false });
  });

  async function quotedOrder(contractType: 'BROKERED' | 'REFERRAL', candidateFacilityIds?: string[]) {
    const today = todayInTokyo(new Date());
    const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '記念品の袋詰め',
      lines: [
        {
          workTypeCode: 'ENVELOPE_STUFFING',
          quantity: 900,
          dueOn: addWorkingDays(today, 60),
          specification: '長3封筒',
        },
      ],
    });
    await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await product.get(ReviewWorkOrder).execute(desk, { idempotencyKey: newKey(), workOrderId });
    const line = await product.db.manager.findOneByOrFail(WorkOrderLine, { workOrderId });
    const isReferral = contractType === 'REFERRAL';
    const { quoteId } = await product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType,
      validUntil: addDays(today, 10),
      lines: isReferral ? [] : [{ workOrderLineId: line.id, unitPriceSen: 333 }],
      ...(isReferral && candidateFacilityIds ? { candidateFacilityIds } : {}),
    });
    return { workOrderId, quoteId, lineId: line.id };
  }

  it('仲介型: orders of the buyer to each facility, made by the desk, and the facilities deliver to the buyer', async () => {
    const { workOrderId, quoteId, lineId } = await quotedOrder('BROKERED');
    await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });
    await splitAndSend(product, lineId);
    await allQuiet(product);
    const shares = await acceptAll(workOrderId);
    await deliverAll(shares);
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    const both = ['PURCHASE_ORDER BUYER→FACILITY', 'DELIVERY_NOTE FACILITY→BUYER', 'ACCEPTANCE_NOTE BUYER→FACILITY'];
    const ofBuyer = ['QUOTE DESK→BUYER', ...shares.flatMap(() => both)];
    expect((await listed(buyer, workOrderId)).sort()).toEqual(ofBuyer.sort());
    for (const share of shares) {
      const seen = await listed(await facilityOf(share), workOrderId);
      expect(seen.sort()).toEqual(['ALLOCATION_NOTICE DESK→FACILITY', ...both].sort());
    }
    const [order] = await only(buyer, workOrderId, 'PURCHASE_ORDER');
    expect(order?.data).toMatchObject({ subcontract: null, preparedBy: '高知県共同受注窓口（見本）' });
  });

  it('仲介型: what 検収書 say adds up to the invoice over several orders, which names the order and 仕様 of each line', async () => {
    for (let n = 0; n < 2; n += 1) {
      const { workOrderId, quoteId, lineId } = await quotedOrder('BROKERED');
      await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });
      await splitAndSend(product, lineId);
      await deliverAll(await acceptAll(workOrderId));
      await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    }
    await allQuiet(product);
    const rows = await product.db.query<{ payee_id: string; numbers: string[] }[]>(
      `SELECT payee_id, array_agg(DISTINCT number) AS numbers FROM settlement_line
       JOIN work_order ON work_order.id = work_order_id WHERE payee = 'FACILITY' AND payer = 'BUYER' GROUP BY payee_id`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { payee_id: payeeId, numbers } of rows) {
      const parties = { deskId: desk.organisationId, payerId: buyer.organisationId, payeeId };
      await product.get(IssueInvoice).execute(desk, { idempotencyKey: newKey(), kind: 'INVOICE', ...parties });
      await allQuiet(product);
      const facility = await product.as('FACILITY_ADMIN', payeeId);
      const { items } = await papers.list(facility, { kinds: ['INVOICE', 'ACCEPTANCE_NOTE'] }, { first: 100 });
      const invoice = items.map(({ data }) => data).find((data) => data.kind === 'INVOICE')!;
      const notes = items.flatMap(({ data }) => (data.kind === 'ACCEPTANCE_NOTE' && data.amountParts ? [data] : []));
      const netYen = notes.reduce((sum, { amountParts }) => sum + amountParts!.netYen, 0);
      expect(invoice.prices.tax.netYen).toBe(netYen);
      expect(invoice.prices.lines.reduce((sum, { amountYen }) => sum + amountYen, 0)).toBe(netYen);
      for (const { specification, tradedOn } of invoice.prices.lines) {
        expect(specification).toMatch(numbers.length > 1 ? /^案件番号 \S+　長3封筒$/ : /^長3封筒$/);
        expect(tradedOn).not.toBeNull();
      }
      for (const number of numbers.length > 1 ? numbers : []) {
        expect(invoice.prices.lines.some(({ specification }) => specification?.includes(number))).toBe(true);
      }
    }
  });

  it('斡旋型: an introduction, and no paper about prices', async () => {
    const [member] = await product.db.query<[{ facility_id: string }]>(
      `SELECT facility_id FROM membership JOIN facility ON facility.id = facility_id WHERE facility.name = 'Life time'`,
    );
    const { workOrderId, quoteId } = await quotedOrder('REFERRAL', [member.facility_id]);
    const chosenFacilityId = member.facility_id;
    await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId, chosenFacilityId });
    expect(await listed(buyer, workOrderId)).toEqual(['REFERRAL_LETTER DESK→BUYER']);
    const [letter] = await only(buyer, workOrderId, 'REFERRAL_LETTER');
    const text = (await textOf((await papers.download(buyer, letter?.id ?? '')).pdf)).join('');
    expect(text).toContain('Lifetime');
    expect(text).toContain('見本福祉会');
  });

  it('comes by mail, as it was printed, to whom it is addressed', async () => {
    await allQuiet(product);
    const { items } = await papers.list(buyer, { kinds: ['QUOTE'] });
    const [quote] = items;
    const name = `見積書_${quote?.number}.pdf`;
    const sent = await mail.waitForMail(({ subject }) => subject.includes(`書類：見積書 ${quote?.number}`));
    expect(sent.to).toEqual(['company@yui.example.com']);
    expect(sent.attachments).toEqual([{ index: 0, name, mimeType: 'application/pdf', sizeBytes: quote?.sizeBytes }]);
    expect(sent.text).toContain(`/papers/${quote?.id}`);
    const kinds = mail.list().map(({ subject }) => subject.slice('【結】書類：'.length, -1));
    expect(kinds.filter((kind) => kind.startsWith('配分通知書'))).toEqual([]);
  });

  it('uses up one number each, another one for each, each issuer and kind for itself', async () => {
    await allQuiet(product);
    const rows = await product.db.query<{ numbers: string[]; last_number: number }[]>(
      `SELECT array_agg(number) AS numbers, last_number FROM paper
       JOIN paper_number USING (desk_id, issuer_id) WHERE paper_kind = kind GROUP BY issuer_id, kind, last_number`,
    );
    expect(rows.length).toBeGreaterThan(6);
    for (const { numbers, last_number } of rows) expect(new Set(numbers).size).toBe(last_number);
    const [all] = await product.db.query<[{ papers: number; numbers: number }]>(
      'SELECT count(*) AS papers, count(DISTINCT (desk_id, number)) AS numbers FROM paper',
    );
    expect(all.numbers).toBe(all.papers);
    const [quote] = (await papers.list(desk, { kinds: ['QUOTE'] })).items.toReversed();
    expect(quote?.number).toMatch(new RegExp(`^Q-${YEAR}-[1-9]\\d{3}$`));
  });

  it('is never changed, in the database or on disk', async () => {
    const [{ id }] = await product.db.query<[{ id: string }]>('SELECT id FROM paper LIMIT 1');
    const paper = await product.db.manager.findOneByOrFail(Paper, { id });
    for (const change of [`number = 'x'`, `data = '{}'`, `sha256 = repeat('0', 64)`, 'rendered_at = NULL']) {
      await expect(product.db.query(`UPDATE paper SET ${change} WHERE id = $1`, [id])).rejects.toThrow('never changed');
    }
    await expect(product.db.query('DELETE FROM paper WHERE id = $1', [id])).rejects.toThrow('never changed');

    const file = path.join(storageFolderOf(product.databaseUrl), String(paper.storageKey));
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from(' ')]));
    await expect(papers.download(desk, id)).rejects.toThrow('not what was issued');
    writeFileSync(file, bytes);
    expect((await papers.download(desk, id)).pdf).toHaveLength(bytes.length);
  });

  it('reports work that comes again, each date and the whole month, with photos, and bills it on one invoice', async () => {
    const [{ facility_id: facilityId }] = await product.db.query<[{ facility_id: string }]>(
      `SELECT facility_id FROM capability JOIN membership USING (facility_id)
       WHERE work_type_code = 'CLEANING' AND is_offered AND left_on IS NULL AND desk_id = $1 ORDER BY facility_id LIMIT 1`,
      [desk.organisationId],
    );
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    const today = todayInTokyo(new Date());
    const [first, second, third] = [10, 11, 12].map((days) => addWorkingDays(today, days));
    const { standingOrderId } = await product.get(ProposeStandingOrder).execute(desk, {
      idempotencyKey: newKey(),
      buyerId: buyer.organisationId,
      title: '庁舎の清掃',
      workTypeCode: 'CLEANING',
      contractType: 'DESK_CONTRACT',
      fromOn: addDays(today, 1),
      toOn: addDays(third!, 30),
      rhythm: { kind: 'NAMED_DATES', dates: [first!, second!, third!] },
      holidayRule: 'KEEP',
      visibleDays: 60,
      priceBasis: 'PER_UNIT',
      priceSen: 150_033,
      sites: [{ name: '本庁舎', quantity: 3 }],
      members: [{ facilityId }],
    });
    const key = () => ({ idempotencyKey: newKey(), standingOrderId });
    await product.get(AgreeStandingOrder).execute(buyer, key());
    await product.get(PlanOccurrences).execute(desk, key());
    await product.get(OfferOccurrences).execute(desk, key());
    await product.get(AnswerOccurrences).execute(facility, { ...key(), isYes: true });
    // The worker makes orders of them, too: what it is at stands aside for us.
    while (await product.db.manager.existsBy(Occurrence, { standingOrderId, status: 'COMING' })) {
      await product.get(PlaceComingOccurrences).execute();
    }
    const [skipped, reduced, whole] = await product.db.manager.find(Occurrence, {
      where: { standingOrderId },
      order: { dueOn: 'ASC' },
    });
    const skip = { idempotencyKey: newKey(), occurrenceId: skipped!.id, reason: '休館' };
    await product.get(SkipOccurrence).execute(desk, skip);
    for (const { workOrderId } of [reduced!, whole!]) {
      const [share] = await assignmentsOf(product, workOrderId!);
      const { deliveryId } = await product
        .get(ReportDelivery)
        .execute(facility, { idempotencyKey: newKey(), assignmentId: share!.id, units: 3 });
      const photo = { subjectType: 'DELIVERY', subjectId: deliveryId, fileName: '床.png', bytes: ONE_PIXEL } as const;
      await product.get(AddAttachment).execute(facility, photo);
      const defectUnits = workOrderId === reduced!.workOrderId ? 1 : 0;
      const handling = defectUnits === 0 ? {} : { defectHandling: 'REDUCE' as const };
      await product
        .get(InspectDelivery)
        .execute(desk, { idempotencyKey: newKey(), deliveryId, defectUnits, ...handling });
    }
    for (const month of new Set([reduced!, whole!].map(({ dueOn }) => dueOn.slice(0, 7)))) {
      await product.get(AcceptMonth).execute(buyer, { ...key(), month: `${month}-01` as never });
    }
    await allQuiet(product);
    const { items } = await papers.list(buyer, { kinds: ['WORK_REPORT'] });
    const reports = items.flatMap(({ data, renderedAt }) =>
      data.kind === 'WORK_REPORT' ? [{ data, renderedAt }] : [],
    );
    expect(reports.every(({ renderedAt }) => renderedAt !== null)).toBe(true);
    const ofDates = reports.filter(({ data }) => data.doneFrom === null);
    expect(ofDates.map(({ data }) => [data.works.map(({ quantity }) => quantity), data.photos.length])).toEqual(
      expect.arrayContaining([
        [[2], 1],
        [[3], 1],
      ]),
    );
    const ofMonths = reports.filter(({ data }) => data.doneFrom !== null);
    expect(ofMonths.flatMap(({ data }) => data.works.map(({ quantity }) => quantity)).sort()).toEqual([2, 3]);
    expect(ofMonths[0]!.data.subject).toMatch(/^庁舎の清掃（令和[0-9]+年[0-9]+月分）$/u);

    const bill = { kind: 'INVOICE', deskId: desk.organisationId, payerId: buyer.organisationId } as const;
    const { invoiceId } = await product.get(IssueInvoice).execute(desk, {
      ...{ idempotencyKey: newKey(), ...bill, payeeId: desk.organisationId, standingOrderId },
    });
    await allQuiet(product);
    const invoices = (await papers.list(buyer, { kinds: ['INVOICE'] })).items;
    const invoice = invoices.find(({ sourceKey }) => sourceKey === `invoice:${invoiceId}`)!;
    if (invoice.data.kind !== 'INVOICE') throw new Error('no invoice');
    const { lines, tax } = invoice.data.prices;
    expect(lines.map(({ quantity, amountYen }) => [quantity, amountYen]).sort()).toEqual([
      [2, 3_000],
      [3, 4_500],
    ]);
    expect(tax).toMatchObject({ netYen: 7_500, taxYen: 750, grossYen: 8_250 });
    expect(invoice.data.subject).toContain('庁舎の清掃（');
    await expect(
      product.get(IssueInvoice).execute(desk, {
        ...{ idempotencyKey: newKey(), ...bill, payeeId: desk.organisationId, standingOrderId },
      }),
    ).rejects.toThrow('INVOICE.NOTHING_TO_BILL');
  });

  it('records who opened and who took it', async () => {
    const [{ id }] = await product.db.query<[{ id: string }]>('SELECT id FROM paper LIMIT 1');
    const before = await product.db.query<object[]>(
      `SELECT 1 FROM audit_entry WHERE action LIKE 'paper.%' AND account_id = $1`,
      [desk.accountId],
    );
    await papers.open(desk, id);
    await papers.download(desk, id);
    await papers.list(desk, {});
    const after = await product.db.query<{ action: string; subject_id: string }[]>(
      `SELECT action, subject_id FROM audit_entry WHERE action LIKE 'paper.%' AND account_id = $1 ORDER BY id`,
      [desk.accountId],
    );
    expect(after.slice(before.length)).toEqual([
      { action: 'paper.read', subject_id: id },
      { action: 'paper.download', subject_id: id },
    ]);
  });
});
