import type { Client } from '../harness/api.js';
import type { Bill, Order } from '../scenarios/seen.js';
import { ONE_FACILITY, Story } from '../scenarios/story.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
interface Offers {
  readonly availableActions: readonly string[];
}

/** What is offered is what would be granted, to whom and as long as it would be. */
describe('What can be done with', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin();
  });
  afterAll(() => story.end());

  const actionsOf = async (who: Client, { id }: Order, things: string) => {
    const query = `query ($id: ID!) { workOrder(id: $id) { ${things} { availableActions } } }`;
    const { workOrder } = await who.ask<{ workOrder: Record<string, Offers[]> }>(query, { id });
    return workOrder[things]!.map(({ availableActions }) => availableActions);
  };

  const actionsOfOrder = async (who: Client, { id }: Order) => {
    const query = 'query ($id: ID!) { workOrder(id: $id) { availableActions } }';
    return (await who.ask<{ workOrder: Offers }>(query, { id })).workOrder.availableActions;
  };

  it('a quote: the buyer answers and the desk revises the newest', async () => {
    const { company, desk } = story;
    const order = await story.asksFor(company, WISH);
    await story.quotes(order, 'DESK_CONTRACT', [500]);
    await story.quotes(order, 'DESK_CONTRACT', [520]);
    expect(await actionsOf(company, order, 'quotes')).toEqual([['order', 'refuse'], []]);
    expect(await actionsOf(desk, order, 'quotes')).toEqual([['revise'], []]);
    expect(await actionsOfOrder(company, order)).toEqual(['withdraw', 'refuseQuote', 'order']);
    expect(await actionsOfOrder(desk, order)).toEqual(['reject', 'setSteps', 'quote', 'reviseQuote']);
  });

  it('a delivery, a bill and a payment: the desk does each once', async () => {
    const { company, desk } = story;
    const order = await story.ordered(company, WISH, 'DESK_CONTRACT', 500);
    const offers = await story.splits(order, ONE_FACILITY);
    await story.accepts(...offers);
    const share = offers[0]!;
    const deliveryId = await story.delivers(share);
    const deliveries = async (who: Client) => {
      const query = 'query ($id: ID!) { assignment(id: $id) { deliveries { availableActions } } }';
      const seen = await who.ask<{ assignment: { deliveries: Offers[] } }>(query, { id: share.id });
      return seen.assignment.deliveries.map(({ availableActions }) => availableActions);
    };
    expect([await deliveries(desk), await deliveries(await story.of(share))]).toEqual([[['inspect']], [[]]]);
    await story.inspects(deliveryId);
    expect(await deliveries(desk)).toEqual([[]]);

    const accepted = await story.buyerAccepts(company, order);
    const [payerId, payeeId] = [accepted.buyer.id, accepted.desk.id];
    const bill = await story.bills(desk, accepted, { payerId, payeeId });
    const bills = async (who: Client) => {
      const { invoices } = await who.ask<{ invoices: { items: (Offers & { id: string })[] } }>(
        '{ invoices { items { id availableActions } } }',
      );
      return new Map(invoices.items.map(({ id, availableActions }) => [id, availableActions]));
    };
    expect((await bills(desk)).get(bill.id)).toEqual(['correct']);
    expect((await bills(company)).get(bill.id)).toEqual([]);
    await story.do(story.deskAdmin, 'setInvoiceIssuer', {
      deskId: accepted.desk.id,
      taxRounding: 'UP',
      registrationNumber: '',
    });
    const newer: Bill = await story.corrects(bill, '登録番号の訂正');
    expect(await bills(desk)).toEqual(
      new Map([
        [newer.id, ['correct']],
        [bill.id, []],
      ]),
    );

    const paidOn = await story.today();
    const pay = { invoiceId: newer.id, amountYen: newer.grossYen, paidOn };
    const { id: paymentId } = await story.do<{ id: string }>(desk, 'recordPayment', pay, '{ id }');
    const payments = async (who: Client) => {
      const seen = await who.ask<{ payments: { items: (Offers & { amountYen: number })[] } }>(
        '{ payments { items { amountYen availableActions } } }',
      );
      return new Map(seen.payments.items.map(({ amountYen, availableActions }) => [amountYen, availableActions]));
    };
    expect(await payments(desk)).toEqual(new Map([[newer.grossYen, ['reverse']]]));
    expect(await payments(company)).toEqual(new Map([[newer.grossYen, []]]));
    await story.do(desk, 'reversePayment', { paymentId, reason: '二重に記録したため' });
    expect(await payments(desk)).toEqual(
      new Map([
        [newer.grossYen, []],
        [-newer.grossYen, []],
      ]),
    );

    // Two rows take as many statements as one.
    const statements = async (take: number) => {
      const query = `{ invoices(first: ${take}) { items { availableActions } }
        payments(first: ${take}) { items { availableActions } } }`;
      const all = await story.api.statementsOf(async () => desk.ask(query));
      return all.filter((statement) => /invoice|payment/.test(statement)).length;
    };
    expect(await statements(2)).toBe(await statements(1));
  });

  it('what a government decides and publishes: until the order, and until it is published', async () => {
    const { city, desk } = story;
    const order = await story.asksFor(city, WISH);
    const quote = await story.quotes(order, 'DESK_CONTRACT', [500]);
    const basis = async (who: Client) => {
      const query = 'query ($id: ID!) { contractBasis(workOrderId: $id) { availableActions } }';
      return (await who.ask<{ contractBasis: Offers }>(query, { id: order.id })).contractBasis.availableActions;
    };
    expect([await basis(city), await basis(desk)]).toEqual([['decide'], []]);
    await story.orders(city, quote);
    expect(await basis(city)).toEqual([]);

    const draft = { workOrderId: order.id, kind: 'EXPECTED' };
    const seen = '{ id body availableActions }';
    const { id, body, availableActions } = await story.do<Offers & { id: string; body: string }>(
      city,
      'draftPublication',
      draft,
      seen,
    );
    expect(availableActions).toEqual(['redraft', 'edit', 'publish']);
    const published = { publicationId: id, body, publishedOn: await story.today(), place: '掲示板' };
    expect(await story.do<Offers>(city, 'editPublication', published, seen)).toMatchObject({ availableActions: [] });
    expect(await story.refused(city, 'draftPublication', draft)).toBe('GOVERNMENT.PUBLISHED_ALREADY');
  });

  it('what is undecided on an order: the desk says more of it until it has decided', async () => {
    const { company, desk } = story;
    const { id: workOrderId } = await story.ordered(company, WISH, 'DESK_CONTRACT', 500);
    const decideOn = await story.daysFromNow(3);
    const open = { workOrderId, item: 'AMOUNT', reason: '資材の値段が決まっていないため', decideOn };
    const seen = '{ undecided { availableActions } }';
    const declared = await story.do(desk, 'declareUndecided', open, seen);
    expect(declared).toEqual({ undecided: [{ availableActions: ['declare', 'decide'] }] });
    const decided = await story.do(desk, 'decideItem', { workOrderId, item: 'AMOUNT', decision: '1通5円' }, seen);
    expect(decided).toEqual({ undecided: [{ availableActions: [] }] });
  });

  it('an invitation and a token: anyone who sees to them sends again, withdraws and revokes', async () => {
    const { company, desk, api } = story;
    const { me } = await company.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    const into = async (organisationId: string, role: string, who: Client) => {
      const invited = { email: `${role.toLowerCase()}@new.example.jp`, role, organisationId };
      return story.do<Offers[]>(who, 'invitePerson', invited, '{ availableActions }');
    };
    expect(await into(me.organisationId, 'BUYER_MEMBER', company)).toEqual([
      { availableActions: ['resend', 'revoke'] },
    ]);
    const [lonely] = await api.db.query<[{ id: string }]>(
      `SELECT facility_id AS id FROM membership WHERE left_on IS NULL
         AND NOT EXISTS (SELECT 1 FROM role_grant WHERE organisation_id = facility_id) ORDER BY facility_id DESC LIMIT 1`,
    );
    expect(await into(lonely.id, 'FACILITY_MEMBER', desk)).toEqual([{ availableActions: ['resend', 'revoke'] }]);
    // Now somebody administers the facility, and the desk brings nobody in any more.
    await api.asNew('FACILITY_ADMIN', lonely.id);
    const { invitations } = await desk.ask<{ invitations: (Offers & { id: string })[] }>(
      '{ invitations { id availableActions } }',
    );
    expect(invitations.map(({ availableActions }) => availableActions)).toEqual([['revoke']]);
    const invitationId = invitations[0]!.id;
    expect(await story.refused(desk, 'resendInvitation', { invitationId })).toBe('INVITATION.HAS_ADMIN');
    expect(await story.do(desk, 'revokeInvitation', { invitationId }, '{ availableActions }')).toEqual([]);

    const expiresAt = `${await story.daysFromNow(30)}T00:00:00+09:00`;
    await story.do(company, 'createApiToken', { name: '購買', scopes: ['READ'], expiresAt });
    const { apiTokens } = await company.ask<{ apiTokens: object[] }>('{ apiTokens { availableActions } }');
    expect(apiTokens).toEqual([{ availableActions: ['revoke'] }]);
  });

  it('a registration: the administrators of the desk end one that lasts', async () => {
    const memberships = async (who: Client) => {
      const query = '{ memberships(first: 1) { items { facility { id } availableActions } } }';
      const seen = await who.ask<{ memberships: { items: (Offers & { facility: { id: string } })[] } }>(query);
      return seen.memberships.items[0]!;
    };
    const { facility, availableActions } = await memberships(story.deskAdmin);
    expect(availableActions).toEqual(['end']);
    expect((await memberships(story.desk)).availableActions).toEqual([]);
    expect((await memberships(await story.of({ facility }))).availableActions).toEqual(['end']);
    const end = { facilityId: facility.id, reason: '閉所のため' };
    expect(await story.do<Offers>(story.deskAdmin, 'endMembership', end, '{ availableActions }')).toEqual({
      availableActions: [],
    });
  });
});
