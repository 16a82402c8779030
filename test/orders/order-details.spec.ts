import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
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

  it('names no person of the buyer on papers to a facility that deals with the buyer itself', async () => {
    const order = await flow.order('BROKERED');
    const [named] = await api.db.query<[object[]]>(
      `UPDATE business_profile SET contact_person = '総務課 中山' FROM work_order
       WHERE work_order.id = $1 AND organisation_id = work_order.buyer_id RETURNING organisation_id`,
      [order.id],
    );
    expect(named).toHaveLength(1);
    await flow.step(desk, 'setOrderContact', { workOrderId: order.id, contact }, DETAILS);
    const [facilityId] = await flow.offer(order);
    const facility = await flow.facility(facilityId!);
    const [share] = await api.db.query<[{ id: string }]>('SELECT id FROM assignment WHERE work_order_id = $1', [
      order.id,
    ]);
    await flow.step(facility, 'acceptAssignment', { assignmentId: share.id }, '{ id }');
    const papers = await papersOf(order.id);
    const between = papers.filter(({ kind }) => kind === 'PURCHASE_ORDER');
    expect(between.map(({ buyerNumber }) => buyerNumber)).toContain('総-2026-118');
    expect(JSON.stringify(between)).not.toMatch(/山本|中山|083-555-0101/);
  });

  describe('delivery places', () => {
    const PLACES = '{ id lines { id places { name address departmentId quantity dueOn } } }';
    interface Placed {
      id: string;
      lines: { id: string; places: { name: string; quantity: number; dueOn: string }[] }[];
    }
    const dueOn = addWorkingDays(todayInTokyo(new Date()), 40);
    const sooner = addWorkingDays(todayInTokyo(new Date()), 35);
    const places = [
      { name: '本庁舎1階 総務課', address: '本町1-1', quantity: 2000 },
      { name: '北庁舎 福祉課', quantity: 1000, dueOn: sooner },
    ];
    const line = { workTypeCode: 'ENVELOPE_STUFFING', quantity: 3000, dueOn };
    const draftWith = (client: Client, given: object[], more: object = {}) =>
      new OrderFlow(api, client, desk).step<Placed>(
        client,
        'draftWorkOrder',
        { deskId, title: '通知の発送', lines: [{ ...line, places: given }], ...more },
        PLACES,
      );

    it('take all of the line, not after it is due, and only departments of the buyer', async () => {
      const { lines } = await draftWith(buyer, places);
      expect(lines[0]?.places).toEqual([
        { ...places[0], departmentId: null, dueOn },
        { ...places[1], departmentId: null, address: '' },
      ]);
      const refused = (given: object[]) => draftWith(buyer, given).catch((error: unknown) => String(error));
      expect(await refused([places[0]!])).toContain('DELIVERY_PLACE.SUM_DIFFERS');
      const late = addWorkingDays(dueOn, 1);
      expect(await refused([{ ...places[0], quantity: 3000, dueOn: late }])).toContain('DELIVERY_PLACE.AFTER_LINE');
      const many = Array.from({ length: 51 }, (_, index) => ({ name: `納入先${index}`, quantity: 1 }));
      expect(await refused(many)).toContain('DELIVERY_PLACE.TOO_MANY');
      const [{ id }] = await api.db.query<[{ id: string }]>('SELECT id FROM department LIMIT 1');
      expect(await refused([{ ...places[0], quantity: 3000, departmentId: id }])).toContain('ACCESS.NOT_FOUND');
    });

    it('stand on papers and with the share, and are changed by the desk until the work is there', async () => {
      const order = await draftWith(buyer, places);
      await flow.step(buyer, 'submitWorkOrder', { workOrderId: order.id }, '{ id }');
      await flow.step(desk, 'reviewWorkOrder', { workOrderId: order.id }, '{ id }');
      const quoted = await flow.step<{ quotes: { id: string }[]; lines: { id: string; steps: { id: string }[] }[] }>(
        desk,
        'issueQuote',
        {
          workOrderId: order.id,
          contractType: 'DESK_CONTRACT',
          validUntil: addWorkingDays(todayInTokyo(new Date()), 10),
          lines: order.lines.map(({ id }) => ({ workOrderLineId: id, unitPriceSen: 500 })),
        },
        '{ quotes { id } lines { id steps { id } } }',
      );
      const lineId = order.lines[0]!.id;
      const quotePlaces = async () =>
        (await papersOf(order.id)).flatMap((paper) =>
          paper.kind === 'QUOTE' ? [paper.terms.deliveries?.map(({ place }) => place)] : [],
        );
      const idsOf = async () =>
        new Map(
          (
            await api.db.query<{ name: string; id: string }[]>(
              'SELECT name, id FROM delivery_place WHERE work_order_id = $1',
              [order.id],
            )
          ).map(({ name, id }) => [name, id]),
        );
      const before = await idsOf();
      expect(await quotePlaces()).toEqual([['北庁舎 福祉課', '本庁舎1階 総務課']]);
      const moved = [
        { ...places[0], quantity: 1500 },
        { name: '公民館', quantity: 1500 },
      ];
      await flow.step(desk, 'setDeliveryPlaces', { workOrderLineId: lineId, places: moved }, PLACES);
      expect((await quotePlaces()).at(-1)).toEqual(['本庁舎1階 総務課', '公民館']);
      expect(await quotePlaces()).toHaveLength(2);
      expect((await idsOf()).get('本庁舎1階 総務課')).toBe(before.get('本庁舎1階 総務課'));
      await flow.step(buyer, 'placeOrder', { quoteId: quoted.quotes[0]!.id }, '{ id }');
      const changed = [{ name: '図書館', quantity: 3000 }];
      const set = { workOrderLineId: lineId, places: [...places.slice(0, 1), { name: '図書館', quantity: 1000 }] };
      await expect(flow.step(buyer, 'setDeliveryPlaces', set, PLACES)).rejects.toThrow('ACCESS.NOT_FOUND');
      await flow.step(desk, 'setDeliveryPlaces', set, PLACES);
      const [facilityId] = await flow.offer({ id: order.id, lines: quoted.lines, quotes: [] });
      const facility = await flow.facility(facilityId!);
      const shares = await facility.ask<{
        assignments: { items: { orderTitle: string; places: { name: string }[] }[] };
      }>('{ assignments(first: 5) { items { orderTitle places { name quantity departmentId } } } }');
      const share = shares.assignments.items.find(({ orderTitle }) => orderTitle === '通知の発送');
      expect(share?.places.map(({ name }) => name)).toEqual(['本庁舎1階 総務課', '図書館']);
      const papers = await papersOf(order.id);
      const orders = papers.flatMap((paper) => (paper.kind === 'PURCHASE_ORDER' ? [paper.terms.deliveries] : []));
      expect(orders.at(-1)?.map(({ place, units }) => [place, units])).toEqual([
        ['本庁舎1階 総務課', 2000],
        ['図書館', 1000],
      ]);
      const [offered] = await api.db.query<[{ id: string }]>(
        'SELECT id FROM assignment WHERE work_order_id = $1 AND facility_id = $2',
        [order.id, facilityId],
      );
      await flow.step(facility, 'acceptAssignment', { assignmentId: offered.id }, '{ id }');
      const [ofFacility] = (await papersOf(order.id)).slice(-1);
      expect(ofFacility).toMatchObject({
        kind: 'PURCHASE_ORDER',
        notes: ['納入先：本庁舎1階 総務課　本町1-1', '納入先：図書館'],
      });
      expect(JSON.stringify(ofFacility)).not.toContain('deliveries');
      const passed = addDays(todayInTokyo(new Date()), -3);
      await api.db.query('UPDATE delivery_place SET due_on = $2 WHERE work_order_line_id = $1 AND position = 2', [
        lineId,
        passed,
      ]);
      const renamed = (day: string) => ({
        workOrderLineId: lineId,
        places: [set.places[0], { name: '中央図書館', quantity: 1000, dueOn: day }],
      });
      await flow.step(desk, 'setDeliveryPlaces', renamed(passed), PLACES);
      await expect(flow.step(desk, 'setDeliveryPlaces', renamed(addDays(passed, 1)), PLACES)).rejects.toThrow(
        'WORK_ORDER.DUE_DATE_TOO_EARLY',
      );
      await api.db.query(`UPDATE work_order SET status = 'DELIVERED' WHERE id = $1`, [order.id]);
      const after = flow.step(desk, 'setDeliveryPlaces', { workOrderLineId: lineId, places: changed }, PLACES);
      await expect(after).rejects.toThrow('DELIVERY_PLACE.NOT_NOW');
    });
  });

  describe('a government', () => {
    let cityId: string;
    let city: Client;
    let ofCity: OrderFlow;
    beforeAll(async () => {
      city = await api.as('CITY');
      ofCity = new OrderFlow(api, city, desk);
      cityId = (await city.ask<{ buyers: [{ id: string }] }>('{ buyers { id } }')).buyers[0].id;
    });
    const setRules = (needsBasis: boolean) =>
      city.ask(
        `mutation ($input: SetGovernmentRulesInput!) { setGovernmentRules(input: $input) {
           governmentRules { needsBasis } } }`,
        { input: { buyerId: cityId, kind: 'MUNICIPALITY', needsBasis } },
      );

    it('orders only once it has decided by which item, where it wants it so', async () => {
      await setRules(true);
      const { id, quotes } = await ofCity.quote('DESK_CONTRACT');
      const order = { quoteId: quotes[0]!.id };
      const offered = async () => {
        const { workOrder } = await city.ask<{
          workOrder: { availableActions: string[]; quotes: { availableActions: string[] }[] };
        }>('query ($id: ID!) { workOrder(id: $id) { availableActions quotes { availableActions } } }', { id });
        return [workOrder.availableActions, workOrder.quotes[0]?.availableActions].map((all) => all?.includes('order'));
      };
      expect(await offered()).toEqual([false, false]);
      await expect(ofCity.step(city, 'placeOrder', order, '{ id }')).rejects.toThrow('GOVERNMENT.BASIS_MISSING');
      const { contractBasis } = await city.ask<{
        contractBasis: { options: { basis: string; isPossible: boolean }[] };
      }>('query ($id: ID!) { contractBasis(workOrderId: $id) { options { basis isPossible } } }', { id });
      const basis = contractBasis.options.find(({ isPossible }) => isPossible)!.basis;
      const decision = { workOrderId: id, basis, reason: '障害者就労施設等が提供する役務のため' };
      await city.ask(
        `mutation ($input: DecideContractBasisInput!) { decideContractBasis(input: $input) { __typename } }`,
        { input: { ...decision, idempotencyKey: `basis-${id}` } },
      );
      expect(await offered()).toEqual([true, true]);
      await ofCity.step(city, 'placeOrder', order, '{ id }');
      await setRules(false);
      const next = await ofCity.quote('DESK_CONTRACT');
      await ofCity.step(city, 'placeOrder', { quoteId: next.quotes[0]!.id }, '{ id }');
    });

    it('goes by who contracts for it on papers', async () => {
      const admin = await api.as('DESK_ADMIN');
      const input = { buyerId: cityId, contractingParty: '見本市長　見本 次郎' };
      await admin.ask(
        'mutation ($input: SetBuyerTermsInput!) { setBuyerTerms(input: $input) { buyerTerms { buyerId } } }',
        { input },
      );
      const order = await ofCity.order('DESK_CONTRACT');
      const papers = await papersOf(order.id);
      const parties = papers.map(({ issuer, recipient }) => issuer.contractingParty ?? recipient.contractingParty);
      expect(parties.length).toBeGreaterThan(1);
      expect(new Set(parties)).toEqual(new Set(['見本市長　見本 次郎']));
    });
  });
});
