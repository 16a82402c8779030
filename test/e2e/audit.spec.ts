import { randomUUID } from 'node:crypto';
import { addDays, todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork, verifyAudit } from '#yui/platform';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

interface Entry {
  action: string;
  at: string;
  sentenceJa: string;
  subjectType: string;
  beforeJson: string;
  afterJson: string;
  detailsJson: string;
  requestId: string | null;
  actor: {
    role: string;
    accountId: string | null;
    name: string | null;
    organisationName: string | null;
    address: string | null;
  };
}

interface Page {
  totalItems: number;
  endCursor: string;
  hasNextPage: boolean;
  items: Entry[];
}

const ENTRIES = `query ($filter: AuditFilterInput, $first: Int, $after: String) { auditEntries(filter: $filter, first: $first, after: $after) {
  totalItems endCursor hasNextPage items { action at sentenceJa subjectType beforeJson afterJson detailsJson requestId
    actor { role accountId name organisationName address } } } }`;

describe('the audit of a desk', () => {
  let api: TestApi;
  let admin: Client;
  let flow: OrderFlow;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('DESK_ADMIN');
    flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
  });
  afterAll(() => api.close());

  const read = async (filter: object, page?: object) => {
    const { auditEntries } = await admin.ask<{ auditEntries: Page }>(ENTRIES, { filter, ...page });
    return auditEntries;
  };

  /** A file of an order with its entry, as adding one leaves them. @returns its id */
  const attach = async (workOrderId: string): Promise<string> => {
    const id = randomUUID();
    const [{ desk_id: deskId }] = await api.db.query<[{ desk_id: string }]>(
      `INSERT INTO attachment (id, desk_id, work_order_id, buyer_id, subject_type, subject_id, file_name, media_type,
         byte_size, content_hash, storage_key, is_for_buyer, is_for_facilities, uploaded_by, uploaded_for, uploaded_at)
       SELECT $1, desk_id, id, buyer_id, 'WORK_ORDER', id, 'x.pdf', 'application/pdf', 1, 'x', 'x', true, false,
         created_by, buyer_id, now() FROM work_order WHERE id = $2 RETURNING desk_id`,
      [id, workOrderId],
    );
    const fact = { deskId, subjectType: 'Attachment', subjectId: id };
    await api.app.get(UnitOfWork).run(SYSTEM, async (tx) => tx.audit('attachment.add', fact));
    return id;
  };

  it('tells in words who did what, what was before and what is after', async () => {
    await admin.ask('mutation { setDeskSettings(input: { answerWorkingDays: 5 }) { desk { id } } }');
    const { items } = await read({ action: 'setDeskSettings' });
    expect(items[0]).toMatchObject({
      sentenceJa: '窓口の設定を変更しました。',
      beforeJson: '{"answerWorkingDays":3}',
      afterJson: '{"answerWorkingDays":5}',
      detailsJson: '{}',
      requestId: expect.stringMatching(/^[\w-]{36}$/) as string,
      actor: {
        role: 'DESK_ADMIN',
        name: '窓口 管理者',
        organisationName: '高知県共同受注窓口（見本）',
        address: '127.0.0.1',
      },
    });
  });

  it('is silent of drafts until they are sent, and never says where a buyer sits', async () => {
    const { id } = await flow.draft();
    const attachmentId = await attach(id);
    for (const subjectId of [id, attachmentId]) {
      expect(await read({ subjectId })).toMatchObject({ totalItems: 0, items: [] });
    }
    await flow.step(flow.buyer, 'submitWorkOrder', { workOrderId: id }, '{ id }');
    expect((await read({ subjectId: attachmentId })).totalItems).toBe(1);
    const { items } = await read({ subjectId: id });
    expect(items.map(({ action }) => action)).toEqual(['workOrder.submit', 'workOrder.draft']);
    expect(items[0]).toMatchObject({
      beforeJson: '{"status":"DRAFT"}',
      afterJson: '{"status":"SUBMITTED"}',
      actor: { organisationName: '株式会社とさ商事（見本）', address: null },
    });
  });

  it('says how a draft was changed, in figures and not in words', async () => {
    const { id } = await flow.draft({ quantity: 3000 });
    const dueOn = addDays(todayInTokyo(new Date()), 90);
    const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 2500, dueOn, specification: '秘密' }];
    await flow.step(flow.buyer, 'changeDraft', { workOrderId: id, title: '別の題', lines }, '{ id }');
    await flow.step(flow.buyer, 'submitWorkOrder', { workOrderId: id }, '{ id }');
    const [entry] = (await read({ subjectId: id, action: 'workOrder.changeDraft' })).items;
    expect(JSON.parse(entry?.beforeJson ?? '')).toMatchObject({ lines: [{ quantity: 3000 }] });
    expect(JSON.parse(entry?.afterJson ?? '')).toEqual({
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 2500, dueOn }],
    });
  });

  it('is found by person, action, kind of subject and period, and pages without gaps', async () => {
    const order = await flow.draft();
    await flow.step(flow.buyer, 'submitWorkOrder', { workOrderId: order.id }, '{ id }');
    await flow.step(flow.desk, 'reviewWorkOrder', { workOrderId: order.id }, '{ id }');
    const [review] = (await read({ subjectId: order.id, action: 'workOrder.review' })).items;
    const accountId = review?.actor.accountId;
    const byPerson = await read({ accountId, subjectType: 'WorkOrder' });
    expect(byPerson.totalItems).toBeGreaterThan(0);
    expect(byPerson.items.every((entry) => entry.actor.accountId === accountId)).toBe(true);
    expect((await read({ subjectId: order.id, until: review?.at })).items.map(({ action }) => action)).toEqual([
      'workOrder.submit',
      'workOrder.draft',
    ]);
    expect((await read({ subjectId: order.id, from: review?.at })).totalItems).toBe(1);

    const all = await read({ until: review?.at });
    const pages: Entry[] = [];
    let after: string | null = null;
    do {
      const page: Page = await read({ until: review?.at }, { first: 2, after });
      pages.push(...page.items);
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual(all.items);
  });

  it('lists the actions there are, once each', async () => {
    const { auditActions } = await admin.ask<{ auditActions: { action: string; sentenceJa: string }[] }>(
      '{ auditActions { action sentenceJa } }',
    );
    const actions = auditActions.map(({ action }) => action);
    expect(actions).toEqual([...new Set(actions)]);
    expect(auditActions).toContainEqual({ action: 'workOrder.submit', sentenceJa: '案件を窓口に送りました。' });
  });

  it('holds that it was read, and that the results were', async () => {
    await flow.desk.ask('{ contractResults(fiscalYear: 2026) { fiscalYear } }');
    const [results] = (await read({ action: 'contractResults.read' })).items;
    expect(results).toMatchObject({ detailsJson: '{"fiscalYear":2026}', actor: { role: 'DESK_COORDINATOR' } });
    const subjectId = randomUUID();
    await read({ subjectId });
    const [entry] = (await read({ action: 'auditEntries.read' })).items;
    expect(JSON.parse(entry?.detailsJson ?? '')).toMatchObject({ filter: { subjectId } });
  });

  it('is not for others, and empty for another desk', async () => {
    for (const client of [flow.buyer, flow.desk, await api.as('FACILITY_1'), await api.as('PLATFORM')]) {
      expect(await client.refusal(ENTRIES)).toBe('ACCESS.NOT_FOUND');
    }
    const deskId = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', 'Another desk')`, [deskId]);
    const stranger = await api.asNew('DESK_ADMIN', deskId);
    // The number is counted last, and knows of this very look.
    expect(await stranger.ask(ENTRIES)).toMatchObject({ auditEntries: { items: [], totalItems: 1 } });
  });

  it('is a good chain after all this', async () => {
    const reports = await verifyAudit(api.db);
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.map(({ fault }) => fault)).toEqual(reports.map(() => null));
  });
});
