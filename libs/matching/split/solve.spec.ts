import fc from 'fast-check';
import highsLoader from 'highs';
import { assertProperty, LONG_SECONDS, sampleOf } from '../../../test/harness/property.js';
import { costOf, emptyCore, objectiveOf, type SplitCore } from './core.js';
import { gainAt, solveDual } from './dual.js';
import { solve } from './solve.js';
import { solveByTable } from './table-oracle.js';
import { certifyWater, waterFill } from './water-fill.js';

const property = { numRuns: 400 };
const control = { effortLimit: 1e8, isTimeUp: () => false };

interface Row {
  curve: number;
  base: number;
  fixed: number;
  low: number;
  high: number;
}

function toCore(rows: readonly Row[]): SplitCore {
  const core = emptyCore(rows.length);
  rows.forEach((row, i) => {
    for (const key of ['curve', 'base', 'fixed', 'low', 'high'] as const) core[key][i] = row[key];
  });
  return core;
}

const row = (most: number): fc.Arbitrary<Row> =>
  fc
    .record({
      curve: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 400 })),
      balance: fc.integer({ min: -3, max: 40 }),
      odd: fc.integer({ min: 0, max: 5 }),
      fixed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
      high: fc.integer({ min: 0, max: most }),
      low: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: most })),
    })
    .map(({ curve, balance, odd, fixed, high, low }) => ({ curve, base: balance * curve + odd, fixed, low, high }));

/** Rows of which some are identical, as facilities at the start of a year often are. */
const instance = (size: number, most: number) =>
  fc.record({
    rows: fc
      .array(fc.tuple(row(most), fc.boolean()), { minLength: 1, maxLength: size })
      .map((list) => list.map(([own, isTwin], i) => (isTwin && i > 0 ? list[i - 1]![0] : own))),
    lots: fc.integer({ min: 0, max: size * 6 }),
    limit: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: size })),
  });

function expectSound(core: SplitCore, lots: Int32Array, placed: number, limit: number): void {
  let sum = 0;
  let used = 0;
  for (let i = 0; i < core.size; i++) {
    const n = lots[i]!;
    sum += n;
    if (n === 0) continue;
    used++;
    expect(n).toBeGreaterThanOrEqual(core.low[i]!);
    expect(n).toBeLessThanOrEqual(core.high[i]!);
  }
  expect(sum).toBe(placed);
  expect(used).toBeLessThanOrEqual(limit);
}

describe('solve', () => {
  it('places as much as the table can and at the same cost, proven', () => {
    assertProperty(
      fc.property(instance(9, 16), ({ rows, lots, limit }) => {
        const core = toCore(rows);
        const answer = solve(core, lots, limit, control);
        const table = solveByTable(core, lots, limit);
        expectSound(core, answer.lots, answer.placed, limit);
        expect(answer.placed).toBe(table.placed);
        expect(objectiveOf(core, answer.lots)).toBe(objectiveOf(core, table.lots));
        expect(answer.status).toBe('OPTIMAL');
        expect(answer.isPlacedProven).toBe(true);
      }),
      property,
    );
  });

  it('does so with straight costs, too', () => {
    assertProperty(
      fc.property(instance(8, 14), ({ rows, lots, limit }) => {
        const core = toCore(rows.map((own) => ({ ...own, curve: 0, base: Math.abs(own.base) })));
        const answer = solve(core, lots, limit, control);
        const table = solveByTable(core, lots, limit);
        expectSound(core, answer.lots, answer.placed, limit);
        expect([answer.placed, objectiveOf(core, answer.lots)]).toEqual([table.placed, objectiveOf(core, table.lots)]);
      }),
      property,
    );
  });

  it('equals brute force over all splits', () => {
    assertProperty(
      fc.property(instance(4, 5), ({ rows, lots, limit }) => {
        const core = toCore(rows);
        const best = bruteForce(core, lots, limit);
        const answer = solve(core, lots, limit, control);
        expect([answer.placed, Number(objectiveOf(core, answer.lots))]).toEqual([best.placed, best.cost]);
      }),
      property,
    );
  });

  it('never claims more than it proved when the effort runs out', () => {
    assertProperty(
      fc.property(instance(9, 16), fc.integer({ min: 0, max: 60 }), ({ rows, lots, limit }, effortLimit) => {
        const core = toCore(rows);
        const answer = solve(core, lots, limit, { ...control, effortLimit });
        const table = solveByTable(core, lots, limit);
        expectSound(core, answer.lots, answer.placed, limit);
        expect(answer.placed).toBe(table.placed);
        const trueGap = Number(objectiveOf(core, answer.lots) - objectiveOf(core, table.lots));
        expect(trueGap).toBeGreaterThanOrEqual(0);
        expect(answer.gap).toBeGreaterThanOrEqual(trueGap);
        if (answer.status === 'OPTIMAL') expect(trueGap).toBe(0);
      }),
      property,
    );
  });

  it('has an objective that lies above the bound by exactly the regrets', () => {
    assertProperty(
      fc.property(instance(8, 12), ({ rows, lots, limit }) => {
        const core = toCore(rows);
        const { placed, lots: split } = solveByTable(core, lots, limit);
        const dual = solveDual(core, placed, Math.max(1, limit));
        let bound = dual.price * placed;
        let regret = 0;
        let used = 0;
        for (let i = 0; i < core.size; i++) {
          if (core.high[i]! < core.low[i]!) continue;
          const n = split[i]!;
          const best = Math.max(0, dual.pull[i]!);
          bound -= best;
          regret += n === 0 ? best : best - (gainAt(core, i, dual.price, n) - dual.placePrice);
          if (n > 0) used++;
        }
        const places = dual.placePrice > 0 ? Math.max(1, limit) : 0;
        if (dual.placePrice > 0) regret += dual.placePrice * (places - used);
        bound -= dual.placePrice * places;
        expect(regret).toBeGreaterThanOrEqual(0);
        expect(Number(objectiveOf(core, split)) - bound).toBeCloseTo(regret, 3);
      }),
      property,
    );
  });

  it('never gets worse at the same total when a bound or the limit is loosened', () => {
    assertProperty(
      fc.property(instance(8, 12), fc.nat(7), fc.constantFrom('high', 'low', 'limit'), (given, at, kind) => {
        const { rows, lots, limit } = given;
        const core = toCore(rows);
        const before = solve(core, lots, limit, control);
        const i = at % rows.length;
        const looser = toCore(rows);
        if (kind === 'high') looser.high[i]! += 2;
        if (kind === 'low') looser.low[i] = Math.max(1, looser.low[i]! - 2);
        const after = solve(looser, before.placed, kind === 'limit' ? limit + 1 : limit, control);
        expect(after.placed).toBe(before.placed);
        expect(objectiveOf(looser, after.lots) <= objectiveOf(core, before.lots)).toBe(true);
      }),
      property,
    );
  });

  it('spreads identical facilities that take part to within one lot', () => {
    assertProperty(
      fc.property(row(16), fc.integer({ min: 2, max: 9 }), fc.nat(60), (own, size, lots) => {
        const core = toCore(Array.from({ length: size }, () => own));
        const taken = [...solve(core, lots, Infinity, control).lots].filter((n) => n > 0);
        if (taken.length > 0) expect(Math.max(...taken) - Math.min(...taken)).toBeLessThanOrEqual(1);
      }),
      property,
    );
  });

  it('agrees with HiGHS on small instances', async () => {
    // The package declares its ES module as CommonJS; what is imported is the loader itself.
    const highs = await (highsLoader as unknown as typeof highsLoader.default)();
    const cases = sampleOf(instance(12, 9), LONG_SECONDS === null ? 12 : 400);
    for (const { rows, lots, limit } of cases) {
      const core = toCore(rows);
      const answer = solve(core, lots, limit, control);
      const model = toMilp(core, answer.placed, limit);
      const solved = highs.solve(model, { output_flag: false, mip_rel_gap: 0 });
      expect(solved.Status).toBe('Optimal');
      expect(Math.round(solved.ObjectiveValue)).toBe(Number(objectiveOf(core, answer.lots)));
    }
  }, 600_000);
});

