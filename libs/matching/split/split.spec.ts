import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { replay } from '../alternatives/replay.js';
import { hashSnapshot } from '../snapshot/snapshot.js';
import { costOfForcingIn, whatIf } from '../alternatives/what-if.js';
import { split } from './split.js';
import type { SplitCandidate, SplitResult, SplitSnapshot } from '../snapshot/types.js';

const RUNS = 250;
const property = { numRuns: RUNS };

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
  quantity: 100,
  lotSize: 1,
  maxFacilities: null,
  rule: 'WEBSTER',
  measure: 'YEN',
  candidates,
  ...facts,
});

const unitsOf = (result: SplitResult): Record<string, number> =>
  Object.fromEntries(result.shares.map((share) => [share.facilityId, share.units]));

const reasonsOf = (result: SplitResult): Record<string, string> =>
  Object.fromEntries(result.shares.map((share) => [share.facilityId, share.reason.code]));

describe('split', () => {
  it('gives by persons when nobody has had anything', () => {
    const result = split(line([candidate('a', { weight: 10 }), candidate('b', { weight: 30 })], { quantity: 40 }));
    expect(unitsOf(result)).toEqual({ a: 10, b: 30 });
    expect(result).toMatchObject({ placed: 40, unplaced: 0, proof: { status: 'OPTIMAL', gap: 0 } });
  });

  it('lets those catch up who have had less this year', () => {
    const result = split(line([candidate('a', { balance: 600 }), candidate('b')], { quantity: 80 }));
    expect(unitsOf(result)).toEqual({ a: 10, b: 70 });
    const far = split(line([candidate('a', { balance: 2_000 }), candidate('b')], { quantity: 80 }));
    expect(reasonsOf(far)).toEqual({ a: 'ALREADY_ABOVE_LEVEL', b: 'FAIR_SHARE' });
  });

  it('names capacity, minimum lot, limit, pins and filters as what binds', () => {
    const result = split(
      line(
        [
          candidate('capacity', { capacityUnits: 5 }),
          candidate('excluded', { ineligible: { code: 'EXCLUDED_BY_COORDINATOR' } }),
          candidate('fair', { capacityUnits: 500 }),
          candidate('full', { capacityUnits: 3, minimumLot: 10 }),
          candidate('pinned', { pinnedUnits: 12 }),
          candidate('small', { weight: 1, minimumLot: 60 }),
        ],
        { quantity: 100 },
      ),
    );
    expect(reasonsOf(result)).toEqual({
      capacity: 'CAPACITY',
      excluded: 'INELIGIBLE',
      fair: 'FAIR_SHARE',
      full: 'NO_CAPACITY',
      pinned: 'PINNED',
      small: 'BELOW_MINIMUM_LOT',
    });
    const limited = split(line([candidate('a', { weight: 40 }), candidate('b')], { maxFacilities: 1 }));
    expect(reasonsOf(limited)).toMatchObject({ b: 'CUT_BY_LIMIT' });
  });

  it('places what minimum lots allow and says that no more is possible', () => {
    const tight = [
      candidate('a', { capacityUnits: 30, minimumLot: 30 }),
      candidate('b', { capacityUnits: 50, minimumLot: 50 }),
    ];
    const result = split(line(tight, { quantity: 75 }));
    expect(result).toMatchObject({ placed: 50, unplaced: 25, proof: { isPlacedProven: true } });
  });

  it('draws ties again for every order, never by position', () => {
    const twins = ['a', 'b', 'c'].map((id) => candidate(id));
    const winners = Array.from({ length: 40 }, (_, k) => {
      const result = split(line(twins, { quantity: 1, orderKey: `order-${k}` }));
      expect(new Set(Object.values(reasonsOf(result)))).toEqual(new Set(['TIE']));
      return result.shares.find((share) => share.units === 1)!.facilityId;
    });
    expect(new Set(winners).size).toBe(3);
  });

  it('breaks ties to the larger facility by Jefferson and to the smaller by Adams', () => {
    const pair = [candidate('large', { weight: 40 }), candidate('small', { weight: 20 })];
    expect(unitsOf(split(line(pair, { quantity: 2, rule: 'JEFFERSON' })))).toEqual({ large: 2, small: 0 });
    expect(unitsOf(split(line(pair, { quantity: 1, rule: 'ADAMS' })))).toEqual({ large: 0, small: 1 });
  });

  it('refuses what is not a snapshot', () => {
    expect(() => split(line([candidate('a', { weight: 0 })]))).toThrow('SPLIT.INVALID_SNAPSHOT');
    expect(() => split(line([candidate('a'), candidate('a')]))).toThrow('SPLIT.INVALID_SNAPSHOT');
    expect(() => split(line([candidate('a', { pinnedUnits: 101 })]))).toThrow('SPLIT.PINS_EXCEED_QUANTITY');
  });

  it('answers where those without a fair share stay without, however wide the tolerance of price', () => {
    const candidates = ['a', 'b', 'c'].map((id, i) =>
      candidate(id, { capacityUnits: 60, minimumLot: 20, balance: i * 5_000, unitPriceSen: 900 + i }),
    );
    const result = split(line(candidates, { priceTolerance: 1.5 }));
    expect(result).toMatchObject({ placed: 100, proof: { status: 'OPTIMAL' } });
    expect(unitsOf(result)).toEqual({ a: 60, b: 40, c: 0 });
  });

  it('answers for no candidates and for nothing to split', () => {
    expect(split(line([]))).toMatchObject({ placed: 0, unplaced: 100, shares: [], waterLevel: null });
    expect(split(line([candidate('a')], { quantity: 0 }))).toMatchObject({ placed: 0, unplaced: 0 });
  });
});

