import { amounts, count, paper, papersMustBe, row, sums } from './papers.js';
import type { Bill } from './seen.js';
import { owed, scenario } from './story.js';

const ASKED_SEN = [300, 320, 350];
const UNITS = 6_000;

/** The desk calls three facilities, each names its price, and the buyer contracts with each of them (仲介型). */
scenario(
  'letters brokered after a call',
  'each facility works at its own price and invoices the buyer itself; the desk invoices its fee',
  async (story) => {
    const { company, desk, deskAdmin } = story;
    const fee = { contractType: 'BROKERED', basis: 'PERCENT', ratePermille: 50, payer: 'FACILITY' };
    await story.do(deskAdmin, 'addFeeRule', { ...fee, validFrom: await story.daysFromNow(1) });
    await story.passDays(1);
    const asked = await story.asksFor(company, {
      title: '同窓会の案内状',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: UNITS }],
    });
    const called = (await story.whoCan('ENVELOPE_STUFFING')).slice(0, 3);
    const { id: callId } = await story.do<{ id: string }>(
      desk,
      'openCall',
      {
        stepId: asked.lines[0]!.steps[0]!.id,
        closesAt: `${await story.daysFromNow(5)}T08:00:00Z`,
        facilityIds: called.map(({ id }) => id),
      },
      '{ id }',
    );
    for (const [index, facility] of called.entries()) {
      await story.do(await story.of({ facility }), 'answerCall', {
        callId,
        units: 3_000,
        unitPriceSen: ASKED_SEN[index],
        earliestFinishOn: await story.daysFromNow(20),
      });
    }
    await story.do(desk, 'closeCall', { callId });
    const { priceProposal } = await desk.ask<{ priceProposal: object }>(
      'query ($id: ID!) { priceProposal(workOrderId: $id) { lines { facilityUnitPriceSen } } }',
      { id: asked.id },
    );
    expect(priceProposal).toEqual({ lines: [{ facilityUnitPriceSen: 320 }] });

    const ordered = await story.orders(company, await story.quotes(asked, 'BROKERED', [350]));
    const offers = await story.splits(ordered, { callId, prices: 'OWN', reason: '募集への回答のとおり' });
    await story.accepts(...offers);
    await story.finishes(...offers);
    const accepted = await story.buyerAccepts(company, ordered);
    const shares = accepted.assignments;
    for (const { facility, unitPriceSen } of shares) {
      expect(unitPriceSen).toBe(ASKED_SEN[called.findIndex(({ id }) => id === facility.id)]);
    }
    expect(shares.reduce((sum, { acceptedUnits }) => sum + (acceptedUnits ?? 0), 0)).toBe(UNITS);
    const due = shares.map(({ unitPriceSen, acceptedUnits }) => amounts(unitPriceSen, acceptedUnits ?? 0));
    const wholeYen = due.reduce((yen, { netYen }) => yen + netYen, 0);
    expect(owed(accepted, 'BUYER_FACILITY').netYen).toBe(wholeYen);
    expect(owed(accepted, 'BUYER_FACILITY', 'FEE').netYen).toBe(Math.floor(wholeYen / 20));
    // What the desk takes from facilities is not the buyer's to see.
    const seenByBuyer = await story.contractsOf(company, accepted);
    expect(seenByBuyer.flatMap(({ settlement }) => settlement).every(({ kind }) => kind === 'WORK')).toBe(true);

    const fees: Bill[] = [];
    for (const [index, { facility }] of shares.entries()) {
      const own = { payerId: accepted.buyer.id, payeeId: facility.id };
      const invoice = await story.bills(await story.of({ facility }), accepted, own);
      expect(invoice).toMatchObject(due[index]!);
      await story.pays(invoice);
      const feeInvoice = await story.bills(desk, accepted, { payerId: facility.id, payeeId: accepted.desk.id });
      await story.pays(feeInvoice);
      fees.push(feeInvoice);
    }
    const closed = await story.seen(ordered.id);
    expect(closed.status).toBe('CLOSED');
    expect(closed.contracts.map(({ status }) => status)).toEqual(shares.map(() => 'SETTLED'));
    await story.nothingIsPromised();
    await papersMustBe(story, closed, [
      paper(
        '見積書',
        closed.desk,
        closed.buyer,
        row(UNITS, '通', 350),
        '¥21,000',
        '各事業所の見積りを窓口が取りまとめたものです',
      ),
      ...shares.flatMap(({ facility, acceptedUnits, unitPriceSen }, index) => [
        paper('配分通知書', closed.desk, facility, row(acceptedUnits ?? 0, '通', unitPriceSen, '')),
        paper(
          '発注書',
          closed.buyer,
          facility,
          row(acceptedUnits ?? 0, '通', unitPriceSen),
          ...sums(due[index]!),
          closed.desk.name,
        ),
        paper('納品書', facility, closed.buyer, count(acceptedUnits ?? 0)),
        paper('検収書', closed.buyer, facility, count(acceptedUnits ?? 0)),
        paper('請求書', facility, closed.buyer, count(acceptedUnits ?? 0), ...sums(due[index]!)),
        paper('請求書', closed.desk, facility, '窓口の手数料', ...sums(fees[index]!)),
      ]),
    ]);
  },
);
