import glpkLoader from 'glpk.js/node';
import highsLoader from 'highs';
import { CpModel, CpSolver } from 'or-tools-wasm/cp-sat';
import { solve as solveYalps } from 'yalps';
import { costOf, lotKey, type SplitCore } from '../../../libs/matching/split/core.js';
import type { Instance } from './instances.js';
import { processorTime } from './measure.js';

/** Seconds a peer may take before it counts as "> limit". */
export const PEER_SECONDS = 10;

export interface PeerAnswer {
  /** Null: timed out or gave up. */
  objective: number | null;
  milliseconds: number;
}

export interface Peer {
  name: string;
  /** Builds the model (free of charge) and answers what is then timed. */
  prepare(problem: Milp): () => Promise<PeerAnswer>;
}

/** min Σ cost·x + fixed: rows are sums of columns between two bounds. */
export interface Milp {
  columns: { name: string; cost: number; high: number; isInteger: boolean }[];
  rows: { name: string; terms: [column: number, factor: number][]; low: number; high: number }[];
}

/**
 * The exact model that solvers like best here: per facility a binary y, lots x with low·y ≤ x ≤ high·y, and a cost t
 * that lies above the chord of every two neighbouring lots, with the constant carried by y (perspective). `scale` divides
 * the costs, for solvers that reckon in floating point.
 */
export function toMilp({ core, lots, limit }: Instance, scale = 1): Milp {
  const columns: Milp['columns'] = [];
  const rows: Milp['rows'] = [];
  const total: [number, number][] = [];
  const places: [number, number][] = [];
  for (let i = 0; i < core.size; i++) {
    if (core.high[i]! < core.low[i]! || core.low[i]! > lots) continue;
    const high = Math.min(core.high[i]!, lots);
    const low = core.low[i]!;
    const x = columns.push({ name: `x${i}`, cost: 0, high, isInteger: true }) - 1;
    const y = columns.push({ name: `y${i}`, cost: 0, high: 1, isInteger: true }) - 1;
    rows.push({
      name: `l${i}`,
      terms: [
        [x, 1],
        [y, -low],
      ],
      low: 0,
      high: Infinity,
    });
    rows.push({
      name: `h${i}`,
      terms: [
        [x, 1],
        [y, -high],
      ],
      low: -Infinity,
      high: 0,
    });
    total.push([x, 1]);
    places.push([y, 1]);
    if (core.curve[i] === 0) {
      columns[x]!.cost = core.base[i]!;
      columns[y]!.cost = core.fixed[i]!;
    } else addChords({ core, row: i, low, high, x, y, scale }, columns, rows);
  }
  rows.push({ name: 'total', terms: total, low: lots, high: lots });
  if (limit < places.length) rows.push({ name: 'limit', terms: places, low: 0, high: limit });
  return { columns, rows };
}

interface Chords {
  core: SplitCore;
  row: number;
  low: number;
  high: number;
  x: number;
  y: number;
  scale: number;
}

function addChords(of: Chords, columns: Milp['columns'], rows: Milp['rows']): void {
  const { core, row, low, high, x, y, scale } = of;
  const most = Math.ceil(costOf(core, row, high) / scale) + 1;
  const t = columns.push({ name: `t${row}`, cost: 1, high: most, isInteger: false }) - 1;
  if (low === high) {
    rows.push({
      name: `c${row}`,
      terms: [
        [t, 1],
        [y, -costOf(core, row, high) / scale],
      ],
      low: 0,
      high: Infinity,
    });
  }
  for (let n = low; n < high; n++) {
    const slope = lotKey(core, row, n + 1);
    const constant = costOf(core, row, n) - slope * n;
    const terms: [number, number][] = [
      [t, 1],
      [x, -slope / scale],
    ];
    if (constant !== 0) terms.push([y, -constant / scale]);
    rows.push({ name: `c${row}_${n}`, terms, low: 0, high: Infinity });
  }
}

