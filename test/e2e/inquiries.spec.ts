import { randomUUID } from 'node:crypto';
import { addDays, fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const SHOWN = '{ id status nextOn endReason workOrderId facility { id } availableActions }';
interface Shown {
  readonly id: string;
  readonly status: string;
}

describe('Inquiries and visits', () => {
  let api: TestApi;
  let flow: OrderFlow;
  let desk: Client;
  const today = todayInTokyo(new Date());
  beforeAll(async () => {
    api = await startApi();
    desk = await api.as('COORDINATOR');
    flow = new OrderFlow(api, await api.as('COMPANY'), desk);
  });
  afterAll(() => api.close());

  const asked = (more: object = {}) => ({
    kind: 'INQUIRY',
    channel: 'PHONE',
    receivedOn: today,
    organisation: '見本商店',
    subject: '年賀状の封入',
    ...more,
  });
  const record = async (more: object = {}) => flow.step<Shown>(desk, 'recordInquiry', asked(more), SHOWN);

  it('are followed up until they become an order, a referral, or end with a reason, and are counted', async () => {
    const first = await record({ nextAction: '見積の目安を伝える', nextOn: today });
    const due = 'query ($filter: InquiryFilterInput) { inquiries(filter: $filter) { items { id } totalItems } }';
    expect(await desk.ask(due, { filter: { statuses: ['OPEN'], nextTo: today, text: 'ミホン' } })).toEqual({
      inquiries: { items: [], totalItems: 0 },
    });
    expect(await desk.ask(due, { filter: { statuses: ['OPEN'], nextTo: today, text: '見本' } })).toEqual({
      inquiries: { items: [{ id: first.id }], totalItems: 1 },
    });
    const changed = { inquiryId: first.id, ...asked({ nextAction: 'もう一度かける', nextOn: addDays(today, 3) }) };
    await flow.step(desk, 'changeInquiry', changed, SHOWN);
    const { id: workOrderId } = await flow.quote('DESK_CONTRACT');
    const ordered = { inquiryId: first.id, outcome: 'ORDER', workOrderId };
    expect(await flow.step(desk, 'endInquiry', ordered, SHOWN)).toMatchObject({
      status: 'ORDERED',
      nextOn: null,
      workOrderId,
      availableActions: ['reopen'],
    });

    const visit = await record({ kind: 'VISIT', channel: 'VISIT' });
    const twice = flow.step(desk, 'endInquiry', { ...ordered, inquiryId: visit.id }, SHOWN);
    await expect(twice).rejects.toMatchObject({ code: 'INQUIRY.ORDER_TAKEN' });
    const { facilities } = await desk.ask<{ facilities: { items: [{ id: string }] } }>(
      '{ facilities(first: 1) { items { id } } }',
    );
    const facilityId = facilities.items[0].id;
    const referred = { inquiryId: visit.id, outcome: 'REFERRAL', facilityId };
    expect(await flow.step(desk, 'endInquiry', referred, SHOWN)).toMatchObject({
      status: 'REFERRED',
      facility: { id: facilityId },
    });

    const third = await record({ channel: 'FAX' });
    const nothing = { inquiryId: third.id, outcome: 'NOTHING' };
    const unsaid = flow.step(desk, 'endInquiry', nothing, SHOWN);
    await expect(unsaid).rejects.toMatchObject({ code: 'INQUIRY.REASON_MISSING' });
    await flow.step(desk, 'endInquiry', { ...nothing, reason: 'PRICE', note: '予算が合わない' }, SHOWN);
    await flow.step(desk, 'reopenInquiry', { inquiryId: third.id }, SHOWN);
    await flow.step(desk, 'endInquiry', { ...nothing, reason: 'DATE' }, SHOWN);

    const results = await desk.ask(
      `query ($year: Int!) { inquiryResults(fiscalYear: $year) {
         byKind { kind received ordered referred ended open } byChannel { channel count } byReason { reason count } } }`,
      { year: fiscalYearOf(today) },
    );
    expect(results).toEqual({
      inquiryResults: {
        byKind: [
          { kind: 'INQUIRY', received: 2, ordered: 1, referred: 0, ended: 1, open: 0 },
          { kind: 'VISIT', received: 1, ordered: 0, referred: 1, ended: 0, open: 0 },
        ],
        byChannel: ['FAX', 'PHONE', 'VISIT'].map((channel) => ({ channel, count: 1 })),
        byReason: [{ reason: 'DATE', count: 1 }],
      },
    });
  });

  it('say what is wrong with them, field by field', async () => {
    const wrong = record({ receivedOn: addDays(today, 1), organisation: ' ', nextAction: '電話する' });
    await expect(wrong).rejects.toMatchObject({ code: 'INPUT.FIELDS_INVALID' });
    await expect(record({ buyerId: randomUUID() })).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
  });

  it('are the own desk’s alone', async () => {
    const { id } = await record();
    const other = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', '別の窓口')`, [other]);
    const stranger = await api.asNew('DESK_COORDINATOR', other);
    const get = 'query ($id: ID!) { inquiry(id: $id) { id } }';
    expect(await stranger.refusal(get, { id })).toBe('ACCESS.NOT_FOUND');
    expect(await flow.buyer.refusal(get, { id })).toBe('ACCESS.NOT_FOUND');
    const ended = flow.step(stranger, 'endInquiry', { inquiryId: id, outcome: 'NOTHING', reason: 'OTHER' }, '{ id }');
    await expect(ended).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
  });
});
