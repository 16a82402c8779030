import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { FISCAL_MONTHS, fairnessLedger } from './fairness-ledger.js';

const member = (facilityId: string, persons: number) => ({ facilityId, facilityName: facilityId, persons });

describe('fairnessLedger', () => {
  it('measures everybody at the level of all, month by month', () => {
    const { levelPerPerson, amount, lines } = fairnessLedger(
      [member('a', 10), member('b', 30)],
      [
        { facilityId: 'a', month: null, parts: 10_000_00n },
        { facilityId: 'a', month: 4, parts: 20_000_00n },
        { facilityId: 'b', month: 3, parts: 50_000_00n },
      ],
      'YEN',
    );
    expect({ levelPerPerson, amount }).toEqual({ levelPerPerson: 2_000, amount: 80_000 });
    const [b, a] = lines;
    expect(b).toMatchObject({ facilityId: 'b', perPerson: 1_667, difference: -10_000, undatedAmount: 0 });
    expect(a).toMatchObject({ facilityId: 'a', perPerson: 3_000, difference: 10_000, undatedAmount: 10_000 });
    expect(a?.months[0]).toEqual({ month: 4, amount: 20_000, perPerson: 3_000, levelPerPerson: 750 });
    expect(a?.months.at(-1)).toEqual({ month: 3, amount: 0, perPerson: 3_000, levelPerPerson: 2_000 });
  });

  it('rounds each figure from sen: months need not add up to the year, and the year is exact', () => {
    const sums = FISCAL_MONTHS.map((month) => ({ facilityId: 'a', month, parts: 50n }));
    const [line] = fairnessLedger([member('a', 1)], sums, 'YEN').lines;
    expect(line?.months.map(({ amount }) => amount)).toEqual(Array.from({ length: 12 }, () => 1));
    expect(line?.amount).toBe(6);
  });

  it('has for any work: all of it once, nobody above or below the level in sum, and no order of rows that matters', () => {
    const anyMembers = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
    const anySums = fc.array(
      fc.record({
        at: fc.nat(),
        month: fc.option(fc.constantFrom(...FISCAL_MONTHS)),
        parts: fc.bigInt({ min: 0n, max: 10_000_000_00n }),
      }),
      { maxLength: 40 },
    );
    assertProperty(
      fc.property(anyMembers, anySums, fc.constantFrom('YEN' as const, 'MINUTES' as const), (people, rows, measure) => {
        const members = people.map((persons, index) => member(`f${index}`, persons));
        const sums = rows.map(({ at, ...row }) => ({ ...row, facilityId: `f${at % members.length}` }));
        const ledger = fairnessLedger(members, sums, measure);
        const unit = measure === 'YEN' ? 100 : 60;
        const all = sums.reduce((sum, { parts }) => sum + parts, 0n);
        expect(Math.abs(ledger.amount * unit - Number(all))).toBeLessThanOrEqual(unit / 2);
        const count = ledger.lines.length;
        expect(count).toBe(members.length);
        const amounts = ledger.lines.reduce((sum, { amount }) => sum + amount, 0);
        expect(Math.abs(amounts - ledger.amount)).toBeLessThanOrEqual(count);
        const differences = ledger.lines.reduce((sum, { difference }) => sum + difference, 0);
        expect(Math.abs(differences)).toBeLessThanOrEqual(count);
        for (const line of ledger.lines) {
          const months = line.months.reduce((sum, { amount }) => sum + amount, line.undatedAmount);
          expect(Math.abs(months - line.amount)).toBeLessThanOrEqual(FISCAL_MONTHS.length);
          expect(line.months.at(-1)).toMatchObject({
            perPerson: line.perPerson,
            levelPerPerson: ledger.levelPerPerson,
          });
        }
        expect(fairnessLedger([...members].reverse(), [...sums].reverse(), measure)).toEqual(ledger);
      }),
    );
  });
});
