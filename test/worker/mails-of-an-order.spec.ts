import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ContractQueries } from '#yui/contracts';
import { MarkNotificationRead, NotificationQueries } from '#yui/notifications';
import {
  AcceptAssignment,
  AcceptWork,
  type Assignment,
  DeclineAssignment,
  InspectDelivery,
  ReportDelivery,
  WithdrawAssignment,
} from '#yui/fulfilment';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { tryAgainWhenBusy } from '../harness/try-again.js';
import { assignmentsOf, placedOrder, splitAndSend } from '../orders/order-fixtures.js';
import { addressesOf, allQuiet, METRICS_TOKEN, staffFacilities, startWorker } from './worker-fixtures.js';

const QUANTITY = 3_000;

describe('what people are told of one order', () => {
  let product: Product;
  let mail: TestMail;
  let worker: NestFastifyApplication;
  let order: Awaited<ReturnType<typeof placedOrder>>;

  beforeAll(async () => {
    product = await createProduct();
    await staffFacilities(product);
    mail = await startTestMail();
    order = await placedOrder(product, QUANTITY);
    worker = await startWorker(product.databaseUrl, mail.smtpUrl);
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await product.close();
  });

  const offers = async () =>
    (await assignmentsOf(product, order.workOrderId)).filter((row) => row.status === 'OFFERED');
  const facilityOf = async (assignment: Assignment) => product.as('FACILITY_ADMIN', assignment.facilityId);
  /** Papers come with mails of their own, which `test/papers` looks at. */
  const news = () =>
    mail.list().filter(({ subject }) => !/^【結】(?:書類：|共同受注窓口に会員登録されました)/u.test(subject));
  const mailsTo = async (organisationId: string) => {
    await allQuiet(product);
    const addresses = await addressesOf(product, organisationId);
    return news()
      .filter(({ to }) => to.some((address) => addresses.includes(address)))
      .map(({ to, subject }) => `${to.join()} ${subject.replace(/[：（ ].*$/u, '')}`)
      .sort();
  };

  it('the desk is notified of the order, once each; what was overtaken meanwhile is told to nobody', async () => {
    const told = await mailsTo(order.desk.organisationId);
    expect(told).toEqual([
      'coordinator@yui.example.com 【結】注文が確定しました',
      'desk-admin@yui.example.com 【結】注文が確定しました',
    ]);
    expect(news()).toHaveLength(told.length);
  });

  it('a monitor reads how long tasks, rounds and deadlines took and what waits; anyone else finds nothing', async () => {
    const metrics = async (token: string) =>
      fetch(new URL('/metrics', await worker.getUrl()), { headers: { authorization: `Bearer ${token}` } });
    expect((await metrics('no token')).status).toBe(404);
    const text = await (await metrics(METRICS_TOKEN)).text();
    expect(text).toMatch(/^yui_task_seconds_count\{name="notifications",outcome="done"\} [1-9]/m);
    expect(text).toMatch(/^yui_round_seconds_count\{name="relay",outcome="done"\} [1-9]/m);
    expect(text).toMatch(/^yui_deadline_seconds_count\{name="\w+",outcome="done"\} [1-9]/m);
    expect(text).toMatch(/^yui_events\{state="waiting"\} 0$/m);
    expect(text).toMatch(/^yui_events\{state="set_aside"\} 0$/m);
    expect(text).toMatch(/^yui_oldest_event_seconds 0$/m);
  });

  it('and sees it in the product, where it can be marked as read', async () => {
    const queries = worker.get(NotificationQueries, { strict: false });
    const { items, totalItems } = await queries.page(order.desk, {}, { first: 10 });
    expect(await totalItems()).toBe(1);
    expect(items[0]).toMatchObject({ kind: 'work-order.ordered', link: `/desk/orders/${order.workOrderId}` });
    expect(await queries.countUnread(order.desk)).toBe(1);

    const own = { notificationId: items[0]?.id ?? '' };
    const markRead = worker.get(MarkNotificationRead, { strict: false });
    await expect(markRead.execute(order.buyer, own)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    await markRead.execute(order.desk, own);
    await markRead.execute(order.desk, own);
    expect(await queries.countUnread(order.desk)).toBe(0);
    expect((await queries.page(order.desk, { isUnread: true }, { first: 10 })).items).toEqual([]);
  });

  it('facilities are told about their offers; one that was withdrawn before its mail left hears only of that', async () => {
    await worker.close();
    mail.clear();
    await splitAndSend(product, order.lineId);
    const sent = await offers();
    expect(sent.length).toBeGreaterThan(1);
    const [withdrawn, ...others] = sent as [Assignment, ...Assignment[]];
    await product.get(WithdrawAssignment).execute(order.desk, {
      idempotencyKey: newKey(),
      assignmentId: withdrawn.id,
      reason: '数が減りました',
    });
    worker = await startWorker(product.databaseUrl, mail.smtpUrl);
    for (const { facilityId } of others) {
      const told = await mailsTo(facilityId);
      expect(told.map((line) => line.split(' ')[1])).toEqual(told.map(() => '【結】お仕事の依頼'));
      expect(told).toHaveLength((await addressesOf(product, facilityId)).length);
    }
    // Each has a link with which the offer is answered; the table knows only what it becomes.
    const offer = await mail.waitForMail(({ subject }) => subject.startsWith('【結】お仕事の依頼：'));
    const token = /\/answer\/([\w-]{43})\n/u.exec(offer.text)?.[1];
    const kept = await product.db.query<object[]>('SELECT 1 FROM answer_link WHERE token_hash = sha256($1)', [
      Buffer.from(token ?? ''),
    ]);
    expect(kept).toHaveLength(1);
    const told = await mailsTo(withdrawn.facilityId);
    expect(told.map((line) => line.split(' ')[1])).toEqual(told.map(() => '【結】お仕事の依頼を取り消しました'));
  });

  it('a mail that was written but has become untrue before it is sent is dropped', async () => {
    mail.clear();
    const [declined] = (await offers()) as [Assignment];
    await product.get(DeclineAssignment).execute(await facilityOf(declined), {
      idempotencyKey: newKey(),
      assignmentId: declined.id,
      reason: '忙しいため',
    });
    await mailsTo(order.desk.organisationId);
    const [mailRow] = await product.db
      .query<{ id: string; mail_id: string }[]>(
        `UPDATE notification SET status = 'QUEUED', sent_at = NULL
       WHERE kind = 'assignment.offered' AND channel = 'MAIL' AND status = 'SENT'
         AND organisation_id = $1 RETURNING id, mail_id`,
        [declined.facilityId],
      )
      .then(([rows]) => rows as unknown as { id: string; mail_id: string }[]);
    mail.clear();
    await product.db.query(
      `INSERT INTO outbox_event (id, name, payload) VALUES (gen_random_uuid(), 'notification.queued', $1)`,
      [{ mailId: mailRow?.mail_id }],
    );
    await allQuiet(product);
    const [row] = await product.db.query<[{ status: string }]>('SELECT status FROM notification WHERE id = $1', [
      mailRow?.id,
    ]);
    expect(row.status).toBe('DROPPED');
    expect(mail.list()).toEqual([]);
  });

  it('answers, deliveries and inspections reach the other side, contracts follow, and all are told about the end', async () => {
    await splitAndSend(product, order.lineId);
    for (const offer of await offers()) {
      const facility = await facilityOf(offer);
      await product.get(AcceptAssignment).execute(facility, { idempotencyKey: newKey(), assignmentId: offer.id });
    }
    const accepted = (await assignmentsOf(product, order.workOrderId)).filter((row) => row.status === 'ACCEPTED');
    expect(accepted.reduce((sum, row) => sum + (row.acceptedUnits ?? 0), 0)).toBe(QUANTITY);

    mail.clear();
    for (const [index, assignment] of accepted.entries()) {
      const facility = await facilityOf(assignment);
      const { deliveryId } = await tryAgainWhenBusy(async () =>
        product.get(ReportDelivery).execute(facility, {
          idempotencyKey: newKey(),
          assignmentId: assignment.id,
          units: assignment.acceptedUnits ?? 0,
        }),
      );
      await tryAgainWhenBusy(async () =>
        product.get(InspectDelivery).execute(order.desk, {
          idempotencyKey: newKey(),
          deliveryId,
          defectUnits: index === 0 ? 10 : 0,
          defectHandling: index === 0 ? 'REDUCE' : null,
        }),
      );
    }
    const [first] = accepted as [Assignment];
    expect(await mailsTo(order.buyer.organisationId)).toEqual(['company@yui.example.com 【結】すべて納品されました']);
    expect((await mailsTo(first.facilityId)).every((line) => line.endsWith('【結】検品の結果'))).toBe(true);

    mail.clear();
    await product.get(AcceptWork).execute(order.buyer, { idempotencyKey: newKey(), workOrderId: order.workOrderId });
    expect((await mailsTo(first.facilityId)).every((line) => line.endsWith('【結】お仕事が完了しました'))).toBe(true);

    const queries = worker.get(ContractQueries, { strict: false });
    // An offer that came to nothing stays in the books as a contract that ended.
    const ofDesk = (await queries.ofOrder(order.desk, order.workOrderId)).filter(
      ({ status }) => status !== 'TERMINATED',
    );
    expect(ofDesk.map(({ side }) => side).sort()).toEqual(['BUYER_DESK', ...accepted.map(() => 'DESK_FACILITY')]);
    expect(ofDesk.every(({ status }) => status === 'FULFILLED')).toBe(true);
    const withBuyer = await queries.ofOrder(order.buyer, order.workOrderId);
    expect(withBuyer).toHaveLength(1);
    expect(withBuyer[0]).toMatchObject({ amountYen: QUANTITY * 4, fulfilledYen: (QUANTITY - 10) * 4 });
    const own = await queries.ofOrder(await facilityOf(first), order.workOrderId);
    expect(own.map(({ facilityId }) => facilityId)).toEqual([first.facilityId]);
    expect(own[0]?.fulfilledYen).toBe(Math.floor((((first.acceptedUnits ?? 0) - 10) * first.unitPriceSen) / 100));
  });

  it('nobody was told anything twice', async () => {
    const [row] = await product.db.query<[{ queued: number; told: number }]>(
      `SELECT count(*) FILTER (WHERE status NOT IN ('SENT', 'DROPPED')) AS queued,
              count(DISTINCT (event_id, account_id)) FILTER (WHERE status = 'SENT') -
              count(*) FILTER (WHERE status = 'SENT') AS told
       FROM notification WHERE channel = 'MAIL'`,
    );
    expect(row).toEqual({ queued: 0, told: 0 });
  });
});
