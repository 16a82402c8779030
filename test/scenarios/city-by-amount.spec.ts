import { addDays } from '#yui/calendar';
import { amounts, day, deskSharePapers, orderPapers, paper, papersMustBe, row, sums } from './papers.js';
import { owed, scenario } from './story.js';

/** A town hall's small order: by its amount (随意契約 1号), with public money, paid within thirty days of the claim. */
scenario(
  'a town hall orders 3,000 letters by their amount',
  'the basis is decided, the invoice goes to the department, and both payment clocks run',
  async (story) => {
    const { city, desk } = story;
    const { buyers } = await city.ask<{ buyers: [{ departments: { id: string; name: string }[] }] }>(
      '{ buyers { departments { id name } } }',
    );
    const department = buyers[0].departments.find(({ name }) => name === '総務課')!;
    const asked = await story.asksFor(city, {
      title: '検診のお知らせ',
      departmentId: department.id,
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }],
    });
    await story.writesItsRules(asked);
    const quote = await story.quotes(asked, 'DESK_CONTRACT', [500]);
    expect(await story.basisOf(city, asked)).toMatchObject({ proposed: 'ITEM_1', amountYen: 16_500, decided: null });
    const basis = { workOrderId: asked.id, basis: 'ITEM_1', reason: '予定価格が限度額を超えないため' };
    await story.do(city, 'decideContractBasis', basis);
    const ordered = await story.orders(city, quote);
    expect(await story.basisOf(desk, ordered)).toMatchObject({ decided: 'ITEM_1', decidedReason: basis.reason });

    const shares = await story.works(ordered);
    const received = await story.today();
    const { paymentClocks } = await desk.ask<{ paymentClocks: object[] }>(
      '{ paymentClocks { facilityId receivedOn lastDayOn daysLeft } }',
    );
    expect(paymentClocks).toHaveLength(shares.length);
    expect(paymentClocks[0]).toMatchObject({ receivedOn: received, lastDayOn: addDays(received, 59), daysLeft: 59 });

    const accepted = await story.buyerAccepts(city, ordered);
    const sold = { netYen: 15_000, taxYen: 1_500, grossYen: 16_500 };
    expect(owed(accepted, 'BUYER_DESK')).toEqual(sold);
    await story.passDays(3);
    const invoice = await story.bills(desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    // The claim starts the thirty days, not the acceptance.
    expect(invoice.dueOn).toBe(addDays(received, 33));
    await story.pays(invoice);
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    const facilityYen = shares.map(({ unitPriceSen, acceptedUnits }) => amounts(unitPriceSen, acceptedUnits ?? 0));
    expect(owed(closed, 'DESK_FACILITY').grossYen).toBe(facilityYen.reduce((yen, { grossYen }) => yen + grossYen, 0));
    await story.nothingIsPromised();
    await papersMustBe(story, closed, [
      ...orderPapers(closed, '総務課', row(3_000, '通', 500), ...sums(sold)),
      ...shares.flatMap((share) => deskSharePapers(closed, share)),
      paper('納品書', closed.desk, closed.buyer, '総務課', '3,000'),
      paper('検収書', closed.buyer, closed.desk, '3,000', '¥16,500'),
      paper('請求書', closed.desk, closed.buyer, '総務課', ...sums(sold), `お支払期限${day(invoice.dueOn)}`),
    ]);
  },
);
