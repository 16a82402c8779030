import fc from 'fast-check';
import { assertProperty, sampleOf } from '../../../test/harness/property.js';
import { planBatch } from './plan-batch.js';
import type { FairnessRule } from '../snapshot/types.js';
import type { BatchLine, BatchResult, BatchSnapshot } from './types.js';
import { whatIfBatch } from './what-if-batch.js';

interface Shape {
  facilities: number;
  lines: number;
  periods: number;
  most: number;
  seconds: readonly number[];
  measures: readonly number[];
  hasReleases: boolean;
  lots: readonly number[];
  rules: readonly FairnessRule[];
}

const WEIGHTS = [1, 2, 3, 4, 6];
/** Common multiple of the weights: 12 / w is a whole number. */
const SCALE = 12;

function batches(shape: Partial<Shape>): fc.Arbitrary<BatchSnapshot> {
  const limits = { facilities: 5, lines: 5, periods: 3, most: 9, lots: [1], ...shape };
  const { seconds = [1], measures = [1], hasReleases = true, rules = ['WEBSTER'] } = shape;
  return fc
    .record({
      periods: fc.integer({ min: 1, max: limits.periods }),
      facilities: fc.integer({ min: 1, max: limits.facilities }),
      lines: fc.integer({ min: 1, max: limits.lines }),
    })
    .chain(({ periods, facilities, lines }) =>
      fc.record({
        batchKey: fc.constantFrom('week-1', 'week-2'),
        periods: fc.constant(periods),
        rule: fc.constantFrom(...rules),
        measure: fc.constant('MINUTES' as const),
        facilities: fc.tuple(
          ...Array.from({ length: facilities }, (_, j) =>
            fc.record({
              facilityId: fc.constant(`f${j}`),
              weight: fc.constantFrom(...WEIGHTS),
              balance: fc.integer({ min: 0, max: 20 }),
              capacitySeconds: fc.array(fc.integer({ min: 0, max: limits.most }), {
                minLength: periods,
                maxLength: periods,
              }),
            }),
          ),
        ),
        lines: fc.tuple(
          ...Array.from({ length: lines }, (_, i) =>
            fc
              .record({
                lineId: fc.constant(`l${i}`),
                quantity: fc.integer({ min: 0, max: limits.most }),
                lotSize: fc.constantFrom(...limits.lots),
                secondsPerUnit: fc.constantFrom(...seconds),
                measurePerUnit: fc.constantFrom(...measures),
                window: fc.tuple(fc.nat(periods - 1), fc.nat(periods - 1)),
                eligible: fc.subarray(
                  Array.from({ length: facilities }, (__, j) => j),
                  { minLength: 0 },
                ),
              })
              .map(({ window: [a, b], ...line }) => ({
                ...line,
                releasePeriod: hasReleases ? Math.min(a, b) : 0,
                duePeriod: Math.max(a, b),
              })),
          ),
        ),
      }),
    );
}

const lineOf = (snapshot: BatchSnapshot, id: string): BatchLine => snapshot.lines.find((line) => line.lineId === id)!;

/** Jefferson counts a unit by the load after it, Adams by the load before it, Webster by their mean. */
const LEAN: Readonly<Record<FairnessRule, number>> = { WEBSTER: 0, JEFFERSON: 1, ADAMS: -1 };

/** Σ 12/w · [(balance + measure)² − balance²] from the shares alone, leaning as the rule does. */
function objectiveOf(snapshot: BatchSnapshot, units: (line: BatchLine, facilityId: string) => number): number {
  return snapshot.facilities.reduce((sum, { facilityId, weight, balance }) => {
    const measure = snapshot.lines.reduce((all, line) => all + units(line, facilityId) * line.measurePerUnit, 0);
    const lean = LEAN[snapshot.rule] * measure * snapshot.lines[0]!.measurePerUnit;
    return sum + (SCALE / weight) * ((balance + measure) ** 2 - balance ** 2 + lean);
  }, 0);
}

