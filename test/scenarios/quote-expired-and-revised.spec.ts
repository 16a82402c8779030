import type { Client } from '../harness/api.js';
import { deskSharePapers, orderPapers, paper, papersMustBe, row, sums } from './papers.js';
import { ONE_FACILITY, scenario } from './story.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A quote runs out; the desk makes another under another contract type, and questions and files find the right people. */
scenario(
  'a quote that ran out',
  'is made again with another contract type and ordered; what is asked and shown reaches whom it is for',
  async (story) => {
    const { company, city, desk } = story;
    const asked = await story.asksFor(company, {
      title: 'カタログの発送準備',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 2_000 }],
    });
    const about = { workOrderId: asked.id };
    const asks = async (who: Client, input: object) =>
      (await story.do<{ id: string }>(who, 'askQuestion', input, '{ id }')).id;
    const needless = await asks(company, { ...about, body: '送料は含まれますか' });
    await story.do(company, 'withdrawQuestion', { questionId: needless });
    const answer = { questionId: needless, answer: '含まれます' };
    expect(await story.refused(desk, 'answerQuestion', answer)).toBe('TRANSITION.NOT_ALLOWED');
    const size = await asks(desk, { ...about, body: '封筒の大きさを教えてください' });
    await story.do(company, 'answerQuestion', { questionId: size, answer: '角2です' });

    const brokered = await story.quotes(asked, 'BROKERED', [450]);
    await story.passDays(15);
    expect((await story.seen(asked.id)).status).toBe('QUOTE_EXPIRED');
    expect(await story.refused(company, 'placeOrder', { quoteId: brokered.id })).toBe('QUOTE.EXPIRED');
    const revised = await story.quotes(asked, 'DESK_CONTRACT', [500]);
    expect(revised).toMatchObject({ version: 2, contractType: 'DESK_CONTRACT', amountYen: 10_000, taxYen: 1_000 });
    const ordered = await story.orders(company, revised);
    expect(ordered.contractType).toBe('DESK_CONTRACT');
    expect(ordered.quotes.map(({ status }) => status)).toEqual(['ACCEPTED', 'EXPIRED']);

    const [offer] = await story.splits(ordered, ONE_FACILITY);
    const facility = await story.of(offer!);
    const stranger = await story.api.asNew('FACILITY_ADMIN', crypto.randomUUID());
    const file = new URLSearchParams({ subjectType: 'WORK_ORDER', subjectId: asked.id, fileName: '見本.pdf' });
    const uploaded = await fetch(new URL(`/attachments?${file.toString()}`, story.api.url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: company.cookie ?? '' },
      body: PDF,
    });
    const { attachmentId } = (await uploaded.json()) as { attachmentId: string };
    const readers = async () => {
      const answers = await Promise.all(
        [company, desk, facility, city, stranger].map(async (who) =>
          story.download(who, `/attachments/${attachmentId}`),
        ),
      );
      return answers.map(({ status }) => status);
    };
    expect(await readers()).toEqual([200, 200, 404, 404, 404]);
    await story.do(desk, 'shareAttachment', { attachmentId, isForFacilities: true });
    expect(await readers()).toEqual([200, 200, 200, 404, 404]);

    const order = await asks(facility, { assignmentId: offer!.id, body: '入れる順番はありますか' });
    const passedOn = await story.do<{ id: string }>(
      desk,
      'passOnQuestion',
      { questionId: order, body: '冊子とちらしの順番はありますか' },
      '{ id }',
    );
    const query = 'query ($id: ID!) { workOrder(id: $id) { questions { body facility { id } } } }';
    const seen = await company.ask<{ workOrder: { questions: object[] } }>(query, { id: asked.id });
    expect(seen.workOrder.questions[0]).toEqual({ body: '冊子とちらしの順番はありますか', facility: null });
    await story.do(company, 'answerQuestion', { questionId: passedOn.id, answer: '冊子が上です' });
    await story.do(desk, 'answerQuestion', { questionId: order, answer: '冊子が上です' });
    const own = await facility.ask<{ assignment: { questions: object[] } }>(
      'query ($id: ID!) { assignment(id: $id) { questions { status answer isOwn } } }',
      { id: offer!.id },
    );
    expect(own.assignment.questions).toEqual([{ status: 'ANSWERED', answer: '冊子が上です', isOwn: true }]);

    await story.accepts(offer!);
    await story.finishes(offer!);
    const accepted = await story.buyerAccepts(company, ordered);
    await story.bills(desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    await story.nothingIsPromised();
    const sold = { netYen: 10_000, taxYen: 1_000, grossYen: 11_000 };
    await papersMustBe(story, closed, [
      paper('見積書', closed.desk, closed.buyer, row(2_000, '通', 450), '¥9,900', '各事業所の見積り'),
      ...orderPapers(closed, row(2_000, '通', 500), ...sums(sold)),
      ...closed.assignments.flatMap((share) => deskSharePapers(closed, share)),
      paper('納品書', closed.desk, closed.buyer, '2,000'),
      paper('検収書', closed.buyer, closed.desk, '2,000', '¥11,000'),
      paper('請求書', closed.desk, closed.buyer, ...sums(sold)),
    ]);
  },
);