describe('waterFill', () => {
  it('is certified: no lot taken is dearer than one left, ties to earlier rows', () => {
    assertProperty(
      fc.property(instance(12, 30), ({ rows, lots }) => {
        const core = toCore(rows.map((own) => ({ ...own, low: 1, fixed: 0 })));
        const placed = Math.min(
          lots,
          core.high.reduce((sum, high) => sum + high, 0),
        );
        const water = waterFill(core, placed);
        expectSound(core, water.lots, placed, Infinity);
        expect(certifyWater(core, water.lots)).toBe(true);
        expect(objectiveOf(core, water.lots)).toBe(objectiveOf(core, solveByTable(core, placed, Infinity).lots));
      }),
      property,
    );
  });

  it('never lowers a share when more is asked', () => {
    assertProperty(
      fc.property(instance(12, 30), ({ rows, lots }) => {
        const core = toCore(rows.map((own) => ({ ...own, low: 1, fixed: 0 })));
        const most = core.high.reduce((sum, high) => sum + high, 0);
        const before = waterFill(core, Math.min(lots, most)).lots;
        const after = waterFill(core, Math.min(lots + 1, most)).lots;
        before.forEach((n, i) => expect(after[i]).toBeGreaterThanOrEqual(n));
      }),
      property,
    );
  });
});

function bruteForce(core: SplitCore, lots: number, limit: number): { placed: number; cost: number } {
  let best = { placed: 0, cost: 0 };
  const visit = (i: number, placed: number, used: number, cost: number): void => {
    if (placed > lots || used > limit) return;
    if (i === core.size) {
      if (placed > best.placed || (placed === best.placed && cost < best.cost)) best = { placed, cost };
      return;
    }
    visit(i + 1, placed, used, cost);
    for (let n = core.low[i]!; n <= core.high[i]!; n++) visit(i + 1, placed + n, used + 1, cost + costOf(core, i, n));
  };
  visit(0, 0, 0, 0);
  return best;
}

/** Every number of lots of every row as one binary: the exact formulation for small instances. */
function toMilp(core: SplitCore, lots: number, limit: number): string {
  const terms: string[] = [];
  const total: string[] = [];
  const used: string[] = [];
  const each: string[] = [];
  for (let i = 0; i < core.size; i++) {
    const own: string[] = [];
    for (let n = core.low[i]!; n <= core.high[i]!; n++) {
      const name = `x${i}_${n}`;
      terms.push(`${costOf(core, i, n)} ${name}`);
      total.push(`${n} ${name}`);
      used.push(name);
      own.push(name);
    }
    if (own.length > 0) each.push(`c${i}: ${own.join(' + ')} <= 1`);
  }
  if (used.length === 0) return 'Minimize\n obj: 0 z\nSubject To\n c: z = 0\nEnd';
  const sums = [`total: ${total.join(' + ')} = ${lots}`, ...each];
  if (limit < Infinity) sums.push(`limit: ${used.join(' + ')} <= ${limit}`);
  const objective = terms.join(' + ').replaceAll('+ -', '- ');
  return `Minimize\n obj: ${objective}\nSubject To\n ${sums.join('\n ')}\nBinary\n ${used.join(' ')}\nEnd`;
}