const anyCandidate = fc.record({
  capacityUnits: fc.nat(40),
  minimumLot: fc.oneof(fc.constant(0), fc.nat(25)),
  weight: fc.constantFrom(10, 14, 20, 34, 40),
  balance: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
  pinnedUnits: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(5) }),
  unitPriceSen: fc.constantFrom(900, 1000, 1100, 1250),
});

const anySnapshot = fc
  .record({
    list: fc.array(anyCandidate, { maxLength: 8 }),
    quantity: fc.integer({ min: 40, max: 150 }),
    lotSize: fc.constantFrom(1, 1, 5, 10),
    maxFacilities: fc.option(fc.nat(6)),
    rule: fc.constantFrom('WEBSTER' as const, 'JEFFERSON' as const, 'ADAMS' as const),
    orderKey: fc.string({ maxLength: 4 }),
  })
  .map(({ list, ...facts }) =>
    line(
      list.map((own, i) => candidate(`f${i}`, { ...own, balance: own.balance * 10 })),
      facts,
    ),
  );

/** With burdens, units that weigh differently, facilities that were filtered out, and small quantities. */
const anyFacts = fc
  .tuple(
    anySnapshot,
    fc.integer({ min: 5, max: 120 }),
    fc.array(
      fc.record({
        burden: fc.constantFrom(0, 0, 0, 300, 3_000),
        measurePerUnit: fc.constantFrom(10, 10, 10, 12, 7.5),
        ineligible: fc.oneof(
          { weight: 7, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constant({ code: 'OUTSIDE_REGION' as const }) },
        ),
      }),
      { minLength: 8, maxLength: 8 },
    ),
  )
  .map(([snapshot, wanted, facts]) => ({
    ...snapshot,
    quantity: snapshot.candidates.reduce((sum, own) => sum + (own.pinnedUnits ?? 0), wanted),
    candidates: snapshot.candidates.map((own, i) => ({ ...own, ...facts[i]! })),
  }));

const plain = (snapshot: SplitSnapshot): SplitSnapshot => ({
  ...snapshot,
  lotSize: 1,
  maxFacilities: null,
  candidates: snapshot.candidates.map((own) => ({ ...own, minimumLot: 0, pinnedUnits: null })),
});

