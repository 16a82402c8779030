import { addWorkingDays, todayInTokyo } from '#yui/calendar';
import { Paper, PapersModule } from '#yui/contracts';
import type { PaperData } from '#yui/papers';
import { EventHandlers, OutboxEvent, SYSTEM, UnitOfWork } from '#yui/platform';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { besideApi, type Product } from '../harness/product.js';

const DETAILS = `{ id contact { buyerNumber person phone } notes { id body writtenByName } }`;

interface Details {
  id: string;
  contact: { buyerNumber: string; person: string; phone: string } | null;
  notes: { id: string; body: string; writtenByName: string }[];
}

/** What stands on an order besides the work: the buyer's number, whom to ask, notes of the desk. */
describe('what stands on an order besides work', () => {
  let api: TestApi;
  let worker: Product;
  let flow: OrderFlow;
  let buyer: Client;
  let desk: Client;
  let stranger: Client;
  let deskId: string;

  beforeAll(async () => {
    api = await startApi();
    worker = await besideApi(api, PapersModule);
    [buyer, desk] = [await api.as('COMPANY'), await api.as('COORDINATOR')];
    stranger = await api.as('CITY');
    flow = new OrderFlow(api, buyer, desk);
    deskId = (await api.db.query<[{ id: string }]>('SELECT id FROM desk'))[0].id;
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const contact = { buyerNumber: '総-2026-118', person: '総務課 山本', phone: '０８３ー５５５ー０１０１' };
  const draft = (more: object = {}) =>
    flow.step<Details>(
      buyer,
      'draftWorkOrder',
      {
        deskId,
        title: '案内状の封入',
        lines: [
          { workTypeCode: 'ENVELOPE_STUFFING', quantity: 1000, dueOn: addWorkingDays(todayInTokyo(new Date()), 40) },
        ],
        ...more,
      },
      DETAILS,
    );
  const read = async (client: Client, id: string) =>
    (await client.ask<{ workOrder: Details }>(`query ($id: ID!) { workOrder(id: $id) ${DETAILS} }`, { id })).workOrder;

  /** What the worker issues on the events there are so far. */
  async function papersOf(workOrderId: string): Promise<PaperData[]> {
    const handler = worker.get(EventHandlers).get('papers');
    const events = await worker.db.manager.find(OutboxEvent, { order: { createdAt: 'ASC', id: 'ASC' } });
    for (const event of events) {
      if (event.payload.workOrderId !== workOrderId || !handler.events.includes(event.name)) continue;
      await worker.get(UnitOfWork).run(SYSTEM, async (tx) => handler.handle(event, tx));
    }
    const papers = await worker.db.manager.find(Paper, { where: { workOrderId }, order: { issuedAt: 'ASC' } });
    return papers.map(({ data }) => data);
  }

  it('keeps the buyer’s own number and contact from the draft on, and finds the order by it', async () => {
    const order = await draft({ contact });
    expect(order.contact).toEqual({ ...contact, phone: '083-555-0101' });
    const again = {
      workOrderId: order.id,
      title: '案内状',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 5, dueOn: addWorkingDays(todayInTokyo(new Date()), 40) }],
    };
    expect((await flow.step<Details>(buyer, 'changeDraft', again, DETAILS)).contact?.buyerNumber).toBe('総-2026-118');
    const find = async (client: Client, text: string) =>
      (
        await client.ask<{ workOrders: { items: { id: string }[] } }>(
          'query ($text: String!) { workOrders(filter: { text: $text }, first: 10) { items { id } } }',
          { text },
        )
      ).workOrders.items.map(({ id }) => id);
    expect(await find(buyer, ' 総-2026-118 ')).toEqual([order.id]);
    expect(await find(stranger, '総-2026-118')).toEqual([]);
    expect(await find(desk, '総-2026-118')).toEqual([]);
    await flow.step(buyer, 'submitWorkOrder', { workOrderId: order.id }, '{ id }');
    expect(await find(desk, '総-2026-118')).toEqual([order.id]);
    const wrong = draft({ contact: { phone: 'あとで' } });
    await expect(wrong).rejects.toThrow('PROFILE.PHONE_MALFORMED');
  });

  it('lets both sides change it at any time, and nobody else', async () => {
    const { id } = await draft();
    expect((await read(buyer, id)).contact).toBeNull();
    const set = (client: Client, more: object) =>
      flow.step<Details>(client, 'setOrderContact', { workOrderId: id, contact: more }, DETAILS);
    await expect(set(desk, contact)).rejects.toThrow('ACCESS.NOT_FOUND');
    await flow.step(buyer, 'submitWorkOrder', { workOrderId: id }, '{ id }');
    expect((await set(desk, { person: '山本' })).contact).toEqual({ buyerNumber: '', person: '山本', phone: '' });
    expect((await set(buyer, contact)).contact?.buyerNumber).toBe('総-2026-118');
    await expect(set(stranger, contact)).rejects.toThrow('ACCESS.NOT_FOUND');
  });

  it('keeps notes of the desk from everybody else', async () => {
    const order = await flow.order('DESK_CONTRACT');
    const note = { workOrderId: order.id, body: '先方は午前中だけ電話に出る。\n単価は前回どおり。' };
    const { notes } = await flow.step<Details>(desk, 'writeOrderNote', note, DETAILS);
    expect(notes).toEqual([expect.objectContaining({ body: note.body })]);
    expect((await read(buyer, order.id)).notes).toEqual([]);
    await expect(flow.step(buyer, 'writeOrderNote', note, DETAILS)).rejects.toThrow('ACCESS.NOT_FOUND');
    const removal = { orderNoteId: notes[0]!.id };
    const otherDesk = await api.asNew('DESK_COORDINATOR', (await newDesk()).id);
    await expect(flow.step(otherDesk, 'removeOrderNote', removal, DETAILS)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(flow.step(otherDesk, 'writeOrderNote', note, DETAILS)).rejects.toThrow('ACCESS.NOT_FOUND');
    expect((await flow.step<Details>(desk, 'removeOrderNote', removal, DETAILS)).notes).toEqual([]);
  });

  const newDesk = async () =>
    (
      await api.db.query<[{ id: string }]>(
        `INSERT INTO desk SELECT (json_populate_record(desk, '{"id": "018f0000-0000-7000-8000-00000000d001",
           "code": "OTHER", "name": "別の窓口"}')).* FROM desk LIMIT 1 RETURNING id`,
      )
    )[0];

  it('says number and contact on papers of the buyer, and on none between desk and facility', async () => {
    const order = await flow.order('DESK_CONTRACT');
    await flow.step(desk, 'setOrderContact', { workOrderId: order.id, contact }, DETAILS);
    await flow.offer(order);
    const papers = await papersOf(order.id);
    const kinds = papers.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['QUOTE', 'PURCHASE_ORDER', 'ORDER_ACKNOWLEDGEMENT', 'ALLOCATION_NOTICE']),
    );
    const { name } = (await buyer.ask<{ buyers: [{ name: string }] }>('{ buyers { name } }')).buyers[0];
    for (const paper of papers) {
      const isOfBuyer = [paper.issuer.name, paper.recipient.name].includes(name);
      expect(JSON.stringify(paper).includes('山本')).toBe(isOfBuyer);
      expect(paper.buyerNumber ?? null).toBe(isOfBuyer ? '総-2026-118' : null);
    }
  });
});