export async function loadPeers(): Promise<Record<'highs' | 'glpk' | 'yalps' | 'ortools', Peer>> {
  // Both packages declare their ES module as CommonJS; what is imported is the loader itself.
  const highs = await (highsLoader as unknown as typeof highsLoader.default)();
  const glpk = await glpkLoader();
  return {
    highs: {
      name: 'HiGHS',
      prepare(problem) {
        const model = toText(problem);
        return timed(async () => {
          const solved = highs.solve(model, { output_flag: false, time_limit: PEER_SECONDS, mip_rel_gap: 0 });
          return solved.Status === 'Optimal' ? solved.ObjectiveValue : null;
        });
      },
    },
    glpk: {
      name: 'GLPK',
      prepare({ columns, rows }) {
        const bound = (low: number, high: number): { type: number; lb: number; ub: number } => ({
          type:
            low === high
              ? glpk.GLP_FX
              : high === Infinity
                ? glpk.GLP_LO
                : low === -Infinity
                  ? glpk.GLP_UP
                  : glpk.GLP_DB,
          lb: Number.isFinite(low) ? low : 0,
          ub: Number.isFinite(high) ? high : 0,
        });
        const model = {
          name: 'split',
          objective: {
            direction: glpk.GLP_MIN,
            name: 'cost',
            vars: columns.map(({ name, cost }) => ({ name, coef: cost })),
          },
          subjectTo: rows.map(({ name, terms, low, high }) => ({
            name,
            vars: terms.map(([column, coef]) => ({ name: columns[column]!.name, coef })),
            bnds: bound(low, high),
          })),
          bounds: columns.map(({ name, high }) => ({ name, ...bound(0, high) })),
          generals: columns.filter((column) => column.isInteger).map((column) => column.name),
        };
        return timed(async () => {
          const { result } = glpk.solve(model, { msglev: glpk.GLP_MSG_OFF, tmlim: PEER_SECONDS, mipgap: 0 });
          return result.status === glpk.GLP_OPT ? result.z : null;
        });
      },
    },
    yalps: {
      name: 'YALPS',
      prepare({ columns, rows }) {
        const variables: Record<string, Record<string, number>> = {};
        for (const { name, cost } of columns) variables[name] = { cost, [`${name}_high`]: 1 };
        for (const row of rows)
          for (const [column, factor] of row.terms) variables[columns[column]!.name]![row.name] = factor;
        const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
        for (const { name, high } of columns) constraints[`${name}_high`] = { max: high };
        for (const { name, low, high } of rows) {
          constraints[name] =
            low === high
              ? { equal: low }
              : { ...(low > -Infinity && { min: low }), ...(high < Infinity && { max: high }) };
        }
        const integers = columns.filter((column) => column.isInteger).map((column) => column.name);
        return timed(async () => {
          const model = { direction: 'minimize' as const, objective: 'cost', constraints, variables, integers };
          const solved = solveYalps(model, { timeout: PEER_SECONDS * 1000, tolerance: 0, maxIterations: Infinity });
          return solved.status === 'optimal' ? solved.result : null;
        });
      },
    },
    ortools: {
      name: 'OR-Tools CP-SAT',
      prepare({ columns, rows }) {
        const model = new CpModel();
        const variables = columns.map(({ name, high }) => model.newIntVar(0, high, name));
        const sum = (terms: readonly (readonly [number, number])[]) =>
          terms
            .slice(1)
            .reduce(
              (all, [column, factor]) => all.plus(variables[column]!.times(factor)),
              variables[terms[0]![0]]!.times(terms[0]![1]),
            );
        for (const { terms, low, high } of rows)
          model.addLinearConstraint(sum(terms), Math.max(low, -1e15), Math.min(high, 1e15));
        model.minimize(
          sum(columns.map(({ cost }, column) => [column, cost] as const).filter(([, cost]) => cost !== 0)),
        );
        const solver = new CpSolver();
        return timed(async () => {
          const status = await solver.solve(model, { numSearchWorkers: 1, maxTimeInSeconds: PEER_SECONDS });
          return solver.statusName(status) === 'OPTIMAL' ? solver.objectiveValue() : null;
        });
      },
    },
  };
}

function timed(solve: () => Promise<number | null>): () => Promise<PeerAnswer> {
  return async () => {
    const start = processorTime();
    let objective: number | null = null;
    try {
      objective = await solve();
    } catch (error) {
      console.log(`  (a peer gave up: ${String(error).slice(0, 80)})`);
    }
    return { objective, milliseconds: processorTime() - start };
  };
}

function toText({ columns, rows }: Milp): string {
  const sum = (terms: readonly (readonly [number, number])[]): string =>
    terms.map(([column, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${columns[column]!.name}`).join(' ');
  const body = rows.map(({ name, terms, low, high }) =>
    low === high
      ? ` ${name}: ${sum(terms)} = ${low}`
      : high < Infinity
        ? ` ${name}: ${sum(terms)} <= ${high}`
        : ` ${name}: ${sum(terms)} >= ${low}`,
  );
  const bounds = columns.map(({ name, high }) => ` 0 <= ${name} <= ${high}`);
  const integers = columns.filter((column) => column.isInteger).map((column) => column.name);
  const objective = sum(columns.map(({ cost }, column) => [column, cost] as const).filter(([, cost]) => cost !== 0));
  return `Minimize\n obj: ${objective}\nSubject To\n${body.join('\n')}\nBounds\n${bounds.join('\n')}\nGeneral\n ${integers.join(' ')}\nEnd`;
}

/** The greedy that everybody writes first: a heap of next lots. Exact only without minimum lots, limits, fixed costs. */
export function heapGreedy({ core, lots }: Instance): Int32Array {
  const taken = new Int32Array(core.size);
  const rows: number[] = [];
  const keys: number[] = [];
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let child = 2 * at + 1;
      if (child >= rows.length) return;
      if (child + 1 < rows.length && keys[child + 1]! < keys[child]!) child++;
      if (keys[at]! <= keys[child]!) return;
      [keys[at], keys[child]] = [keys[child]!, keys[at]!];
      [rows[at], rows[child]] = [rows[child]!, rows[at]!];
      at = child;
    }
  };
  for (let i = 0; i < core.size; i++) {
    if (core.high[i]! < 1) continue;
    rows.push(i);
    keys.push(lotKey(core, i, 1));
  }
  for (let at = rows.length >> 1; at >= 0; at--) sink(at);
  for (let left = lots; left > 0 && rows.length > 0; left--) {
    const row = rows[0]!;
    const n = (taken[row]! += 1);
    if (n < core.high[row]!) keys[0] = lotKey(core, row, n + 1);
    else {
      const [lastRow, lastKey] = [rows.pop()!, keys.pop()!];
      if (rows.length > 0) [rows[0], keys[0]] = [lastRow, lastKey];
    }
    if (rows.length > 0) sink(0);
  }
  return taken;
}
