import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { PaperQueries } from '#yui/contracts';
import { Facility } from '#yui/directory';
import {
  AnswerByLink,
  type Assignment,
  AssignmentQueries,
  CounterAssignment,
  makeAnswerLink,
  OfferAgain,
} from '#yui/fulfilment';
import { renderHtml } from '#yui/papers';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { offerPage } from '../../apps/api/answers/offer-page.js';
import { sampleOf } from '../harness/property.js';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from '../orders/order-fixtures.js';
import { addressesOf, allQuiet, staffFacilities, startWorker } from '../worker/worker-fixtures.js';

const figure = (value: number) => Math.round(value).toLocaleString('ja-JP');
const wordsOf = (html: string) => html.replace(/<style>.*?<\/style>|<[^>]*>/gsu, '\n');

describe('why a facility is asked for its number', () => {
  let product: Product;
  let mail: TestMail;
  let worker: NestFastifyApplication;

  beforeAll(async () => {
    product = await createProduct();
    await staffFacilities(product);
    mail = await startTestMail();
    worker = await startWorker(product.databaseUrl, mail.smtpUrl);
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await product.close();
  });

  /** What the facility reads of its offer in each of the four places. */
  async function readBy(offer: Assignment): Promise<Record<'api' | 'page' | 'mail' | 'paper', string>> {
    const { facilityId, id: assignmentId } = offer;
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    const reasons = await product.get(AssignmentQueries).reasonsOf(facility, [assignmentId]);
    const token = await new UnitOfWork(product.db).run(SYSTEM, async (tx) =>
      makeAnswerLink(tx, { assignmentId, accountId: facility.accountId }),
    );
    const shown = await product.get(AnswerByLink).show(token ?? '', { requestId: 'test', address: '127.0.0.1' });
    const addresses = await addressesOf(product, facilityId);
    const letter = await mail.waitForMail(
      ({ to, subject }) => subject.startsWith('【結】お仕事の依頼') && to.some((each) => addresses.includes(each)),
    );
    const papers = await worker
      .get(PaperQueries, { strict: false })
      .list(facility, { workOrderId: offer.workOrderId, kinds: ['ALLOCATION_NOTICE'] });
    return {
      api: reasons.map(({ ja, en }) => `${ja}\n${en}`).join('\n'),
      page: wordsOf(offerPage(shown, '/answer/token')),
      mail: letter.text,
      paper: wordsOf(renderHtml(papers.items[0]!.data, { stylesheetUrl: '/', pdfUrl: null })),
    };
  }

  it('reaches it in all four places, with nobody else in them, whatever the order', async () => {
    const quantities = sampleOf(fc.integer({ min: 2_000, max: 9_000 }), 2);
    let compared = 0;
    for (const quantity of quantities) {
      mail.clear();
      const { workOrderId, lineId, desk, buyer } = await placedOrder(product, quantity);
      await splitAndSend(product, lineId);
      await allQuiet(product);
      const offers = (await assignmentsOf(product, workOrderId)).filter(({ status }) => status === 'OFFERED');
      const names = new Map(
        (await product.db.manager.find(Facility)).map((facility) => [facility.id, facility.name] as const),
      );
      const ofDesk = await product.get(AssignmentQueries).reasonsOf(
        desk,
        offers.map(({ id }) => id),
      );
      for (const offer of offers.slice(0, 3)) {
        const own = ofDesk.find(({ assignmentId }) => assignmentId === offer.id);
        expect(own?.ja).not.toBe('');
        const others = offers.filter(({ facilityId }) => facilityId !== offer.facilityId);
        for (const [place, words] of Object.entries(await readBy(offer))) {
          expect([place, words]).toEqual([place, expect.stringContaining(own?.ja ?? '')]);
          for (const other of others) {
            expect([place, words]).toEqual([place, expect.not.stringContaining(names.get(other.facilityId) ?? '')]);
            if (other.offeredUnits === offer.offeredUnits) continue;
            compared += 1;
            const stranger = new RegExp(String.raw`(?<![\d,])${figure(other.offeredUnits)}(?![\d,])`, 'u');
            expect([place, stranger.exec(words)]).toEqual([place, null]);
          }
        }
        for (const { facilityId } of others.slice(0, 1)) {
          const another = await product.as('FACILITY_ADMIN', facilityId);
          expect(await product.get(AssignmentQueries).reasonsOf(another, [offer.id])).toEqual([]);
        }
      }
      const ids = offers.map(({ id }) => id);
      expect(await product.get(AssignmentQueries).reasonsOf(buyer, ids)).toEqual([]);
    }
    expect(compared).toBeGreaterThan(4);
  });

  it('is of the number that is asked for now', async () => {
    const { workOrderId, lineId, desk } = await placedOrder(product, 2_000);
    await splitAndSend(product, lineId);
    const [offer] = (await assignmentsOf(product, workOrderId)) as [Assignment];
    const facility = await product.as('FACILITY_ADMIN', offer.facilityId);
    const named = { idempotencyKey: newKey(), assignmentId: offer.id };
    await product.get(CounterAssignment).execute(facility, { ...named, units: 10, reason: '人手が足りません' });
    await product.get(OfferAgain).execute(desk, { ...named, idempotencyKey: newKey(), units: 20 });
    const reasons = await product.get(AssignmentQueries).reasonsOf(facility, [offer.id]);
    expect(reasons.map(({ ja }) => ja)).toEqual(['窓口があらためてお願いする数です。']);
  });
});
