import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { type DeskShare, deskShareTable } from './desk-share.js';

const share = (change: Partial<DeskShare>): DeskShare => ({
  ...{ facilityId: 'a', name: 'ひまわり', fiscalYear: 2025, deskYen: 100_000, productionYen: 400_000 },
  ...change,
});
const valuesOf = (shares: readonly DeskShare[], years: readonly number[]) =>
  deskShareTable(shares, years).rows.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)]);

describe('the part of a desk in wages', () => {
  it('is of what the production of a facility earned, and unknown where it does not say', () => {
    const silent = share({ facilityId: 'b', name: 'つばさ', productionYen: null });
    expect(valuesOf([share({}), silent], [2024, 2025])).toEqual([
      ['a', 0, null, 100_000, 25],
      ['b', 0, null, 100_000, null],
      ['TOTAL', 0, null, 200_000, 25],
    ]);
  });

  it('has as its total the sum of its rows, whatever they are', () => {
    const anyShare = fc.record({
      facilityId: fc.constantFrom('a', 'b', 'c'),
      name: fc.constant('事業所'),
      fiscalYear: fc.constantFrom(2024, 2025),
      deskYen: fc.nat(10_000_000),
      productionYen: fc.option(fc.nat(10_000_000)),
    });
    const anyShares = fc.uniqueArray(anyShare, {
      selector: ({ facilityId, fiscalYear }) => `${facilityId} ${fiscalYear}`,
    });
    assertProperty(
      fc.property(anyShares, (shares) => {
        const { rows } = deskShareTable(shares, [2024, 2025]);
        for (const place of [0, 2]) {
          const parts = rows.filter(({ isTotal }) => !isTotal).map(({ cells }) => cells[place]!.value ?? 0);
          expect(rows.at(-1)!.cells[place]!.value).toBe(parts.reduce((sum, yen) => sum + yen, 0));
        }
      }),
    );
  });
});
