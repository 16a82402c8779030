import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import type { SplitSnapshot } from '../snapshot/types.js';
import { split } from '../split/split.js';
import { type Fix, smallestFixes } from './smallest-fixes.js';

const row = fc.record({
  capacityUnits: fc.integer({ min: 0, max: 60 }),
  minimumLot: fc.integer({ min: 1, max: 30 }),
  weight: fc.integer({ min: 1, max: 40 }),
  balance: fc.integer({ min: 0, max: 500 }),
  later: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }),
});
const snapshots = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  quantity: fc.integer({ min: 1, max: 200 }),
  lotSize: fc.constantFrom(1, 4, 6, 10),
  maxFacilities: fc.option(fc.integer({ min: 1, max: 6 })),
});

describe('smallestFixes', () => {
  it('says of each fix exactly what the split with it places', () => {
    assertProperty(
      fc.property(snapshots, ({ rows, ...line }) => {
        const snapshot: SplitSnapshot = {
          ...line,
          orderKey: 'order-1/line-1',
          rule: 'WEBSTER',
          measure: 'YEN',
          candidates: rows.map(({ later, ...facts }, index) => ({
            ...facts,
            facilityId: `f${index}`,
            measurePerUnit: 10,
            laterCapacityUnits: later.map((more) => facts.capacityUnits + more).sort((a, b) => a - b),
          })),
        };
        const result = split(snapshot);
        const fixes = smallestFixes(snapshot, result);
        for (const fix of fixes) {
          expect(fix.placed).toBeGreaterThan(result.placed);
          const fixed = withFix(snapshot, fix);
          if (fixed) expect(split(fixed).placed).toBe(fix.placed);
        }
        expect(fixes.map(({ placed }) => placed)).toEqual(fixes.map(({ placed }) => placed).sort((a, b) => b - a));
      }),
    );
  });
});

/** Null where the fix does not say whose capacity is to grow. */
function withFix(snapshot: SplitSnapshot, fix: Fix): SplitSnapshot | null {
  const { candidates } = snapshot;
  switch (fix.kind) {
    case 'MORE_FACILITIES':
      return { ...snapshot, maxFacilities: fix.maxFacilities };
    case 'SMALLER_LOT':
      return { ...snapshot, lotSize: fix.lotSize };
    case 'LATER_DATE':
      return {
        ...snapshot,
        candidates: candidates.map((each) => ({ ...each, capacityUnits: each.laterCapacityUnits![fix.days - 1]! })),
      };
    case 'LOWER_MINIMUM_LOT':
      return {
        ...snapshot,
        candidates: candidates.map((each) =>
          each.facilityId === fix.facilityId ? { ...each, minimumLot: fix.minimumLot } : each,
        ),
      };
    case 'MORE_CAPACITY':
      return null;
  }
}