function unitsOf(result: BatchResult): (line: BatchLine, facilityId: string) => number {
  const units = new Map(result.shares.map((share) => [`${share.lineId} ${share.facilityId}`, share.units]));
  return (line, facilityId) => units.get(`${line.lineId} ${facilityId}`) ?? 0;
}

/** In every interval of periods no facility has more work inside than time. */
function fits(snapshot: BatchSnapshot, units: (line: BatchLine, facilityId: string) => number): boolean {
  for (const { facilityId, capacitySeconds } of snapshot.facilities) {
    for (let from = 0; from < snapshot.periods; from++) {
      for (let to = from; to < snapshot.periods; to++) {
        const time = capacitySeconds.slice(from, to + 1).reduce((sum, seconds) => sum + seconds, 0);
        const work = snapshot.lines
          .filter((line) => line.releasePeriod >= from && line.duePeriod <= to)
          .reduce((sum, line) => sum + units(line, facilityId) * line.secondsPerUnit, 0);
        if (work > time) return false;
      }
    }
  }
  return true;
}

function expectSound(snapshot: BatchSnapshot, result: BatchResult): void {
  expect(fits(snapshot, unitsOf(result))).toBe(true);
  for (const share of result.shares) {
    const line = lineOf(snapshot, share.lineId);
    expect(share.units).toBeGreaterThan(0);
    expect(share.units % line.lotSize).toBe(0);
    expect(line.eligible.map((at) => snapshot.facilities[at]!.facilityId)).toContain(share.facilityId);
  }
  for (const { lineId, placed, unplaced } of result.lines) {
    const shares = result.shares.filter((share) => share.lineId === lineId);
    expect(shares.reduce((sum, share) => sum + share.units, 0)).toBe(placed);
    expect(placed + unplaced).toBe(lineOf(snapshot, lineId).quantity);
    expect(unplaced).toBeGreaterThanOrEqual(0);
  }
  expect(result.placed).toBe(result.shares.reduce((sum, share) => sum + share.units, 0));
  expect(result.placedSeconds).toBeLessThanOrEqual(result.proof.placedSecondsAtMost);
}

interface Arc {
  to: number;
  room: number;
  cost: number;
  back: Arc;
}

/**
 * Independent answer for units of one second: cheapest maximum flow, one unit at a time along the cheapest path
 * (Bellman–Ford); line → (facility, period) → facility → one arc per unit.
 */
function cheapestFlow(snapshot: BatchSnapshot): { placed: number; cost: number } {
  const { periods, facilities, lines } = snapshot;
  const nodes: Arc[][] = Array.from({ length: 2 + lines.length + facilities.length * (periods + 1) }, () => []);
  const link = (from: number, to: number, room: number, cost: number): void => {
    const arc = { to, room, cost } as Arc;
    const back: Arc = { to: from, room: 0, cost: -cost, back: arc };
    arc.back = back;
    nodes[from]!.push(arc);
    nodes[to]!.push(back);
  };
  const slot = (j: number, period: number): number => 2 + lines.length + j * (periods + 1) + period;
  facilities.forEach(({ weight, balance, capacitySeconds }, j) => {
    capacitySeconds.forEach((room, period) => link(slot(j, period), slot(j, periods), room, 0));
    const most = capacitySeconds.reduce((sum, seconds) => sum + seconds, 0);
    const measure = lines[0]!.measurePerUnit;
    const lean = LEAN[snapshot.rule] * measure ** 2;
    const total = (units: number): number =>
      (SCALE / weight) * ((balance + units * measure) ** 2 - balance ** 2 + lean * units);
    for (let unit = 1; unit <= most; unit++) link(slot(j, periods), 1, 1, total(unit) - total(unit - 1));
  });
  lines.forEach((line, i) => {
    link(0, 2 + i, line.quantity, 0);
    for (const j of line.eligible) {
      for (let period = line.releasePeriod; period <= line.duePeriod; period++) link(2 + i, slot(j, period), 99, 0);
    }
  });
  let placed = 0;
  let cost = 0;
  for (;;) {
    const distance = new Float64Array(nodes.length).fill(Infinity);
    const by: (Arc | undefined)[] = [];
    distance[0] = 0;
    for (let hasChanged = true; hasChanged;) {
      hasChanged = false;
      nodes.forEach((arcs, node) => {
        for (const arc of arcs) {
          if (arc.room === 0 || distance[node]! + arc.cost >= distance[arc.to]!) continue;
          distance[arc.to] = distance[node]! + arc.cost;
          by[arc.to] = arc;
          hasChanged = true;
        }
      });
    }
    if (distance[1] === Infinity) return { placed, cost };
    for (let arc = by[1]; arc !== undefined; arc = by[arc.back.to]) {
      arc.room--;
      arc.back.room++;
    }
    placed++;
    cost += distance[1]!;
  }
}