describe('split, for every snapshot', () => {
  it('keeps its sums, bounds, lots, pins and limit, and explains every candidate', () => {
    assertProperty(
      fc.property(anyFacts, (snapshot) => {
        const result = split(snapshot);
        expect(result.shares.map((share) => share.facilityId)).toEqual(
          snapshot.candidates.map((own) => own.facilityId),
        );
        expect(result.shares.reduce((sum, share) => sum + share.units, 0)).toBe(result.placed);
        expect(result.placed + result.unplaced).toBe(snapshot.quantity);
        const pins = snapshot.candidates.filter((own) => (own.pinnedUnits ?? 0) > 0).length;
        expect(result.facilitiesUsed).toBeLessThanOrEqual(Math.max(pins, snapshot.maxFacilities ?? Infinity));
        result.shares.forEach((share, i) => {
          const own = snapshot.candidates[i]!;
          if (typeof own.pinnedUnits === 'number') expect(share.units).toBe(own.pinnedUnits);
          else if (own.ineligible) expect(share.units).toBe(0);
          else if (share.units > 0) {
            expect(share.units).toBeGreaterThanOrEqual(own.minimumLot);
            expect(share.units).toBeLessThanOrEqual(own.capacityUnits);
            expect(share.units % snapshot.lotSize).toBe(0);
          }
        });
      }),
      property,
    );
  });

  it('does not depend on the order of candidates, and repeats to the byte', () => {
    assertProperty(
      fc.property(anyFacts, fc.nat(), (snapshot, turn) => {
        const k = turn % Math.max(1, snapshot.candidates.length);
        const turned = [...snapshot.candidates.slice(k), ...snapshot.candidates.slice(0, k)].reverse();
        const text = JSON.stringify(split(snapshot));
        expect(JSON.stringify(split({ ...snapshot, candidates: turned }))).toBe(text);
        expect(JSON.stringify(replay(snapshot, hashSnapshot(snapshot)))).toBe(text);
      }),
      property,
    );
  });

  it('does not change when all weights are scaled', () => {
    assertProperty(
      fc.property(anySnapshot, fc.integer({ min: 2, max: 9 }), (snapshot, by) => {
        const candidates = snapshot.candidates.map((own) => ({ ...own, weight: own.weight * by }));
        expect(unitsOf(split({ ...snapshot, candidates }))).toEqual(unitsOf(split(snapshot)));
      }),
      property,
    );
  });

  it('never takes from anybody when more is ordered, without lots', () => {
    assertProperty(
      fc.property(anySnapshot, (snapshot) => {
        const before = split(plain(snapshot));
        const after = split({ ...plain(snapshot), quantity: snapshot.quantity + 1 });
        before.shares.forEach((share, i) => expect(after.shares[i]!.units).toBeGreaterThanOrEqual(share.units));
      }),
      property,
    );
  });

  it('keeps the largest load lowest by Jefferson, the smallest highest by Adams', () => {
    assertProperty(
      fc.property(anySnapshot, (any) => {
        const small = plain({ ...any, quantity: any.quantity % 7, candidates: any.candidates.slice(0, 3) });
        for (const rule of ['JEFFERSON', 'ADAMS'] as const) {
          const result = split({ ...small, rule });
          const loads = result.shares.map((share) => share.loadRatio);
          for (const units of allSplits(small, result.placed)) {
            const other = units.map((n, i) => (small.candidates[i]!.balance + 10 * n) / small.candidates[i]!.weight);
            if (rule === 'JEFFERSON') expect(Math.max(...loads)).toBeLessThanOrEqual(Math.max(...other) + 1e-9);
            else expect(Math.min(...loads)).toBeGreaterThanOrEqual(Math.min(...other) - 1e-9);
          }
        }
      }),
      property,
    );
  });

  it('names capacity only where more capacity would change the share', () => {
    assertProperty(
      fc.property(anySnapshot, fc.nat(), (any, turn) => {
        const snapshot = plain(any);
        if (snapshot.candidates.length === 0) return;
        const before = split(snapshot);
        const { facilityId, units, capacityUnits, reason } = before.shares[turn % before.shares.length]!;
        const { result } = whatIf(snapshot, { kind: 'CAPACITY', facilityId, capacityUnits: capacityUnits + 1 }, before);
        const after = result.shares.find((share) => share.facilityId === facilityId)!.units;
        if (reason.code === 'CAPACITY') expect(after).toBe(units + 1);
        if (reason.code === 'FAIR_SHARE' || reason.code === 'ALREADY_ABOVE_LEVEL') expect(after).toBe(units);
      }),
      property,
    );
  });

  it('names what binds: without it the share would be another', () => {
    // What is told by the level is not always so: minimum lots of others may leave no lot over to anybody.
    const told = new Map<string, boolean[]>();
    assertProperty(
      fc.property(anyFacts, (snapshot) => {
        const unlimited = { ...snapshot, maxFacilities: null };
        const before = split(snapshot);
        const withoutLimit = unitsOf(split(unlimited));
        for (const { facilityId, units, capacityUnits, minimumLot, reason } of before.shares) {
          const unitsWith = (facts: Partial<SplitCandidate>, from = snapshot): number =>
            unitsOf(
              split({
                ...from,
                candidates: from.candidates.map((own) => (own.facilityId === facilityId ? { ...own, ...facts } : own)),
              }),
            )[facilityId]!;
          const tell = (isSo: boolean) => told.set(reason.code, [...(told.get(reason.code) ?? []), isSo]);
          if (units === 0 && reason.code !== 'PINNED')
            expect(withoutLimit[facilityId]! > 0).toBe(reason.code === 'CUT_BY_LIMIT');
          if (reason.code === 'NO_CAPACITY') expect(unitsWith({ minimumLot: minimumLot + 1 })).toBe(0);
          if (reason.code === 'CAPACITY') tell(unitsWith({ capacityUnits: capacityUnits + 500 }) > units);
          if (reason.code === 'LOT_FLOOR') tell(unitsWith({ minimumLot: 0 }) < units);
          // Its burden alone may keep it out as well.
          if (reason.code === 'BELOW_MINIMUM_LOT') tell(unitsWith({ minimumLot: 0, burden: 0 }, unlimited) > 0);
          if (reason.code === 'BURDEN') tell(unitsWith({ burden: 0 }, unlimited) > 0);
        }
      }),
      property,
    );
    const rightOf = (code: string): number => {
      const all = told.get(code) ?? [];
      return all.filter((isSo) => isSo).length / all.length;
    };
    expect(rightOf('CAPACITY')).toBeGreaterThan(0.99);
    expect(rightOf('LOT_FLOOR')).toBeGreaterThan(0.95);
    expect(rightOf('BELOW_MINIMUM_LOT')).toBeGreaterThan(0.9);
    expect(rightOf('BURDEN')).toBeGreaterThan(0.8);
  });

  it('is fair at a price tolerance of 0, within the tolerance otherwise, and cheaper the larger it is', () => {
    assertProperty(
      fc.property(anySnapshot, (snapshot) => {
        const fair = split(snapshot);
        let price = fair.priceSen!;
        for (const priceTolerance of [0, 0.1, 0.3, 0.8, 1.5]) {
          const result = split({ ...snapshot, priceTolerance });
          if (priceTolerance === 0) expect(unitsOf(result)).toEqual(unitsOf(fair));
          expect(result.placed).toBe(fair.placed);
          expect(result.priceSen!).toBeLessThanOrEqual(price);
          price = result.priceSen!;
          for (const share of result.shares) {
            expect(Math.abs(share.units - share.fairUnits)).toBeLessThanOrEqual(
              share.fairUnits * priceTolerance + 1e-6,
            );
          }
        }
      }),
      property,
    );
  });

  it('stays fair when all prices are the same', () => {
    assertProperty(
      fc.property(anySnapshot, (any) => {
        const candidates = any.candidates.map((own) => ({ ...own, unitPriceSen: 500 }));
        const snapshot = { ...plain({ ...any, candidates }), priceTolerance: 0.4 };
        expect(unitsOf(split(snapshot))).toEqual(unitsOf(split({ ...snapshot, priceTolerance: 0 })));
      }),
      property,
    );
  });

  it('can force anybody in who has room, at a cost that is never negative', () => {
    assertProperty(
      fc.property(anyFacts, fc.nat(), (snapshot, turn) => {
        if (snapshot.candidates.length === 0) return;
        const before = split(snapshot);
        const share = before.shares[turn % before.shares.length]!;
        const forced = whatIf(snapshot, { kind: 'FORCE_IN', facilityId: share.facilityId }, before);
        const cost = costOfForcingIn(snapshot, share.facilityId);
        if (share.reason.code === 'PINNED') return;
        if (share.units > 0) expect(cost).toBe(0n);
        if (cost === null) return;
        expect(cost >= 0n).toBe(true);
        expect(forced.isPossible).toBe(true);
        expect(forced.result.shares.find((own) => own.facilityId === share.facilityId)!.units).toBeGreaterThan(0);
      }),
      property,
    );
  });
});

