import { amounts, paper, papersMustBe, row, sums } from './papers.js';
import { ONE_FACILITY, owed, scenario, sumOf } from './story.js';

/**
 * A facility answers by the link in its mail without signing in and hands over in two parts. Defects are found in what was
 * billed already: lines are reversed, and a new payment notice takes the place of the old one.
 */
scenario(
  'an offer answered by the link in the mail',
  'is delivered in parts, and a payment notice is corrected when defects take units off it',
  async (story) => {
    const { company, desk } = story;
    const wish = { title: 'アンケートの封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 1_000 }] };
    const ordered = await story.ordered(company, wish, 'DESK_CONTRACT', 500);
    const [offer] = await story.splits(ordered, ONE_FACILITY);
    const facility = await story.of(offer!);

    const { text } = await story.mail.waitForMail(({ subject }) => subject.startsWith('【結】お仕事の依頼'));
    const link = new URL(/\/answer\/[\w-]{43}/u.exec(text)?.[0] ?? '', story.api.url);
    expect(await (await fetch(link)).text()).toContain('1,000');
    const answer = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ step: 'confirm', answer: 'ACCEPT' }).toString(),
    });
    expect(answer.status).toBe(303);
    const [share] = story.shares(await story.seen(ordered.id), 'ACCEPTED');
    expect(share).toMatchObject({ acceptedUnits: 1_000, facility: offer!.facility });

    await story.do(facility, 'reportProgress', { assignmentId: share!.id, doneUnits: 400 });
    const first = await story.delivers(share!, 400);
    const half = await story.seen(ordered.id);
    const between = { payerId: half.desk.id, payeeId: share!.facility.id, kind: 'PAYMENT_NOTICE' };
    const billed = amounts(share!.unitPriceSen, 400);
    const notice = await story.bills(desk, half, between);
    expect(notice).toMatchObject(billed);
    // What was billed counts until the desk has looked: then the line is reversed and 20 units less take its place.
    const defects = { defectUnits: 20, defectHandling: 'REDUCE', defects: [{ kind: 'DIRT', units: 20 }] };
    await story.inspects(first, defects);
    const found = await story.seen(ordered.id);
    const [contract] = found.contracts.filter(({ side }) => side === 'DESK_FACILITY');
    expect(contract!.settlement.map(({ units }) => units).sort((a, b) => a - b)).toEqual([-400, 380, 400]);
    const corrected = amounts(share!.unitPriceSen, 380);
    expect(sumOf(contract!.settlement)).toEqual(corrected);
    const newNotice = await story.corrects(notice, '検品で不良が20通あったため');
    expect(newNotice).toMatchObject(corrected);

    await story.inspects(await story.delivers(share!, 600));
    const accepted = await story.buyerAccepts(company, ordered);
    const sold = { netYen: 4_900, taxYen: 490, grossYen: 5_390 };
    expect(owed(accepted, 'BUYER_DESK')).toEqual(sold);
    const rest = await story.bills(desk, accepted, between);
    expect(corrected.netYen + rest.netYen).toBe(amounts(share!.unitPriceSen, 980).netYen);
    await story.bills(desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    await story.pays(newNotice);
    await story.pays(rest);
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    expect(closed.contracts.map(({ status }) => status)).toEqual(['SETTLED', 'SETTLED']);
    await story.nothingIsPromised();

    const { buyer, desk: seller } = closed;
    const maker = share!.facility;
    await papersMustBe(story, closed, [
      paper('見積書', seller, buyer, row(1_000, '通', 500), '¥5,500'),
      paper('発注書', buyer, seller, '1,000', '¥5,500'),
      paper('注文請書', seller, buyer, '1,000', '¥5,500'),
      paper('配分通知書', seller, maker, '1,000'),
      paper('発注書', seller, maker, '1,000', ...sums(amounts(share!.unitPriceSen, 1_000))),
      paper('納品書', maker, seller, '400'),
      paper('検収書', seller, maker, '400', '380', '20', '数量から減らす'),
      paper('納品書', maker, seller, '600'),
      paper('検収書', seller, maker, '600'),
      paper('支払通知書', seller, maker, '400', ...sums(billed)),
      paper(
        '支払通知書',
        seller,
        maker,
        '380',
        ...sums(corrected),
        notice.number,
        '訂正',
        '検品で不良が20通あったため',
      ),
      paper('支払通知書', seller, maker, '600', ...sums(rest)),
      paper('納品書', seller, buyer, '980'),
      paper('検収書', buyer, seller, '980', '¥5,390'),
      paper('請求書', seller, buyer, ...sums(sold)),
    ]);
  },
);
