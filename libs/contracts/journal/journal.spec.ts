import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { transferFile } from '#yui/money';
import { type Booked, journalRows } from './journal.js';

const account = {
  bankCode: '9999',
  bankKana: 'ミホン',
  branchCode: '001',
  branchKana: 'ホンテン',
  accountType: 'ORDINARY' as const,
  accountNumber: '1',
};

describe('the journal of a desk', () => {
  it('keeps the tax apart, and turns the sides of what is taken back', () => {
    const owed = { what: 'OWED', isFee: false, isIncome: true, netYen: 1000, taxYen: 100 } as const;
    expect(journalRows(owed)).toEqual([
      { debit: 'RECEIVABLE', credit: 'SALES', amountYen: 1000 },
      { debit: 'RECEIVABLE', credit: 'OUTPUT_TAX', amountYen: 100 },
    ]);
    expect(journalRows({ ...owed, netYen: -1000, taxYen: -100 })).toEqual([
      { debit: 'SALES', credit: 'RECEIVABLE', amountYen: 1000 },
      { debit: 'OUTPUT_TAX', credit: 'RECEIVABLE', amountYen: 100 },
    ]);
    expect(journalRows({ ...owed, isFee: true, taxYen: 0 })).toEqual([
      { debit: 'RECEIVABLE', credit: 'FEE_INCOME', amountYen: 1000 },
    ]);
    expect(journalRows({ what: 'PAID', isIncome: false, amountYen: 0 })).toEqual([]);
  });

  it('agrees with what is owed, what was paid and what the bank was told, over months of any kind', () => {
    const line = fc.record({
      what: fc.constant('OWED' as const),
      isFee: fc.boolean(),
      isIncome: fc.boolean(),
      netYen: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      taxYen: fc.integer({ min: -100_000, max: 100_000 }),
    });
    const paid = fc.record({
      what: fc.constant('PAID' as const),
      isIncome: fc.boolean(),
      amountYen: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    });
    assertProperty(
      fc.property(fc.array(fc.oneof(line, paid), { maxLength: 60 }), (month: Booked[]) => {
        const rows = month.flatMap(journalRows);
        const balance = (name: string) =>
          rows.reduce(
            (sum, { debit, credit, amountYen }) =>
              sum + (debit === name ? amountYen : 0) - (credit === name ? amountYen : 0),
            0,
          );
        const sum = (of: (booked: Booked) => number) => month.reduce((yen, booked) => yen + of(booked), 0);
        const gross = (booked: Booked, isIncome: boolean) =>
          booked.what === 'OWED' && booked.isIncome === isIncome ? booked.netYen + booked.taxYen : 0;
        const money = (booked: Booked, isIncome: boolean) =>
          booked.what === 'PAID' && booked.isIncome === isIncome ? booked.amountYen : 0;
        expect(rows.every(({ amountYen, debit, credit }) => amountYen > 0 && debit !== credit)).toBe(true);
        expect(balance('RECEIVABLE')).toBe(sum((each) => gross(each, true) - money(each, true)));
        expect(balance('PAYABLE') + sum((each) => gross(each, false) - money(each, false))).toBe(0);
        expect(balance('BANK')).toBe(sum((each) => money(each, true) - money(each, false)));
        const sent = month.filter((each) => each.what === 'PAID' && !each.isIncome && each.amountYen > 0);
        if (sent.length === 0) return;
        const amounts = sent.map((each) => (each.what === 'PAID' ? each.amountYen : 0));
        const records = amounts.map((amountYen) => ({ ...account, holder: 'ミホン', amountYen }));
        const client = { ...account, clientCode: '1', clientName: 'ミホン', transferOn: '2026-11-30' };
        const file = Buffer.from(transferFile(client, records)).toString('latin1');
        const trailer = file.slice((records.length + 1) * 120, (records.length + 2) * 120);
        const credited = rows
          .filter(({ debit, credit }) => debit === 'PAYABLE' && credit === 'BANK')
          .reduce((yen, { amountYen }) => yen + amountYen, 0);
        expect(Number(trailer.slice(7, 19))).toBe(credited);
      }),
      { numRuns: 2000 },
    );
  });
});
