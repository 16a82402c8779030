import { Story } from '../scenarios/story.js';

interface Group {
  readonly kind: string;
  readonly count: number;
  readonly items: readonly { readonly subject: string; readonly link: string; readonly sentenceJa: string }[];
}

describe('What waits for a buyer', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin();
  });
  afterAll(() => story.end());

  const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };

  async function today(who = story.company): Promise<Record<string, Group>> {
    const { buyerToday } = await who.ask<{ buyerToday: Group[] }>(
      '{ buyerToday { kind count items { subject link sentenceJa } } }',
    );
    return Object.fromEntries(buyerToday.map((group) => [group.kind, group]));
  }

  it('follows an order from the draft to the payment', async () => {
    expect(await today()).toEqual({});
    const { desks } = await story.company.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const draft = {
      deskId: desks[0].id,
      title: '下書き',
      lines: [{ ...WISH.lines[0], dueOn: await story.daysFromNow(60) }],
    };
    const { id: draftId } = await story.do<{ id: string }>(story.company, 'draftWorkOrder', draft, '{ id }');
    expect(await today()).toMatchObject({
      DRAFTS: { count: 1, items: [{ subject: '下書き', link: `/buyer/orders/new?draft=${draftId}` }] },
    });
    await story.do(story.company, 'withdrawWorkOrder', { workOrderId: draftId });
    expect(await today()).toEqual({});

    const asked = await story.asksFor(story.company, WISH);
    expect(await today()).toEqual({});
    await story.do(story.desk, 'askQuestion', { workOrderId: asked.id, body: '封筒の大きさは\nどれですか。' });
    expect(await today()).toMatchObject({
      QUESTIONS: { items: [{ sentenceJa: '窓口からの質問：封筒の大きさは どれですか。' }] },
    });
    const quote = await story.quotes(asked, 'DESK_CONTRACT', [500]);
    const waiting = await today();
    expect(waiting.QUOTES).toMatchObject({ count: 1, items: [{ link: `/buyer/orders/${asked.id}#quote` }] });
    expect(waiting.QUOTES!.items[0]!.sentenceJa).toContain('16,500円（税込み）');
    // What waits for one buyer is no other's business.
    expect(await today(story.city)).toEqual({});
    expect(await story.desk.refusal('{ buyerToday { kind } }')).toBe('ACCESS.NOT_FOUND');

    const order = await story.orders(story.company, quote);
    const lines = [{ workOrderLineId: order.lines[0]!.id, dueOn: await story.daysFromNow(90) }];
    await story.do(story.company, 'proposeAmendment', { workOrderId: order.id, reason: '催しが延びたため', lines });
    expect(Object.keys(await today())).toEqual(['QUESTIONS', 'CHANGES']);
    await story.works(order);
    expect((await today()).WORK_TO_ACCEPT).toMatchObject({ items: [{ link: `/buyer/orders/${order.id}#accept` }] });
    const accepted = await story.buyerAccepts(story.company, order);
    const bill = await story.bills(story.desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    expect((await today()).INVOICES).toMatchObject({ count: 1, items: [{ link: `/buyer/orders/${order.id}#money` }] });
    await story.pays(bill);
    await story.quiet();
    expect((await today()).INVOICES).toBeUndefined();
  });

  it('says what is late and whose quote has expired', async () => {
    const order = await story.ordered(story.city, { ...WISH, workingDays: 5 }, 'DESK_CONTRACT', 500);
    const other = await story.asksFor(story.city, WISH);
    await story.quotes(other, 'DESK_CONTRACT', [500]);
    await story.passDays(20);
    expect(await today(story.city)).toMatchObject({
      LATE: { items: [{ link: `/buyer/orders/${order.id}` }] },
      QUOTES_EXPIRED: { items: [{ link: `/buyer/orders/${other.id}` }] },
    });
  });

  it('is told what a kind of work is called and costs, and by when it can be done', async () => {
    const { desks } = await story.company.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const deskId = desks[0].id;
    const { suggestWorkTypes } = await story.company.ask<{ suggestWorkTypes: object[] }>(
      '{ suggestWorkTypes(text: "ふうとう づめ　ＤＭ") { matchedWord workType { code unit } } }',
    );
    expect(suggestWorkTypes[0]).toEqual({ matchedWord: 'DM', workType: { code: 'ENVELOPE_STUFFING', unit: '通' } });
    const input = { deskId, workTypeCode: 'ENVELOPE_STUFFING', quantity: 50_000 };
    const guide = 'query ($input: PriceGuideInput!) { priceGuide(input: $input) { fromSen toSen } }';
    const { priceGuide } = await story.company.ask<{ priceGuide: { fromSen: number; toSen: number } }>(guide, {
      input,
    });
    expect(priceGuide.fromSen).toBeLessThanOrEqual(priceGuide.toSen);
    const unknown = { input: { ...input, deskId: crypto.randomUUID() } };
    expect(await story.company.refusal(guide, unknown)).toBe('ACCESS.NOT_FOUND');
    const advice = `query ($input: DueDateAdviceInput!) { dueDateAdvice(input: $input) {
      earliestOn isPossible isShorterThanUsual sentenceJa } }`;
    const { dueDateAdvice } = await story.company.ask<{ dueDateAdvice: object }>(advice, { input });
    expect(dueDateAdvice).toMatchObject({ isPossible: true, isShorterThanUsual: false });
    expect(dueDateAdvice).toHaveProperty('sentenceJa', expect.stringContaining('いちばん早い納期は'));
  });
});