describe('split of numbers too large to be exact', () => {
  const huge = fc
    .record({
      facilities: fc.array(
        fc.record({
          weight: fc.constantFrom(1, 641, 769, 953, 997),
          balance: fc.integer({ min: 10_000_000, max: 500_000_000 }),
          capacityUnits: fc.integer({ min: 20, max: 40 }),
          minimumLot: fc.integer({ min: 2, max: 15 }),
        }),
        { minLength: 2, maxLength: 3 },
      ),
      quantity: fc.integer({ min: 20, max: 60 }),
      rule: fc.constantFrom('WEBSTER' as const, 'JEFFERSON' as const, 'ADAMS' as const),
    })
    .map(({ facilities, quantity, rule }) =>
      line(
        facilities.map((facts, i) => candidate(`f${i}`, { ...facts, measurePerUnit: 1 })),
        { quantity, rule },
      ),
    );

  it('places as much, never claims more than is true of the exact entitlements, and says that it is not exact', () => {
    let inexact = 0;
    assertProperty(
      fc.property(huge, (snapshot) => {
        const result = split(snapshot);
        const taken = result.shares.map((share) => share.units);
        let best = { placed: 0, cost: 0n };
        for (const units of choices(snapshot.candidates)) {
          const placed = units.reduce((sum, n) => sum + n, 0);
          if (placed > snapshot.quantity || placed < best.placed) continue;
          const cost = exactCost(snapshot, units);
          if (placed > best.placed || cost < best.cost) best = { placed, cost };
        }
        expect(result.placed).toBe(best.placed);
        const own = exactCost(snapshot, taken);
        const trueGap = own === best.cost ? 0 : Number(own - best.cost) / Number(own);
        expect(result.proof.status).not.toBe('UNKNOWN');
        if (result.proof.status === 'OPTIMAL') return;
        inexact++;
        expect(result.proof.gap!).toBeGreaterThan(0);
        expect(result.proof.gap!).toBeLessThan(0.07);
        expect(trueGap).toBeLessThanOrEqual(result.proof.gap!);
      }),
      property,
    );
    expect(inexact).toBeGreaterThan(RUNS / 20);
  });

  it('is exact where only the quantity is small, however much a facility could take', () => {
    const candidates = [1, 60].map((weight) =>
      candidate(`w${weight}`, { weight, capacityUnits: 900_000, minimumLot: 10, balance: 30_000_000 }),
    );
    expect(split(line(candidates, { quantity: 2_000 })).proof).toMatchObject({ status: 'OPTIMAL', gap: 0 });
  });

  it('refuses what would mean nothing', () => {
    const candidates = [1, 1_000].map((weight) =>
      candidate(`w${weight}`, { weight, capacityUnits: 1e9, minimumLot: 10, balance: 1e15, measurePerUnit: 1 }),
    );
    expect(() => split(line(candidates, { quantity: 1e9 }))).toThrow('SPLIT.NUMBERS_TOO_LARGE');
  });

  function* choices(candidates: readonly SplitCandidate[], units: number[] = []): Generator<number[]> {
    const next = candidates[units.length];
    if (next === undefined) {
      yield units;
      return;
    }
    yield* choices(candidates, [...units, 0]);
    for (let n = next.minimumLot; n <= next.capacityUnits; n++) yield* choices(candidates, [...units, n]);
  }

  /** The objective with entitlements as fractions, times the product of all weights (and 2 for the odd half). */
  function exactCost({ candidates, rule }: SplitSnapshot, units: readonly number[]): bigint {
    const all = candidates.reduce((product, own) => product * BigInt(own.weight), 1n);
    return candidates.reduce((sum, own, i) => {
      const [had, taken] = [BigInt(own.balance), BigInt(units[i]!)];
      const half = rule === 'WEBSTER' ? 0n : rule === 'JEFFERSON' ? taken : -taken;
      return sum + (all / BigInt(own.weight)) * (taken * taken + 2n * had * taken + half);
    }, 0n);
  }
});

