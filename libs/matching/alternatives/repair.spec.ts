import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { repair } from './repair.js';
import { split } from '../split/split.js';
import type { SplitCandidate, SplitSnapshot } from '../snapshot/types.js';

const property = { numRuns: 250 };

const candidate = (facilityId: string, facts: Partial<SplitCandidate> = {}): SplitCandidate => ({
  facilityId,
  capacityUnits: 100,
  minimumLot: 1,
  weight: 20,
  balance: 0,
  measurePerUnit: 10,
  ...facts,
});

const line = (candidates: SplitCandidate[], facts: Partial<SplitSnapshot> = {}): SplitSnapshot => ({
  orderKey: 'order-1/line-1',
  quantity: 90,
  lotSize: 1,
  maxFacilities: null,
  rule: 'WEBSTER',
  measure: 'YEN',
  candidates,
  ...facts,
});

describe('repair', () => {
  const three = line([candidate('a'), candidate('b'), candidate('c')]);
  const offers = split(three).shares;

  it('changes nothing when all answers are what was offered', () => {
    const result = repair(three, offers, [{ facilityId: 'a', units: 30 }]);
    expect(result).toMatchObject({ placed: 90, changed: [], isMinChangeProven: true });
    expect(result.shares.map((share) => share.reason.code)).toEqual(['PINNED', 'KEPT', 'KEPT']);
  });

  it('asks one facility more when one can take the whole remainder', () => {
    const result = repair(three, offers, [
      { facilityId: 'a', units: 0 },
      { facilityId: 'b', units: 30 },
    ]);
    expect(result.changed).toEqual([{ facilityId: 'c', fromUnits: 30, toUnits: 60 }]);
  });

  it('tells a single facility of a partial answer, although both could share it', () => {
    const result = repair(three, offers, [{ facilityId: 'a', units: 20 }]);
    expect(result.changed).toHaveLength(1);
    expect(result).toMatchObject({ placed: 90, isMinChangeProven: true });
  });

  it('takes back as little as possible when the order shrinks', () => {
    const result = repair({ ...three, quantity: 80 }, offers, []);
    expect(result.changed).toHaveLength(1);
    expect(result.changed[0]).toMatchObject({ fromUnits: 30, toUnits: 20 });
  });

  it('says what remains when nobody can take it', () => {
    const small = line([candidate('a', { capacityUnits: 50 }), candidate('b', { capacityUnits: 50 })]);
    const result = repair(small, split(small).shares, [{ facilityId: 'a', units: 0 }]);
    expect(result).toMatchObject({ placed: 50, unplaced: 40 });
  });

  it('changes the fewest offers, and among those choices is the fairest', () => {
    const scene = fc.record({
      list: fc.array(
        fc.record({
          capacityUnits: fc.nat(7),
          laterCapacity: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(7) }),
          minimumLot: fc.constantFrom(0, 0, 2, 3),
          weight: fc.constantFrom(10, 20, 30),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      quantity: fc.nat(12),
      declined: fc.nat(3),
      answered: fc.nat(4),
      newQuantity: fc.option(fc.nat(14)),
    });
    assertProperty(
      fc.property(scene, ({ list, quantity, declined, answered, newQuantity }) => {
        const candidates = list.map(({ capacityUnits, minimumLot, weight }, i) =>
          candidate(`f${i}`, { capacityUnits, minimumLot, weight }),
        );
        const before = split(line(candidates, { quantity })).shares;
        const later = candidates.map((own, i) => ({
          ...own,
          capacityUnits: list[i]!.laterCapacity ?? own.capacityUnits,
        }));
        const first = before[declined % before.length]!;
        const pinned = [{ facilityId: first.facilityId, units: Math.min(answered, first.units) }];
        const after = line(later, { quantity: Math.max(newQuantity ?? quantity, pinned[0]!.units) });
        const result = repair(after, before, pinned);
        const best = minChange(after, before, pinned[0]!);
        expect(result.placed).toBe(best.placed);
        expect(result.changed.length).toBeGreaterThanOrEqual(best.changes);
        if (!result.isMinChangeProven) return;
        expect(result.changed).toHaveLength(best.changes);
        if (result.proof.status === 'OPTIMAL') expect(unfairness(result.shares)).toBeCloseTo(best.unfairness, 6);
      }),
      property,
    );
  });
});

const unfairness = (shares: readonly { loadRatio: number; weight: number }[]): number =>
  shares.reduce((sum, { loadRatio, weight }) => sum + loadRatio ** 2 * weight, 0);

function minChange(
  snapshot: SplitSnapshot,
  before: readonly { facilityId: string; units: number }[],
  pin: { facilityId: string; units: number },
): { placed: number; changes: number; unfairness: number } {
  let best = { placed: -1, changes: 0, unfairness: 0 };
  const visit = (units: number[]): void => {
    const own = snapshot.candidates[units.length];
    if (own === undefined) {
      const placed = units.reduce((sum, n) => sum + n, 0);
      if (placed > snapshot.quantity) return;
      const changes = units.filter(
        (n, i) => snapshot.candidates[i]!.facilityId !== pin.facilityId && n !== before[i]!.units,
      ).length;
      const cost = unfairness(
        units.map((n, i) => ({
          loadRatio: (10 * n) / snapshot.candidates[i]!.weight,
          weight: snapshot.candidates[i]!.weight,
        })),
      );
      const order = best.placed - placed || changes - best.changes || cost - best.unfairness;
      if (order < 0) best = { placed, changes, unfairness: cost };
      return;
    }
    if (own.facilityId === pin.facilityId) return visit([...units, pin.units]);
    visit([...units, 0]);
    for (let n = Math.max(1, own.minimumLot); n <= own.capacityUnits; n++) visit([...units, n]);
  };
  visit([]);
  return best;
}
