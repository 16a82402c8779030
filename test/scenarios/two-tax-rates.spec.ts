import { deskSharePapers, orderPapers, paper, papersMustBe, row } from './papers.js';
import { ONE_FACILITY, owed, scenario } from './story.js';

const LINES = [
  { workTypeCode: 'BREAD', quantity: 100 },
  { workTypeCode: 'SOUVENIRS', quantity: 100 },
  { workTypeCode: 'TEXTILE', quantity: 100 },
];

/**
 * A buyer whose prices include the tax orders bread (8 %) and two kinds of goods (10 %). Tax is rounded once for each rate:
 * two lines of 13,582 yen at 10 % hold 2,469 yen of it, not twice 1,234. Stamps the desk paid for are outside of the tax.
 */
scenario(
  'bread, souvenirs and textiles with the tax in their prices',
  'stand on one invoice with two rates, each rounded once',
  async (story) => {
    const { company, desk, deskAdmin } = story;
    const asked = await story.asksFor(company, { title: '創立記念の品', lines: LINES, workingDays: 60 });
    await story.do(deskAdmin, 'setBuyerTerms', { buyerId: asked.buyer.id, pricing: 'TAX_INCLUSIVE' });
    const quote = await story.quotes(asked, 'DESK_CONTRACT', [16_000, 13_582, 13_582], {
      charges: [
        {
          kind: 'SHIPPING',
          name: '郵便切手（立替）',
          quantity: 10,
          unit: '枚',
          unitPriceSen: 8_400,
          taxCategory: 'NOT_TAXABLE',
        },
      ],
    });
    // 16,000 × 8/108 = 1,185.18…; 27,164 × 10/110 = 2,469.45…
    expect(quote).toMatchObject({ amountYen: 44_004 - 3_654, taxYen: 1_185 + 2_469 });
    const ordered = await story.orders(company, quote);
    const shares = await story.works(ordered, ONE_FACILITY);
    const accepted = await story.buyerAccepts(company, ordered);
    expect(owed(accepted, 'BUYER_DESK')).toEqual({ netYen: 40_350, taxYen: 3_654, grossYen: 44_004 });

    const invoice = await story.bills(desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    expect(invoice).toMatchObject({
      grossYen: 44_004,
      taxRates: [
        { percent: 10, netYen: 24_695, taxYen: 2_469, grossYen: 27_164 },
        { percent: 8, netYen: 14_815, taxYen: 1_185, grossYen: 16_000 },
        { percent: 0, netYen: 840, taxYen: 0, grossYen: 840 },
      ],
    });
    await story.pays(invoice);
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    await story.nothingIsPromised();
    const tax = ['24,695', '2,469', '27,164', '14,815', '1,185', '16,000', '軽減', '合計（税込）¥44,004'];
    const names = ['パン※', '記念品・雑貨', '布製品・手芸品', '郵便切手（立替）'];
    const rows = [row(100, '個', 16_000, '8%※'), row(100, '個', 13_582), row(10, '枚', 8_400, '対象外')];
    await papersMustBe(story, closed, [
      ...orderPapers(closed, ...names, ...rows, ...tax),
      ...shares.flatMap((share) => deskSharePapers(closed, share, share.workType.nameJa === 'パン' ? 8 : 10)),
      paper('納品書', closed.desk, closed.buyer, 'パン', '記念品・雑貨', '布製品・手芸品'),
      paper('検収書', closed.buyer, closed.desk, 'パン', '記念品・雑貨', '布製品・手芸品', '¥44,004'),
      paper('請求書', closed.desk, closed.buyer, ...names, ...rows, ...tax, 'T7123456789012'),
    ]);
  },
);
