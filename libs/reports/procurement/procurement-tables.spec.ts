import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { type CountedPolicy, policyTable } from './policy-table.js';
import type { ProcurementTarget } from './procurement-target.entity.js';
import { type ProcuredSum, procurementTable, targetCells } from './procurement-table.js';

/** A row behind the table: an order of a category, or a recorded figure. */
interface Behind {
  readonly order: number;
  readonly fiscalYear: number;
  readonly key: string;
  readonly yen: number;
  readonly recorded: number;
}

const YEARS = [2023, 2024, 2025];
const anyBehind: fc.Arbitrary<readonly Behind[]> = fc.array(
  fc.record({
    order: fc.nat(10),
    fiscalYear: fc.constantFrom(...YEARS),
    key: fc.constantFrom('GOODS_FOOD', 'SERVICE_PRINTING', ''),
    yen: fc.integer({ min: -5_000, max: 10_000_000 }),
    recorded: fc.nat(3),
  }),
  { maxLength: 40 },
);

/** As SQL adds them up: an order is one in each of its rows, and one in the total. */
function sumsOf(behind: readonly Behind[]): ProcuredSum[] {
  const sum = (fiscalYear: number, key: string | null, rows: readonly Behind[]): ProcuredSum => {
    const recorded = rows.filter((row) => row.recorded > 0);
    const recordedCount = recorded.reduce((all, row) => all + row.recorded, 0);
    return {
      ...{ fiscalYear, key, recordedCount, otherTaxYen: 0 },
      orderCount: new Set(rows.filter((row) => row.recorded === 0).map(({ order }) => order)).size + recordedCount,
      yen: rows.reduce((all, { yen }) => all + yen, 0),
      recordedYen: recorded.reduce((all, { yen }) => all + yen, 0),
    };
  };
  return YEARS.flatMap((year) => {
    const of = behind.filter(({ fiscalYear }) => fiscalYear === year);
    const keys = [...new Set(of.map(({ key }) => key))];
    if (of.length === 0) return [];
    return [
      sum(year, null, of),
      ...keys.map((key) =>
        sum(
          year,
          key,
          of.filter((row) => row.key === key),
        ),
      ),
    ];
  });
}

describe('the table of procurement', () => {
  it('has cells that are the sum of their rows, thousands made of yen, and differences to the year before', () => {
    assertProperty(
      fc.property(anyBehind, (behind) => {
        const { rows, total } = procurementTable(YEARS, sumsOf(behind), ['GOODS_FOOD']);
        for (const [at, year] of YEARS.entries()) {
          const cell = total.cells[at]!;
          const of = behind.filter(({ fiscalYear }) => fiscalYear === year);
          expect(cell.yen).toBe(of.reduce((all, { yen }) => all + yen, 0));
          expect(rows.reduce((all, { cells }) => all + cells[at]!.yen, 0)).toBe(cell.yen);
          expect(rows.reduce((all, { cells }) => all + cells[at]!.orderCount, 0)).toBeGreaterThanOrEqual(
            cell.orderCount,
          );
          expect(Math.abs(cell.thousandYen * 1_000 - cell.yen)).toBeLessThanOrEqual(500);
          const before = total.cells[at - 1];
          expect(cell.differenceYen).toBe(before ? cell.yen - before.yen : null);
        }
      }),
    );
  });

  it('has a category that was merged into another by the mapping in that one, whatever it came to', () => {
    assertProperty(
      fc.property(anyBehind, (behind) => {
        const merged = behind.map((row) => (row.key === 'SERVICE_PRINTING' ? { ...row, key: 'GOODS_FOOD' } : row));
        const before = procurementTable(YEARS, sumsOf(behind), []);
        const after = procurementTable(YEARS, sumsOf(merged), []);
        expect(after.total).toEqual(before.total);
        expect(after.rows.map(({ key }) => key)).not.toContain('SERVICE_PRINTING');
      }),
    );
  });

  it('reaches a target at it (以上), or only above it (超)', () => {
    assertProperty(
      fc.property(fc.nat(10_000), fc.integer({ min: -1, max: 1 }), (target, off) => {
        const actual = Math.max(0, target + off);
        const behind = [{ order: 1, fiscalYear: 2025, key: '', yen: actual, recorded: 0 }];
        const { total } = procurementTable(YEARS, sumsOf(behind), []);
        const reached = (comparator: ProcurementTarget['comparator']) =>
          targetCells(total, [
            { fiscalYear: 2025, measure: 'YEN', comparator, target, source: '' } as ProcurementTarget,
          ])[0]!;
        expect(reached('AT_LEAST').isReached).toBe(actual >= target);
        expect(reached('MORE_THAN').isReached).toBe(actual > target);
        if (!reached('AT_LEAST').isReached) expect(reached('AT_LEAST').permille).toBeLessThan(1_000);
      }),
    );
  });
});

describe('the table of policies', () => {
  it('counts each government once, by what it says itself where it does', () => {
    const anyPolicies = fc.uniqueArray(
      fc.record({
        keeperKind: fc.constantFrom('BUYER', 'PREFECTURE'),
        government: fc.constantFrom('高知市', '土佐町', '南国市', '高知県'),
        level: fc.constantFrom('MUNICIPALITY', 'PREFECTURE', null),
        adoptedOn: fc.option(fc.constant('2026-04-01')),
      }) as fc.Arbitrary<CountedPolicy>,
      { selector: ({ keeperKind, government }) => `${keeperKind} ${government}` },
    );
    assertProperty(
      fc.property(anyPolicies, (found) => {
        const { policies, counts } = policyTable(found);
        const names = new Set(found.map(({ government }) => government));
        expect(policies.map(({ government }) => government).sort()).toEqual([...names].sort());
        expect(counts.reduce((all, { governmentCount }) => all + governmentCount, 0)).toBe(names.size);
        const adopted = policies.filter(({ adoptedOn }) => adoptedOn !== null).length;
        expect(counts.reduce((all, { adoptedCount }) => all + adoptedCount, 0)).toBe(adopted);
        for (const policy of policies) {
          const own = found.find(
            ({ keeperKind, government }) => keeperKind === 'BUYER' && government === policy.government,
          );
          expect(policy).toBe(own ?? policy);
        }
      }),
    );
  });
});
