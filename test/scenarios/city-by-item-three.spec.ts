import { squeeze, textOf } from '../papers/paper-text.js';
import { deskSharePapers, orderPapers, paper, papersMustBe, row, sums } from './papers.js';
import { owed, scenario } from './story.js';

/** Too large for item 1: the city recognises the desk, orders by item 3 and publishes what it expects, plans and did. */
scenario(
  'a city orders 300,000 mailings by item 3',
  'the desk is recognised, three texts are published, and the city pays one invoice',
  async (story) => {
    const { city, desk } = story;
    const asked = await story.asksFor(city, {
      title: '全戸配布物の封入',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 300_000 }],
      workingDays: 60,
    });
    const { buyer, desk: seller } = asked;
    await story.writesItsRules(asked);
    const quote = await story.quotes(asked, 'DESK_CONTRACT', [500]);
    const item3 = { workOrderId: asked.id, basis: 'ITEM_3', reason: '市が認定した窓口であるため' };
    expect(await story.basisOf(city, asked)).toMatchObject({ proposed: 'TENDER', amountYen: 1_650_000 });
    expect(await story.refused(city, 'decideContractBasis', item3)).toBe('GOVERNMENT.BASIS_NOT_POSSIBLE');
    const recognition = { buyerId: buyer.id, deskId: seller.id, evidence: '見本市指令 第3号' };
    await story.do(city, 'recogniseDesk', { ...recognition, fromOn: await story.today() });
    expect(await story.basisOf(city, asked)).toMatchObject({ proposed: 'ITEM_3', warningsJa: [] });
    await story.do(city, 'decideContractBasis', item3);

    /** Drafts a publication and publishes it as it is. @returns the text of its PDF */
    const publish = async (kind: string) => {
      const { id, body, pdfPath } = await story.do<{ id: string; body: string; pdfPath: string }>(
        city,
        'draftPublication',
        { workOrderId: asked.id, kind },
        '{ id body pdfPath }',
      );
      const place = 'https://city.example.jp/keiyaku';
      await story.do(city, 'editPublication', { publicationId: id, body, place, publishedOn: await story.today() });
      const pdf = await story.download(city, pdfPath);
      return (await textOf(new Uint8Array(await pdf.arrayBuffer()))).join('');
    };
    const expects = await publish('EXPECTED');
    expect(expects).toContain('300,000通');
    const before = await publish('BEFORE_CONTRACT');
    expect(before).toContain(squeeze('選定の基準'));
    const after = { workOrderId: asked.id, kind: 'AFTER_CONTRACT' };
    expect(await story.refused(city, 'draftPublication', after)).toBe('GOVERNMENT.TOO_EARLY_FOR_RESULT');
    const ordered = await story.orders(city, quote);
    const result = await publish('AFTER_CONTRACT');
    for (const words of [seller.name, '1,650,000円（税込）', item3.reason]) expect(result).toContain(squeeze(words));
    const { publications } = await desk.ask<{ publications: object[] }>(
      'query ($id: ID!) { publications(workOrderId: $id) { kind publishedOn } }',
      { id: asked.id },
    );
    const publishedOn = await story.today();
    expect(publications).toHaveLength(3);
    expect(publications).toEqual(publications.map((text) => ({ ...text, publishedOn })));

    const shares = await story.works(ordered);
    const accepted = await story.buyerAccepts(city, ordered);
    const sold = { netYen: 1_500_000, taxYen: 150_000, grossYen: 1_650_000 };
    expect(owed(accepted, 'BUYER_DESK')).toEqual(sold);
    const invoice = await story.bills(desk, accepted, { payerId: buyer.id, payeeId: seller.id });
    await story.pays(invoice);
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    expect(await story.results()).toMatchObject({ DESK_CONTRACT: { orderCount: 1, salesYen: 1_500_000 } });
    await story.nothingIsPromised();
    await papersMustBe(story, closed, [
      ...orderPapers(closed, row(300_000, '通', 500), ...sums(sold)),
      ...shares.flatMap((share) => deskSharePapers(closed, share)),
      paper('納品書', seller, buyer, '300,000'),
      paper('検収書', buyer, seller, '300,000', '¥1,650,000'),
      paper('請求書', seller, buyer, ...sums(sold), 'T7123456789012'),
    ]);
  },
);
