import { count, paper, papersMustBe, row } from './papers.js';
import { ONE_FACILITY, owed, scenario } from './story.js';

/** The buyer sends work back, it is made good, and then the buyer says nothing: where the quote says so, that is a yes. */
scenario(
  '600 letters sent back by the buyer',
  'are made good, delivered again, and deemed accepted when the days of silence are over',
  async (story) => {
    const { company, desk } = story;
    const wish = { title: '総会の案内', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 600 }] };
    const asked = await story.asksFor(company, wish);
    await story.do(story.deskAdmin, 'setBuyerTerms', { buyerId: asked.buyer.id, acceptanceDays: 10 });
    const ordered = await story.orders(
      company,
      await story.quotes(asked, 'DESK_CONTRACT', [500], { isDeemedAccepted: true }),
    );
    const [share] = await story.works(ordered, ONE_FACILITY);
    expect((await story.seen(ordered.id)).status).toBe('DELIVERED');

    const toRedo = '封を貼り直してください';
    await story.do(company, 'rejectWork', {
      workOrderId: ordered.id,
      reason: '封がはがれています',
      lines: [{ workOrderLineId: ordered.lines[0]!.id, units: 50, toRedo }],
    });
    const sentBack = await story.seen(ordered.id);
    expect(sentBack).toMatchObject({ status: 'IN_PRODUCTION', rejections: [{ status: 'OPEN' }] });
    const rejectionId = sentBack.rejections[0]!.id;
    const rework = { rejectionId, assignmentId: share!.id, units: 50, toRedo };
    await story.do(desk, 'askRework', { ...rework, reworkDueOn: await story.daysFromNow(7) });
    await story.do(desk, 'answerRejection', { rejectionId, answer: '7日以内に貼り直します' });
    expect(story.shares(await story.seen(ordered.id), 'REWORK')).toHaveLength(1);
    const madeGood = await story.delivers(share!, 50);
    await story.inspects(madeGood);
    expect(await story.seen(ordered.id)).toMatchObject({ status: 'DELIVERED', rejections: [{ status: 'ANSWERED' }] });

    await story.passDays(10);
    expect((await story.seen(ordered.id)).status).toBe('DELIVERED');
    await story.passDays(1);
    const accepted = await story.seen(ordered.id);
    expect(accepted.status).toBe('ACCEPTED');
    expect(
      await story.refused(company, 'rejectWork', {
        workOrderId: ordered.id,
        reason: 'やはり',
        lines: [{ workOrderLineId: ordered.lines[0]!.id, units: 1, toRedo }],
      }),
    ).toBe('TRANSITION.NOT_ALLOWED');
    expect(owed(accepted, 'BUYER_DESK')).toEqual({ netYen: 3_000, taxYen: 300, grossYen: 3_300 });

    await story.bills(desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    await story.nothingIsPromised();
    const { buyer, desk: seller } = closed;
    const { facility } = share!;
    await papersMustBe(story, closed, [
      paper('見積書', seller, buyer, row(600, '通', 500), '¥3,300'),
      paper('発注書', buyer, seller, '¥3,300'),
      paper('注文請書', seller, buyer, '¥3,300'),
      paper('配分通知書', seller, facility, '600'),
      paper('発注書', seller, facility, '600'),
      paper('納品書', facility, seller, '600'),
      paper('検収書', seller, facility, '600'),
      paper('納品書', facility, seller, count(50)),
      paper('検収書', seller, facility, count(50)),
      paper('納品書', seller, buyer, '600'),
      paper('検収書', buyer, seller, '600', '¥3,300'),
      paper('請求書', seller, buyer, '¥3,300'),
    ]);
  },
);
