import { amounts, day, deskSharePapers, orderPapers, paper, papersMustBe, row, sums } from './papers.js';
import { ONE_FACILITY, owed, scenario } from './story.js';

/** A company wants 3,000 business cards; the desk sells them and one facility makes them (契約型). */
scenario(
  '3,000 business cards from one facility',
  'are printed, accepted, invoiced and paid for, and nothing is left open',
  async (story) => {
    const { company, desk } = story;
    const wish = {
      title: '営業部の名刺',
      lines: [{ workTypeCode: 'BUSINESS_CARDS', quantity: 3_000, specification: '両面カラー 55×91mm' }],
    };
    const ordered = await story.ordered(company, wish, 'DESK_CONTRACT', 1_500);
    expect(ordered).toMatchObject({ status: 'ORDERED', contractType: 'DESK_CONTRACT' });

    const offers = await story.splits(ordered, ONE_FACILITY);
    expect(offers.map(({ offeredUnits }) => offeredUnits)).toEqual([3_000]);
    await story.accepts(...offers);
    await story.finishes(...offers);
    const accepted = await story.buyerAccepts(company, ordered);
    expect(accepted.status).toBe('ACCEPTED');

    const share = accepted.assignments[0]!;
    const sold = { netYen: 45_000, taxYen: 4_500, grossYen: 49_500 };
    const bought = amounts(share.unitPriceSen, 3_000);
    expect(bought.netYen).toBeLessThanOrEqual(sold.netYen);
    expect([owed(accepted, 'BUYER_DESK'), owed(accepted, 'DESK_FACILITY')]).toEqual([sold, bought]);
    const [buyerId, deskId, facilityId] = [accepted.buyer.id, accepted.desk.id, share.facility.id];
    const invoice = await story.bills(desk, accepted, { payerId: buyerId, payeeId: deskId });
    const notice = await story.bills(desk, accepted, { payerId: deskId, payeeId: facilityId, kind: 'PAYMENT_NOTICE' });
    expect([invoice.grossYen, notice.grossYen]).toEqual([49_500, bought.grossYen]);
    await story.pays(invoice);
    await story.pays(notice);

    const closed = await story.seen(ordered.id);
    expect(closed.status).toBe('CLOSED');
    expect(closed.contracts.map(({ status }) => status)).toEqual(['SETTLED', 'SETTLED']);
    await story.nothingIsPromised();
    const { buyer, desk: seller } = closed;
    const today = day(await story.today());
    await papersMustBe(story, closed, [
      ...orderPapers(closed, '名刺', '両面カラー55×91mm', row(3_000, '枚', 1_500), ...sums(sold)),
      ...deskSharePapers(closed, share),
      paper('納品書', seller, buyer, '名刺', '3,000', '枚', `納品日${today}`),
      paper('検収書', buyer, seller, '3,000', '¥49,500', `検収日${today}`),
      paper('請求書', seller, buyer, ...sums(sold), 'T7123456789012', `お支払期限${day(invoice.dueOn)}`),
      paper('支払通知書', seller, share.facility, ...sums(bought), `お支払日${day(notice.dueOn)}`),
    ]);
  },
);