describe('replay', () => {
  it('refuses a snapshot that is not the stored one', () => {
    const snapshot = line([candidate('a')]);
    expect(() => replay({ ...snapshot, quantity: 99 }, hashSnapshot(snapshot))).toThrow('SPLIT.REPLAY_MISMATCH');
  });

  it('repeats a split that a time budget cut off', () => {
    const candidates = Array.from({ length: 30 }, (_, i) =>
      candidate(`f${i}`, {
        capacityUnits: 61 + ((i * 37) % 40),
        minimumLot: 50 + ((i * 17) % 11),
        weight: 20 + (i % 7),
      }),
    );
    const snapshot = line(candidates, { quantity: 700, maxFacilities: 12, timeBudgetMs: 5 });
    for (const patience of [0, 1, 2, 3, 5, 8, 13, 21, 34]) {
      let looks = 0;
      const cut = split(snapshot, { now: () => (looks++ > patience ? 1_000 : 0) });
      const again = replay(snapshot, cut.snapshotHash, cut.proof.stoppedAt);
      expect(JSON.stringify(again)).toBe(JSON.stringify(cut));
    }
  });
});

function* allSplits(snapshot: SplitSnapshot, placed: number, units: number[] = []): Generator<number[]> {
  const i = units.length;
  if (i === snapshot.candidates.length) {
    if (units.reduce((sum, n) => sum + n, 0) === placed) yield units;
    return;
  }
  for (let n = 0; n <= Math.min(placed, snapshot.candidates[i]!.capacityUnits); n++) {
    yield* allSplits(snapshot, placed, [...units, n]);
  }
}
