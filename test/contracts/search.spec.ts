import { MoneyQueries } from '#yui/contracts';
import { Facility, FacilityQueries } from '#yui/directory';
import { DraftWorkOrder, WorkOrderQueries } from '#yui/orders';
import { addDays, todayInTokyo } from '#yui/calendar';
import { createProduct, newKey, type Product } from '../harness/product.js';

const PAGE = { first: 10 };

describe('what is looked for', () => {
  let product: Product;
  beforeAll(async () => {
    product = await createProduct();
  });
  afterAll(() => product.close());

  it.each(['ちらし折り', 'チラシ　折り', 'ﾁﾗｼ折り', 'ABC', 'ａｂｃ', '100%'])(
    '%s is found however it is written',
    async (text) => {
      const buyer = await product.as('BUYER_ADMIN');
      const desk = await product.as('DESK_COORDINATOR');
      await product.get(DraftWorkOrder).execute(buyer, {
        idempotencyKey: newKey(),
        deskId: desk.organisationId,
        title: 'チラシ折り Abc １００％',
        lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 10, dueOn: addDays(todayInTokyo(new Date()), 60) }],
      });
      expect((await product.get(WorkOrderQueries).page(buyer, { text }, PAGE)).items).not.toEqual([]);
      expect((await product.get(WorkOrderQueries).page(buyer, { text: `${text}でない` }, PAGE)).items).toEqual([]);
    },
  );

  it('every list of money takes a partner, and names of facilities fold', async () => {
    const desk = await product.as('DESK_COORDINATOR');
    const filter = { partner: 'ﾗｲﾌﾀｲﾑ_%' };
    expect((await product.get(MoneyQueries).invoices(desk, filter, PAGE)).items).toEqual([]);
    expect((await product.get(MoneyQueries).payments(desk, filter, PAGE)).items).toEqual([]);
    expect((await product.get(MoneyQueries).settlementLines(desk, filter, PAGE)).items).toEqual([]);
    const [facility] = await product.db.manager.find(Facility, { order: { name: 'ASC' }, take: 1 });
    await product.db.manager.update(Facility, { id: facility!.id }, { name: '𠮷髙会 ライフ Time' });
    for (const text of ['らいふ', 'ﾗｲﾌ TIME', '𠮷髙会']) {
      const { items } = await product.get(FacilityQueries).list(desk, { text });
      expect(items.map(({ id }) => id)).toContain(facility!.id);
    }
  });
});
