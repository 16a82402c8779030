import { paper, papersMustBe, sums } from './papers.js';
import { scenario } from './story.js';

/** The desk introduces three facilities, the buyer talks to one and reports what they agreed on (斡旋型). */
scenario(
  'a flower bed by referral',
  'is agreed on outside, reported with its amount, and the desk invoices the fee that was agreed',
  async (story) => {
    const { company, desk } = story;
    const asked = await story.asksFor(company, {
      title: '本社花壇の手入れ',
      lines: [{ workTypeCode: 'FLOWERBED', quantity: 50, specification: '月2回' }],
    });
    const candidates = (await story.whoCan('FLOWERBED')).slice(0, 3);
    const [chosen, other] = candidates as [{ id: string; name: string }, { id: string; name: string }];
    const candidateFacilityIds = candidates.map(({ id }) => id);
    const quote = await story.quotes(asked, 'REFERRAL', [], { candidateFacilityIds });
    expect(quote).toMatchObject({ amountYen: 0, taxYen: 0 });
    expect(quote.candidates.map(({ id }) => id).sort()).toEqual(candidateFacilityIds.sort());
    const ordered = await story.orders(company, quote, chosen.id);
    expect(ordered).toMatchObject({ status: 'ORDERED', contracts: [{ status: 'INTRODUCED', amountYen: null }] });

    const { id: contractId } = ordered.contracts[0]!;
    expect(await story.contractsOf(await story.of({ facility: chosen }))).toMatchObject([{ id: contractId }]);
    expect(await story.contractsOf(await story.of({ facility: other }))).toEqual([]);
    await story.do(company, 'reportNegotiation', { contractId });
    const outcome = { contractId, isConcluded: true, amountYen: 88_000, feeYen: 4_400 };
    expect(await story.refused(company, 'reportReferralOutcome', { ...outcome, amountYen: null })).toBe(
      'REFERRAL.AMOUNT_MISSING',
    );
    await story.do(company, 'reportReferralOutcome', outcome);

    const closed = await story.seen(ordered.id);
    expect(closed.status).toBe('CLOSED');
    expect(closed.contracts).toMatchObject([
      {
        status: 'CONCLUDED',
        amountYen: 88_000,
        settlement: [{ kind: 'FEE', netYen: 4_400, taxYen: 440, grossYen: 4_840, payee: 'DESK' }],
      },
    ]);
    const invoice = await story.bills(desk, closed, { payerId: chosen.id, payeeId: closed.desk.id });
    expect(invoice.grossYen).toBe(4_840);
    await story.pays(invoice);
    expect(
      await story.refused(desk, 'recordPayment', { invoiceId: invoice.id, amountYen: 1, paidOn: await story.today() }),
    ).toBe('PAYMENT.NOTHING_OWED');
    await story.nothingIsPromised();
    await papersMustBe(story, closed, [
      paper('紹介状', closed.desk, closed.buyer, chosen.name, '花壇管理', '50', '月2回'),
      paper('請求書', closed.desk, chosen, '窓口の手数料', ...sums(invoice)),
    ]);
    expect(await story.results()).toMatchObject({ REFERRAL: { orderCount: 1, facilityCount: 1, salesYen: 88_000 } });
  },
);
