import { amounts, count, deskSharePapers, orderPapers, paper, papersMustBe, row, sums } from './papers.js';
import type { Assignment } from './seen.js';
import { owed, scenario } from './story.js';

const UNITS = 50_000;

/** 50,000 envelopes over many facilities (契約型). One says no, and its share goes to the others without moving theirs. */
scenario(
  '50,000 envelopes over many facilities',
  'are split, one facility declines, the split is repaired, and everybody is paid',
  async (story) => {
    const { company, desk } = story;
    const wish = { title: '会員様向け案内状', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: UNITS }] };
    const ordered = await story.ordered(company, wish, 'DESK_CONTRACT', 400);
    const offers = await story.splits(ordered);
    expect(offers.length).toBeGreaterThan(3);
    const [declining, ...accepting] = offers as [Assignment, ...Assignment[]];
    const reason = '職員の休みが重なるため';
    await story.do(await story.of(declining), 'declineAssignment', { assignmentId: declining.id, reason });
    await story.accepts(...accepting);
    const open = await story.seen(ordered.id);
    expect(open).toMatchObject({ status: 'ALLOCATING', lines: [{ unplaced: declining.offeredUnits }] });

    const repaired = await story.repairs(open);
    expect(repaired.map(({ facility }) => facility.id)).not.toContain(declining.facility.id);
    await story.accepts(...repaired);
    const produced = await story.seen(ordered.id);
    expect(produced).toMatchObject({ status: 'IN_PRODUCTION', lines: [{ committed: UNITS, unplaced: 0 }] });
    for (const { id, offeredUnits } of accepting) {
      expect(produced.assignments.find((share) => share.id === id)).toMatchObject({ acceptedUnits: offeredUnits });
    }

    const shares = story.shares(produced, 'ACCEPTED');
    await story.finishes(...shares);
    const accepted = await story.buyerAccepts(company, ordered);
    const sold = { netYen: 200_000, taxYen: 20_000, grossYen: 220_000 };
    expect(owed(accepted, 'BUYER_DESK')).toEqual(sold);
    const each = shares.map(({ unitPriceSen, acceptedUnits }) => amounts(unitPriceSen, acceptedUnits ?? 0));
    expect(owed(accepted, 'DESK_FACILITY').netYen).toBe(each.reduce((yen, { netYen }) => yen + netYen, 0));

    await story.bills(desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    const closed = await story.paysAll(accepted);
    expect(closed.status).toBe('CLOSED');
    const ends = closed.contracts.map(({ status }) => status).sort();
    expect(ends).toEqual([...shares.map(() => 'SETTLED'), 'SETTLED', 'TERMINATED']);
    await story.nothingIsPromised();
    await papersMustBe(story, closed, [
      ...orderPapers(closed, '封入・封かん', row(UNITS, '通', 400), ...sums(sold)),
      paper('配分通知書', closed.desk, declining.facility, count(declining.offeredUnits)),
      ...shares.flatMap((share) => deskSharePapers(closed, share)),
      paper('納品書', closed.desk, closed.buyer, '50,000'),
      paper('検収書', closed.buyer, closed.desk, '50,000', '¥220,000'),
      paper('請求書', closed.desk, closed.buyer, row(UNITS, '通', 400), ...sums(sold)),
    ]);
  },
);