/**
 * Pairs (from, to) of facilities such that one unit could be moved from the first to the second, through any chain of
 * lines, and would weigh less there; for one-second units, one release. '-' stands for what is not placed.
 */
function improvingMoves(snapshot: BatchSnapshot, result: BatchResult): [string, string][] {
  const units = unitsOf(result);
  const { facilities, lines, periods } = snapshot;
  const idOf = (j: number): string => facilities[j]!.facilityId;
  const inUse = (j: number, period: number): number =>
    lines.reduce((sum, line) => sum + (line.duePeriod <= period ? units(line, idOf(j)) : 0), 0);
  const spare = facilities.map(({ capacitySeconds }, j) =>
    capacitySeconds.map((_, period) => {
      return capacitySeconds.slice(0, period + 1).reduce((sum, time) => sum + time, 0) - inUse(j, period);
    }),
  );
  const load = (j: number, more: number): number => {
    const { weight, balance } = facilities[j]!;
    return (2 * (balance + inUse(j, periods - 1)) + more) / weight;
  };
  const found: [string, string][] = [];
  const search = (start: number, firstLines: readonly number[]): void => {
    // States: a unit of line i looks for a place; it may take the place of a unit due no later, or no earlier where
    // there is spare time in between.
    const seen = new Set(firstLines);
    for (const i of seen) {
      for (const j of lines[i]!.eligible) {
        const due = lines[i]!.duePeriod;
        const hasTime = (until: number): boolean => spare[j]!.slice(due, until).every((time) => time > 0);
        if (j !== start && hasTime(periods) && (start < 0 || load(j, 1) < load(start, -1))) {
          found.push([start < 0 ? '-' : idOf(start), idOf(j)]);
        }
        lines.forEach((other, k) => {
          if (units(other, idOf(j)) > 0 && (other.duePeriod <= due || hasTime(other.duePeriod))) seen.add(k);
        });
      }
    }
  };
  facilities.forEach((_, j) =>
    search(
      j,
      [...lines.keys()].filter((i) => units(lines[i]!, idOf(j)) > 0),
    ),
  );
  search(
    -1,
    [...lines.keys()].filter((i) => result.lines.find((line) => line.lineId === lines[i]!.lineId)!.unplaced > 0),
  );
  return found;
}

/** Every plan in whole lots: most seconds placed, and the least objective for every number of seconds placed. */
function everyPlan(snapshot: BatchSnapshot): { most: number; minAt: Map<number, number> } {
  const cells = snapshot.lines.flatMap((line) =>
    line.eligible.map((at) => ({ line, facility: snapshot.facilities[at]! })),
  );
  const units = new Map<string, number>();
  const left = new Map(snapshot.lines.map((line) => [line.lineId, line.quantity]));
  const minAt = new Map<number, number>();
  let most = 0;
  const of = (line: BatchLine, facilityId: string): number => units.get(`${line.lineId} ${facilityId}`) ?? 0;
  const walk = (k: number, seconds: number): void => {
    if (!fits(snapshot, of)) return;
    if (k === cells.length) {
      most = Math.max(most, seconds);
      minAt.set(seconds, Math.min(minAt.get(seconds) ?? Infinity, objectiveOf(snapshot, of)));
      return;
    }
    const { line, facility } = cells[k]!;
    const room = left.get(line.lineId)!;
    for (let count = 0; count <= room; count += line.lotSize) {
      units.set(`${line.lineId} ${facility.facilityId}`, count);
      left.set(line.lineId, room - count);
      walk(k + 1, seconds + count * line.secondsPerUnit);
    }
    units.set(`${line.lineId} ${facility.facilityId}`, 0);
    left.set(line.lineId, room);
  };
  walk(0, 0);
  return { most, minAt };
}

