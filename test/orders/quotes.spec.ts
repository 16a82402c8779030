import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
import {
  type ContractType,
  DraftWorkOrder,
  IssueQuote,
  PlaceOrder,
  Quote,
  QuoteQueries,
  RefuseQuote,
  ReviewWorkOrder,
  ReviseQuote,
  SubmitWorkOrder,
  WorkOrder,
  WorkOrderLine,
  WorkOrderQueries,
} from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { outcome } from './outcome.js';

const today = todayInTokyo(new Date());

describe('A quote for several lines', () => {
  let product: Product;
  let second: Product;
  let buyer: PersonActor;
  let desk: PersonActor;
  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
    buyer = await product.as('BUYER_ADMIN');
    desk = await product.as('DESK_COORDINATOR');
  });
  afterAll(() => product.close());

  async function reviewed(): Promise<string> {
    const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '催しの準備',
      lines: [
        { workTypeCode: 'ENVELOPE_STUFFING', quantity: 1001, dueOn: addWorkingDays(today, 20) },
        { workTypeCode: 'BENTO', quantity: 33, dueOn: addWorkingDays(today, 25) },
      ],
    });
    await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await product.get(ReviewWorkOrder).execute(desk, { idempotencyKey: newKey(), workOrderId });
    return workOrderId;
  }
  const quote = async (
    workOrderId: string,
    contractType: ContractType,
    prices: readonly number[] = [],
    side = product,
  ) => {
    const lines = await product.db.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
    const [facility] = await product.db.query<[{ id: string }]>(
      'SELECT facility_id AS id FROM membership WHERE desk_id = $1 ORDER BY facility_id LIMIT 1',
      [desk.organisationId],
    );
    const { quoteId } = await side.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType,
      validUntil: addDays(today, 10),
      lines: prices.map((unitPriceSen, index) => ({ workOrderLineId: lines[index]?.id ?? '', unitPriceSen })),
      candidateFacilityIds: contractType === 'REFERRAL' ? [facility.id] : null,
    });
    return quoteId;
  };
  const place = (quoteId: string, side = product) =>
    side.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });
  const refuse = (quoteId: string, side = product) =>
    side.get(RefuseQuote).execute(buyer, { idempotencyKey: newKey(), quoteId, reason: '予算を超えています' });
  const order = (id: string) => product.db.manager.findOneByOrFail(WorkOrder, { id });
  const states = async (workOrderId: string) =>
    (await product.get(QuoteQueries).ofWorkOrders(buyer, [workOrderId])).map((one) => [one.version, one.status]);

  it('prices every line once, and taxes food at its own rate', async () => {
    const workOrderId = await reviewed();
    await expect(quote(workOrderId, 'DESK_CONTRACT', [550])).rejects.toThrow('QUOTE.LINES_DIFFER');
    const id = await quote(workOrderId, 'DESK_CONTRACT', [550, 65_000]);
    // 1001 × 5.50 円 = 5,505 円, 33 × 650 円 = 21,450 円; tax 10 % and 8 %, each rounded down.
    expect(await product.db.manager.findOneByOrFail(Quote, { id })).toMatchObject({
      amountYen: 26_955,
      taxYen: 550 + 1716,
    });
  });

  it('is not to be answered once its last day is over, even before the worker ends it', async () => {
    const workOrderId = await reviewed();
    const id = await quote(workOrderId, 'DESK_CONTRACT', [550, 65_000]);
    const offered = async () => {
      const queries = product.get(QuoteQueries);
      const [seen] = await queries.ofWorkOrders(buyer, [workOrderId]);
      const ofOrder = await product.get(WorkOrderQueries).actionsOf(buyer, [workOrderId]);
      return [queries.availableActions(buyer, seen!), ofOrder.get(workOrderId)];
    };
    expect(await offered()).toEqual([
      ['order', 'refuse'],
      ['withdraw', 'refuseQuote', 'order'],
    ]);
    await product.db.query(`UPDATE quote SET valid_until = yui_now() - interval '1 minute' WHERE id = $1`, [id]);
    expect(await offered()).toEqual([[], ['withdraw']]);
    await expect(place(id)).rejects.toThrow('QUOTE.EXPIRED');
    await expect(refuse(id)).rejects.toThrow('QUOTE.EXPIRED');
  });

  it('is refused with a reason, made again as another type of contract, and only the newest can be ordered', async () => {
    const workOrderId = await reviewed();
    const first = await quote(workOrderId, 'DESK_CONTRACT', [550, 65_000]);
    await refuse(first);
    expect((await order(workOrderId)).status).toBe('REVIEWING');
    const introduced = await quote(workOrderId, 'REFERRAL');
    const brokered = await quote(workOrderId, 'BROKERED', [500, 60_000]);
    await expect(place(introduced)).rejects.toThrow('QUOTE.REPLACED');
    await expect(refuse(introduced)).rejects.toThrow('QUOTE.REPLACED');
    await product.get(ReviseQuote).execute(desk, { idempotencyKey: newKey(), workOrderId });
    await expect(place(brokered)).rejects.toThrow('QUOTE.TAKEN_BACK');
    await expect(product.get(ReviseQuote).execute(desk, { idempotencyKey: newKey(), workOrderId })).rejects.toThrow(
      'TRANSITION.NOT_ALLOWED',
    );
    await place(await quote(workOrderId, 'BROKERED', [490, 60_000]));
    expect(await order(workOrderId)).toMatchObject({ status: 'ORDERED', contractType: 'BROKERED' });
    expect(await states(workOrderId)).toEqual([
      [4, 'ACCEPTED'],
      [3, 'TAKEN_BACK'],
      [2, 'REPLACED'],
      [1, 'REFUSED'],
    ]);
    await expect(refuse(first)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
  });

  it('is answered once, and never ordered together with a newer version, no matter who is first', async () => {
    for (let round = 0; round < 3; round += 1) {
      const workOrderId = await reviewed();
      const quoteId = await quote(workOrderId, 'DESK_CONTRACT', [550, 65_000]);
      const [placed, refused, requoted] = await Promise.all([
        outcome(place(quoteId)),
        outcome(refuse(quoteId, second)),
        outcome(quote(workOrderId, 'BROKERED', [500, 60_000], second)),
      ]);
      if (placed === 'ok') {
        expect([refused, requoted]).toEqual(['TRANSITION.NOT_ALLOWED', 'TRANSITION.NOT_ALLOWED']);
        expect(await order(workOrderId)).toMatchObject({ status: 'ORDERED', contractType: 'DESK_CONTRACT' });
      } else {
        expect(requoted).toBe('ok');
        expect(await order(workOrderId)).toMatchObject({ status: 'QUOTED', contractType: null });
      }
      const open = (await states(workOrderId)).filter(([, status]) => status === 'ISSUED' || status === 'ACCEPTED');
      expect(open).toHaveLength(1);
    }
  });
});
