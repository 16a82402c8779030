import { addWorkingDays } from '#yui/calendar';
import { amounts, readPapers } from './papers.js';
import type { Assignment, Order } from './seen.js';
import { ONE_FACILITY, owed, scenario, sumOf } from './story.js';

const STEP_PRICES_SEN = [1_000, 150, 350];

/**
 * 200,000 mailings are printed, folded and stuffed, one facility a step (契約型). On the way the buyer asks for 10,000 more,
 * the folding facility hands a part back, defects are found, and the remainder is cancelled: paid is what was done.
 */
scenario(
  '200,000 mailings in three steps',
  'are amended, handed back, made good, reduced and cancelled, and paid for to the yen as far as they came',
  async (story) => {
    const { company, desk } = story;
    const wish = {
      title: '全会員への案内',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 200_000 }],
      workingDays: 170,
    };
    const asked = await story.asksFor(company, wish);
    const line = asked.lines[0]!;
    const today = await story.today();
    const steps = [
      { workTypeCode: 'PRINTING', dueOn: addWorkingDays(today, 55) },
      { workTypeCode: 'LEAFLET_FOLDING', dueOn: addWorkingDays(today, 95), specification: '三つ折り' },
      { workTypeCode: 'ENVELOPE_STUFFING', dueOn: line.dueOn },
    ];
    await story.do(desk, 'setSteps', { workOrderLineId: line.id, steps });
    const priced = (await story.seen(asked.id)).lines[0]!.steps.map(({ id }, index) => ({
      stepId: id,
      facilityUnitPriceSen: STEP_PRICES_SEN[index],
    }));
    const quote = await story.quotes(asked, 'DESK_CONTRACT', [{ unitPriceSen: 1_800, steps: priced }]);
    expect(quote).toMatchObject({ amountYen: 3_600_000, taxYen: 360_000 });
    const ordered = await story.orders(company, quote);
    await story.accepts(...(await story.splits(ordered, ONE_FACILITY)));
    const largestOf = (order: Order, position: number) =>
      order.assignments
        .filter(({ stepPosition }) => stepPosition === position)
        .sort((a, b) => (b.acceptedUnits ?? 0) - (a.acceptedUnits ?? 0))[0] as Assignment;
    const produced = await story.seen(ordered.id);
    expect(produced).toMatchObject({ status: 'IN_PRODUCTION', lines: [{ committed: 200_000, unplaced: 0 }] });

    // 10,000 more: only they are placed, what was promised stays.
    await story.do(company, 'proposeAmendment', {
      workOrderId: ordered.id,
      reason: '会員が増えたため',
      lines: [{ workOrderLineId: line.id, quantity: 210_000 }],
    });
    const amendmentId = (await story.seen(ordered.id)).amendments[0]!.id;
    await story.do(desk, 'acceptAmendment', { amendmentId });
    const amended = await story.seen(ordered.id);
    expect(amended.lines[0]!.steps.map(({ unplaced }) => unplaced)).toEqual([10_000, 10_000, 10_000]);
    expect(amended.quotes[0]).toMatchObject({ status: 'ACCEPTED', amountYen: 3_780_000, taxYen: 378_000 });
    await story.accepts(...(await story.repairs(amended)));
    const complete = await story.seen(ordered.id);
    expect(complete).toMatchObject({ status: 'IN_PRODUCTION', lines: [{ committed: 210_000, unplaced: 0 }] });
    const [printer, folder, stuffer] = [largestOf(complete, 1), largestOf(complete, 2), largestOf(complete, 3)];

    // 5,000 are printed; 30 are smudged and printed again. The folding facility gives 1,000 of its share back.
    const printed = await story.delivers(printer, 5_000);
    const reworkDueOn = await story.daysFromNow(10);
    await story.inspects(printed, { defectUnits: 30, defectHandling: 'REWORK', reworkDueOn, note: 'かすれ' });
    await story.inspects(await story.delivers(printer, 30));
    const handBack = { assignmentId: folder.id, units: 1_000, reason: '折り機の故障' };
    await story.do(await story.of(folder), 'handBackAssignment', handBack);
    const handedBack = await story.seen(ordered.id);
    expect(handedBack).toMatchObject({ status: 'ALLOCATING' });
    expect(handedBack.lines[0]!.steps.map(({ unplaced }) => unplaced)).toEqual([0, 1_000, 0]);
    await story.accepts(...(await story.repairs(handedBack)));
    await story.inspects(await story.delivers(folder, 4_000));
    // 2,000 are stuffed, 7 of them are beyond help.
    const stuffed = await story.delivers(stuffer, 2_000);
    await story.inspects(stuffed, { defectUnits: 7, defectHandling: 'REDUCE', note: '破れ' });

    const reason = '催しが中止になったため';
    await story.do(company, 'requestCancellation', { workOrderId: ordered.id, reason });
    await story.do(desk, 'cancelWorkOrder', { workOrderId: ordered.id, reason });
    const cancelling = await story.seen(ordered.id);
    expect(cancelling.status).toBe('CANCELLING');
    const begun = story.shares(cancelling, 'STOPPING');
    expect(begun.map(({ id }) => id).sort()).toEqual([printer.id, folder.id, stuffer.id].sort());
    for (const [share, doneUnits] of [
      [printer, 5_000],
      [folder, 4_000],
      [stuffer, 2_000],
    ] as const) {
      await story.do(await story.of(share), 'confirmStop', { assignmentId: share.id, doneUnits });
    }
    const cancelled = await story.seen(ordered.id);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', cancellations: [{ status: 'FINISHED' }] });
    await story.nothingIsPromised();

    // Facilities get what they did; the buyer pays the same part of the price: 18.00 of 15.00 yen a piece.
    const done = [amounts(1_000, 5_000), amounts(150, 4_000), amounts(350, 1_993)];
    const facilityYen = done.reduce((yen, { netYen }) => yen + netYen, 0);
    expect(facilityYen).toBe(50_000 + 6_000 + 6_975);
    expect(owed(cancelled, 'DESK_FACILITY').netYen).toBe(facilityYen);
    const wholeSen = 5_000 * 1_000 + 4_000 * 150 + 1_993 * 350;
    expect(owed(cancelled, 'BUYER_DESK').netYen).toBe(Math.floor((1_800 * wholeSen) / (1_500 * 100)));

    await story.bills(desk, cancelled, { payerId: cancelled.buyer.id, payeeId: cancelled.desk.id });
    const paid = await story.paysAll(cancelled);
    const worked = paid.contracts.filter(({ settlement }) => sumOf(settlement).grossYen > 0);
    expect(worked.map(({ status }) => status)).toEqual(worked.map(() => 'SETTLED'));
    // All are read for names, numbers, dates and sums; those that tell this story are there with its figures.
    const papers = await readPapers(story, paid, desk);
    const count = (title: string, ...words: string[]) =>
      papers.filter(({ paper, text }) => paper.title === title && words.every((word) => text.includes(word))).length;
    expect(count('見積書', '200,000', '¥3,960,000')).toBeGreaterThan(0);
    expect(count('発注書', '210,000', '¥4,158,000', 'を訂正し、これに代わるものです')).toBe(1);
    expect(count('検収書', '5,000', '4,970', '30', '手直し')).toBe(1);
    expect(count('検収書', '2,000', '1,993', '7', '数量から減らす')).toBe(1);
    expect(count('発注書', '三つ折り', '取適法')).toBeGreaterThan(1);
    const due = owed(paid, 'BUYER_DESK');
    expect(count('請求書', 'できあがった分', `¥${due.grossYen.toLocaleString('ja-JP')}`)).toBe(1);
  },
);