describe('planBatch', () => {
  it('places the most and levels it best: equals the cheapest maximum flow', () => {
    assertProperty(
      fc.property(batches({ rules: ['WEBSTER', 'JEFFERSON', 'ADAMS'] }), (snapshot) => {
        const result = planBatch(snapshot);
        expectSound(snapshot, result);
        const { placed, cost } = cheapestFlow(snapshot);
        expect(result.placed).toBe(placed);
        expect(objectiveOf(snapshot, unitsOf(result))).toBe(cost);
        expect(result.proof).toEqual({ status: 'OPTIMAL', placedSecondsAtMost: placed, gap: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('equals the cheapest maximum flow when facilities, lines and levels are many', () => {
    const large = batches({ facilities: 12, lines: 12, periods: 4, most: 6 });
    assertProperty(
      fc.property(large, (snapshot) => {
        const result = planBatch(snapshot);
        expectSound(snapshot, result);
        const { placed, cost } = cheapestFlow(snapshot);
        expect(result.placed).toBe(placed);
        expect(objectiveOf(snapshot, unitsOf(result))).toBe(cost);
      }),
      { numRuns: 40 },
    );
  });

  it('equals every plan tried, when units take several seconds and one release is common', () => {
    const tiny = { facilities: 3, lines: 2, periods: 2, most: 4, hasReleases: false };
    assertProperty(
      fc.property(batches({ ...tiny, seconds: [2], measures: [3] }), (snapshot) => {
        const result = planBatch(snapshot);
        expectSound(snapshot, result);
        const { most, minAt } = everyPlan(snapshot);
        expect(result.placedSeconds).toBe(most);
        expect(objectiveOf(snapshot, unitsOf(result))).toBe(minAt.get(most));
        expect(result.proof.status).toBe('OPTIMAL');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['units differ', { seconds: [1, 2, 3], measures: [1, 2, 5], lots: [1, 2] }],
    ['units differ in time only', { seconds: [2, 3], measures: [5] }],
    ['measure goes with time', { seconds: [2], measures: [2], lots: [1, 2, 3] }],
    ['a later release cuts units off', { seconds: [2], measures: [3] }],
  ])('never claims more than every plan tried shows, when %s', (_, units) => {
    const tiny = { facilities: 3, lines: 3, periods: 2, most: 4 };
    assertProperty(
      fc.property(batches({ ...tiny, ...units }), (snapshot) => {
        const result = planBatch(snapshot);
        expectSound(snapshot, result);
        const { most, minAt } = everyPlan(snapshot);
        expect(result.proof.placedSecondsAtMost).toBeGreaterThanOrEqual(most);
        const objective = objectiveOf(snapshot, unitsOf(result));
        const least = minAt.get(result.placedSeconds)!;
        expect(objective).toBeGreaterThanOrEqual(least);
        expect(result.proof.gap! * objective + 1e-6).toBeGreaterThanOrEqual(objective - least);
        if (result.proof.status === 'OPTIMAL') expect([result.placedSeconds, objective]).toEqual([most, least]);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on how the input is listed, and gives the same bytes again', () => {
    const shuffled = batches({ facilities: 8, lines: 8, seconds: [1, 2], measures: [1, 2] }).chain((snapshot) =>
      fc.record({
        snapshot: fc.constant(snapshot),
        order: fc.shuffledSubarray([...snapshot.facilities.keys()], { minLength: snapshot.facilities.length }),
        lines: fc.shuffledSubarray([...snapshot.lines], { minLength: snapshot.lines.length }),
      }),
    );
    assertProperty(
      fc.property(shuffled, ({ snapshot, order, lines }) => {
        const moved = {
          ...snapshot,
          facilities: order.map((at) => snapshot.facilities[at]!),
          lines: lines.map((line) => ({ ...line, eligible: line.eligible.map((at) => order.indexOf(at)) })),
        };
        const bytes = JSON.stringify(planBatch(snapshot));
        expect(JSON.stringify(planBatch(snapshot))).toBe(bytes);
        expect(JSON.stringify(planBatch(moved))).toBe(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no move, directly or through other lines, that would level the load more', () => {
    const wide = batches({ facilities: 30, lines: 20, periods: 4, most: 40, hasReleases: false });
    assertProperty(
      fc.property(wide, (snapshot) => {
        const result = planBatch(snapshot);
        expectSound(snapshot, result);
        expect(improvingMoves(snapshot, result)).toEqual([]);
        expect(result.groups.flatMap((group) => group.facilityIds).sort()).toEqual(
          snapshot.facilities.map((facility) => facility.facilityId).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('names the groups behind what is not placed: their lines have only these facilities, and those are full', () => {
    assertProperty(
      fc.property(batches({ facilities: 8, lines: 8, most: 6, hasReleases: false }), (snapshot) => {
        const result = planBatch(snapshot);
        expect(result.bottlenecks.reduce((sum, group) => sum + group.unplacedUnits, 0)).toBe(result.unplaced);
        const units = unitsOf(result);
        for (const { lineIds, facilities, unplacedUnits } of result.bottlenecks) {
          expect(unplacedUnits).toBeGreaterThan(0);
          const until = new Map(facilities.map((facility) => [facility.facilityId, facility.untilPeriod]));
          for (const line of lineIds.map((id) => lineOf(snapshot, id))) {
            for (const at of line.eligible) {
              expect(until.get(snapshot.facilities[at]!.facilityId)).toBeGreaterThanOrEqual(line.duePeriod);
            }
          }
          for (const { facilityId, untilPeriod } of facilities) {
            const { capacitySeconds } = snapshot.facilities.find((facility) => facility.facilityId === facilityId)!;
            const work = lineIds.reduce((sum, id) => sum + units(lineOf(snapshot, id), facilityId), 0);
            const due = Math.max(...lineIds.map((id) => lineOf(snapshot, id).duePeriod));
            const time = capacitySeconds.slice(0, Math.min(due, untilPeriod) + 1).reduce((sum, free) => sum + free, 0);
            expect(work).toBe(time);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('levels over all lines: what one line gives, another need not', () => {
    const facility = { weight: 10, balance: 0, capacitySeconds: [600] };
    const line = { lotSize: 1, secondsPerUnit: 10, measurePerUnit: 10, releasePeriod: 0, duePeriod: 0 };
    const result = planBatch({
      batchKey: 'week',
      periods: 1,
      rule: 'WEBSTER',
      measure: 'MINUTES',
      facilities: [
        { ...facility, facilityId: 'a' },
        { ...facility, facilityId: 'b' },
      ],
      lines: [
        { ...line, lineId: 'only-a', quantity: 20, eligible: [0] },
        { ...line, lineId: 'both', quantity: 30, eligible: [0, 1] },
      ],
    });
    expect(result.facilities.map(({ units, loadRatio }) => [units, loadRatio])).toEqual([
      [25, 25],
      [25, 25],
    ]);
    expect(result.shares).toEqual([
      { lineId: 'both', facilityId: 'a', units: 5 },
      { lineId: 'both', facilityId: 'b', units: 25 },
      { lineId: 'only-a', facilityId: 'a', units: 20 },
    ]);
  });

  it('ends when a facility is filled while others still send to it', () => {
    const facility = (facilityId: string, weight: number, balance: number, capacitySeconds: number[]) => ({
      facilityId,
      weight,
      balance,
      capacitySeconds,
    });
    const line = (lineId: string, quantity: number, duePeriod: number, eligible: number[]) => ({
      lineId,
      quantity,
      lotSize: 1,
      secondsPerUnit: 1,
      measurePerUnit: 1,
      releasePeriod: 0,
      duePeriod,
      eligible,
    });
    const result = planBatch({
      batchKey: 'w',
      periods: 2,
      rule: 'WEBSTER',
      measure: 'MINUTES',
      facilities: [
        facility('f0', 4, 20, [4, 3]),
        facility('f1', 1, 8, [3, 0]),
        facility('f2', 3, 0, [2, 3]),
        facility('f3', 3, 12, [2, 1]),
      ],
      lines: [
        line('l0', 0, 0, [1, 2]),
        line('l1', 2, 0, [1, 2]),
        line('l2', 4, 0, [1]),
        line('l3', 1, 0, []),
        line('l4', 4, 1, [2, 3]),
        line('l5', 6, 1, [0, 1]),
        line('l6', 4, 1, [0, 1, 3]),
        line('l7', 0, 0, [1, 3]),
      ],
    });
    expect([result.placed, result.unplaced]).toEqual([18, 3]);
  });

  it('plans nothing for no lines or no facilities', () => {
    const empty: BatchSnapshot = {
      batchKey: 'week',
      periods: 1,
      rule: 'WEBSTER',
      measure: 'YEN',
      facilities: [],
      lines: [],
    };
    expect(planBatch(empty)).toMatchObject({ placed: 0, unplaced: 0, proof: { status: 'OPTIMAL' } });
    const line = { lineId: 'l', quantity: 3, lotSize: 1, secondsPerUnit: 1, measurePerUnit: 1, eligible: [] };
    const alone = { ...empty, lines: [{ ...line, releasePeriod: 0, duePeriod: 0 }] };
    expect(planBatch(alone)).toMatchObject({
      unplaced: 3,
      bottlenecks: [{ unplacedUnits: 3, lineIds: ['l'], facilities: [] }],
    });
  });

  it('refuses what it cannot read, naming the field', () => {
    const [snapshot] = sampleOf(batches({ facilities: 2, lines: 2 }), 1);
    const line = { ...snapshot!.lines[0]!, duePeriod: 0, releasePeriod: 0 };
    const refused = (change: Partial<BatchSnapshot>): unknown => {
      try {
        return planBatch({ ...snapshot!, ...change });
      } catch (error) {
        return (error as { details: { field: string } }).details.field;
      }
    };
    expect(refused({ lines: [line, line] })).toBe('lineId');
    expect(refused({ lines: [{ ...line, eligible: [0, 0] }] })).toBe('eligible');
    expect(refused({ lines: [{ ...line, eligible: [99] }] })).toBe('eligible');
    expect(refused({ lines: [{ ...line, duePeriod: 99 }] })).toBe('duePeriod');
    expect(refused({ lines: [{ ...line, secondsPerUnit: 0.5 }] })).toBe('secondsPerUnit');
    expect(refused({ facilities: snapshot!.facilities.map((f) => ({ ...f, weight: 0 })) })).toBe('weight');
    expect(refused({ facilities: snapshot!.facilities.map((f) => ({ ...f, capacitySeconds: [] })) })).toBe(
      'capacitySeconds',
    );
  });
});

describe('whatIfBatch', () => {
  it('says what would change, and only that', () => {
    assertProperty(
      fc.property(batches({ facilities: 6, lines: 6 }), (snapshot) => {
        const before = planBatch(snapshot);
        expect(whatIfBatch(snapshot, before, {})).toMatchObject({ placedMore: 0, unplacedMore: 0, changed: [] });
        const more = snapshot.facilities.map((facility) => ({
          ...facility,
          capacitySeconds: facility.capacitySeconds.map((seconds) => seconds + 5),
        }));
        const trial = whatIfBatch(snapshot, before, { facilities: more });
        expect(trial.placedMore).toBeGreaterThanOrEqual(0);
        expect(trial.changed.reduce((sum, change) => sum + change.toUnits - change.fromUnits, 0)).toBe(
          trial.placedMore,
        );
        const without = whatIfBatch(snapshot, before, { withoutLineIds: ['l0'] });
        expect(without.after.lines.map((line) => line.lineId)).not.toContain('l0');
      }),
      { numRuns: 50 },
    );
  });
});
