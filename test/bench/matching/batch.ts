import { planBatch, type BatchResult } from '../../../libs/matching/index.js';
import { makeBatch, type BatchFamily } from './batch-families.js';
import { costOfPlan, highsLp, orTools, unitNetwork, type PeerAnswer } from './batch-peers.js';

export interface BatchRow {
  family: string;
  engine: string;
  /** Median over instances and repetitions, and the fastest. */
  medianMs: number;
  minMs: number;
  /** How many answers counted (equal objective); the median is a lower bound when some timed out. */
  answers: number;
  hasTimedOut: boolean;
  note: string;
}

const WEEK = { lines: 200, facilities: 2_000, periods: 4 };

/** The three densities of the goal at both loads, then what is beside it. */
const FAMILIES: readonly BatchFamily[] = [
  { ...WEEK, name: 'week-2%-0.5', density: 0.02, load: 0.5 },
  { ...WEEK, name: 'week-2%-0.7', density: 0.02, load: 0.7 },
  { ...WEEK, name: 'week-10%-0.5', density: 0.1, load: 0.5 },
  { ...WEEK, name: 'week-10%-0.7', density: 0.1, load: 0.7 },
  { ...WEEK, name: 'week-30%-0.5', density: 0.3, load: 0.5 },
  { ...WEEK, name: 'week-30%-0.7', density: 0.3, load: 0.7 },
  { name: 'small-20x150-20%', lines: 20, facilities: 150, periods: 4, density: 0.2, load: 0.7 },
  { ...WEEK, name: 'releases-10%-0.7', density: 0.1, load: 0.7, hasReleases: true, secondsPerUnit: [1] },
  { ...WEEK, name: 'mixed-10%-0.6', density: 0.1, load: 0.6, secondsPerUnit: [60, 90, 120, 200] },
];

interface BatchBenchOptions {
  seeds: readonly number[];
  repetitions: number;
  /** Our plan is also repeated between the peers, which are much slower. */
  peerRepetitions: number;
  peerSeconds: number;
  now: () => number;
}

interface Timed {
  engine: string;
  repetitions: number;
  run: () => Promise<{ milliseconds: number; answer: PeerAnswer | null; note: string }>;
}

/** Every family against its peers, interleaved in this process after a warm-up; rows in the order of `FAMILIES`. */
export async function benchBatch(
  options: BatchBenchOptions,
  families: readonly BatchFamily[] = FAMILIES,
): Promise<BatchRow[]> {
  const rows: BatchRow[] = [];
  for (const family of families) rows.push(...(await benchFamily(family, options)));
  return rows;
}

async function benchFamily(family: BatchFamily, options: BatchBenchOptions): Promise<BatchRow[]> {
  const times = new Map<string, { all: number[]; answers: number; hasTimedOut: boolean; note: string }>();
  for (const seed of options.seeds) {
    const engines = await enginesFor(family, seed, options);
    for (const engine of engines) if (engine.engine === 'yui') for (let k = 0; k < 6; k++) await engine.run();
    let expected: PeerAnswer | null = null;
    for (let turn = 0; turn < options.repetitions; turn++) {
      for (const { engine, repetitions, run } of engines) {
        if (turn >= repetitions) continue;
        const { milliseconds, answer, note } = await run();
        const entry = times.get(engine) ?? { all: [], answers: 0, hasTimedOut: false, note };
        times.set(engine, entry);
        entry.all.push(milliseconds);
        if (answer === null) {
          entry.hasTimedOut = true;
          continue;
        }
        expected ??= answer;
        if (answer.placed !== expected.placed || answer.cost !== expected.cost) {
          throw new Error(`${family.name}/${seed}: ${engine} found ${JSON.stringify([answer, expected])}`);
        }
        entry.answers++;
        entry.note = note;
      }
    }
  }
  return [...times].map(([engine, { all, answers, hasTimedOut, note }]) => {
    const sorted = all.sort((a, b) => a - b);
    return {
      family: family.name,
      engine,
      medianMs: sorted[Math.floor(sorted.length / 2)]!,
      minMs: sorted[0]!,
      answers,
      hasTimedOut,
      note,
    };
  });
}

async function enginesFor(family: BatchFamily, seed: number, options: BatchBenchOptions): Promise<Timed[]> {
  const { now, repetitions, peerRepetitions, peerSeconds } = options;
  const snapshot = makeBatch(family, seed);
  const isSimple = !family.hasReleases && family.secondsPerUnit === undefined;
  const timed = async <T>(work: () => T | Promise<T>): Promise<[number, T]> => {
    const start = now();
    const answer = await work();
    return [now() - start, answer];
  };
  const engines: Timed[] = [
    {
      engine: 'yui',
      repetitions,
      run: async () => {
        const [milliseconds, result] = await timed(() => planBatch(snapshot));
        const cost = isSimple ? costOfPlan(snapshot, result) : Number(result.objective);
        return { milliseconds, answer: { placed: result.placed, cost }, note: noteOf(result) };
      },
    },
  ];
  if (!isSimple) return engines;
  const net = unitNetwork(snapshot);
  const flow = orTools(net);
  engines.push({
    engine: 'or-tools',
    repetitions: peerRepetitions,
    run: async () => {
      const [milliseconds, answer] = await timed(flow);
      return { milliseconds, answer, note: 'exact: cheapest maximum flow' };
    },
  });
  if (family.facilities > 500) return engines;
  const program = await highsLp(net, peerSeconds);
  engines.push({
    engine: 'highs',
    repetitions: peerRepetitions,
    run: async () => {
      const [milliseconds, answer] = await timed(program);
      return { milliseconds, answer, note: 'exact: linear program' };
    },
  });
  return engines;
}

function noteOf({ proof, unplaced, placedSeconds, shares }: BatchResult): string {
  const short = 1 - placedSeconds / Math.max(1, proof.placedSecondsAtMost);
  const gaps =
    proof.status === 'OPTIMAL' ? '' : `, gap ${proof.gap?.toExponential(1)}, short ${short.toExponential(1)}`;
  return `${proof.status}${gaps}, ${unplaced} unplaced, ${shares.length} shares`;
}
