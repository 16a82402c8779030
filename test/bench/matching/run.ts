import { cpus, loadavg } from 'node:os';
import { split, whatIf, type SplitSnapshot } from '../../../libs/matching/index.js';
import { objectiveOf } from '../../../libs/matching/split/core.js';
import type { Solution } from '../../../libs/matching/split/solution.js';
import { solve } from '../../../libs/matching/split/solve.js';
import { waterFill } from '../../../libs/matching/split/water-fill.js';
import { SEED } from './batch-families.js';
import { benchBatch, type BatchRow } from './batch.js';
import { makeInstance, type Family, type Instance, type Shape } from './instances.js';
import { exponentOf, judge, printGoals, processorTime, seriesOf, shown, timeInTurns, timeOf } from './measure.js';
import { heapGreedy, loadPeers, PEER_SECONDS, toMilp, type Peer } from './peers.js';

/**
 * The split against other exact ways, interleaved in one process after a warm-up. Peers get their model built for free
 * and must reach the same objective to count. All times are processor time of this process, so that other work on the
 * machine does not count; only the peers' time limit is by the clock. `npm run bench:matching`; QUICK=1 for a short look,
 * ONLY=hard,trials for some parts (plain, lots, price, hard, trials, batch).
 */
const isQuick = process.env.QUICK !== undefined;
const SEEDS = isQuick ? 2 : 3;
const control = { effortLimit: 18_000_000, isTimeUp: () => false };
const LOTS = [1, 10, 20, 50, 100];
const FILLS = [0.01, 0.03, 0.1, 0.4];
const LIMITS = [null, 0.02, 0.05];

const FEWEST_RUNS = 3;
const MAX_RUNS = 12;
const ENOUGH_MS = 40;

/**
 * Best of three, of more when they are short: caches, the garbage collector and threads that peers left behind only ever add
 * time, and a server has split before.
 */
function ours(instance: Instance): { answer: Solution; time: number } {
  const once = () => timeOf(() => solve(instance.core, instance.lots, instance.limit, control));
  let best = once();
  let spent = best.time;
  for (let runs = 1; runs < FEWEST_RUNS || (runs < MAX_RUNS && spent < ENOUGH_MS); runs++) {
    const run = once();
    spent += run.time;
    if (run.time < best.time) best = run;
  }
  return best;
}

function warmUp(): void {
  for (const size of [200, 2_000, 20_000]) {
    for (const family of ['plain', 'lots', 'price'] as const) {
      for (const limit of [null, 0.05]) {
        for (let seed = 90; seed < 94; seed++) ours(makeInstance({ family, size, lot: 10, fill: 0.1, limit }, seed));
      }
    }
  }
}

interface Race {
  ratios: Map<string, number[]>;
}

/** One instance through every peer, in turn with ours; prints how often ours is faster. */
async function race(shape: Shape, seed: number, peers: readonly Peer[], into: Race): Promise<void> {
  const instance = makeInstance(shape, seed);
  const mine = ours(instance);
  const objective = Number(objectiveOf(instance.core, mine.answer.lots));
  const placed = { ...instance, lots: mine.answer.placed };
  const largest = instance.core.curve.reduce((most, curve, i) => Math.max(most, curve * instance.core.high[i]! * 2), 1);
  for (const peer of peers) {
    const scale = shape.family === 'price' || peer.name.startsWith('OR-Tools') ? 1 : largest / 1e4;
    const run = peer.prepare(toMilp(placed, scale));
    const answer = await run();
    const isEqual =
      answer.objective !== null && Math.abs(answer.objective * scale - objective) <= 1e-6 * Math.abs(objective) + 1;
    const ratio = answer.milliseconds / mine.time;
    const label =
      answer.objective === null ? `> ${PEER_SECONDS} s` : isEqual ? shown(answer.milliseconds) : 'other objective';
    if (isEqual || answer.objective === null)
      into.ratios.set(peer.name, [...(into.ratios.get(peer.name) ?? []), ratio]);
    console.log(
      `  ${describe(shape)} seed ${seed}: ours ${shown(mine.time)} ms (${mine.answer.status}), ${peer.name} ${label}`,
    );
  }
}

const describe = ({ family, size, lot, fill, limit }: Shape): string =>
  `${family} N=${size} lot ${lot} fill ${fill} limit ${limit === null ? 'none' : `${limit * 100} %`}`;

function medianRatio(into: Race, name: string): number {
  return seriesOf(into.ratios.get(name) ?? []).median;
}

/**
 * Both sides get the same: curve, base and ceiling of every row in arrays, already there; both answer the lots of every
 * row (ours also who wins ties, and the level). All instances take turns, so that no side can learn the branches of one of them
 * by heart, and of every instance the best round counts, on both sides.
 */
function plainRounds(size: number, rounds: number, isWithHeap: boolean): { own: number[]; heap: number[] } {
  const seeds = size > 100_000 ? 1 : SEEDS;
  const instances = FILLS.flatMap((fill) =>
    Array.from({ length: seeds }, (_, seed) =>
      makeInstance({ family: 'plain', size, lot: 1, fill, limit: null }, seed),
    ),
  );
  const turns = size <= 10_000 ? Math.ceil(30_000 / size) : 1;
  const own = instances.map(() => Infinity);
  const heap = instances.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    const times = timeInTurns(instances, turns, ({ core, lots: wanted }) => waterFill(core, wanted));
    times.forEach((time, i) => (own[i] = Math.min(own[i]!, time)));
    if (!isWithHeap || round >= HEAP_ROUNDS) continue;
    timeInTurns(instances, 1, heapGreedy).forEach((time, i) => (heap[i] = Math.min(heap[i]!, time)));
  }
  if (isWithHeap) {
    for (const instance of instances) {
      const { lots: taken } = waterFill(instance.core, instance.lots);
      if (objectiveOf(instance.core, heapGreedy(instance)) !== objectiveOf(instance.core, taken)) {
        throw new Error('The heap greedy and the engine must have the same objective');
      }
    }
  }
  return { own, heap };
}

const HEAP_ROUNDS = 5;

async function plain(peers: Record<string, Peer>): Promise<void> {
  console.log('\nNo lots: time of the split alone (ms), heap greedy beside it');
  const points: { size: number; time: number }[] = [];
  let ratios: number[] = [];
  for (const size of isQuick ? [1_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000]) {
    const { own, heap } = plainRounds(size, size <= 10_000 ? 20 : 7, size <= 10_000);
    const series = seriesOf(own);
    points.push({ size, time: series.median });
    const beside = size <= 10_000 ? `; heap greedy ${shown(seriesOf(heap).median)}` : '';
    console.log(`  N=${size}: median ${shown(series.median)}, worst ${shown(series.worst)}${beside}`);
    if (size === 1_000) {
      ratios = heap.map((time, i) => time / own[i]!);
      FILLS.forEach((fill, k) => {
        const part = ratios.slice((k * ratios.length) / FILLS.length, ((k + 1) * ratios.length) / FILLS.length);
        console.log(`    fill ${fill}: heap greedy ÷ ours ${shown(seriesOf(part).median)}`);
      });
    }
    if (size === 100_000) judge('no lots, 100k facilities, median ms', series.median, 5, true);
  }
  judge('no lots, growth exponent', exponentOf(points), 1.1, true);
  const solvers: Race = { ratios: new Map() };
  const shape: Shape = { family: 'plain', size: 1_000, lot: 10, fill: 0.03, limit: null };
  await race(shape, 1, [peers.highs!, peers.ortools!], solvers);
  judge(
    'no lots, 1k, best solver ÷ ours',
    Math.min(
      ...['HiGHS', 'OR-Tools CP-SAT'].map((name) => medianRatio(solvers, name)).filter((ratio) => !Number.isNaN(ratio)),
    ),
    1_000,
    false,
  );
  judge('no lots, 1k, heap greedy ÷ ours (also exact), median', seriesOf(ratios).median, 1_000, false);
}

async function lots(peers: Record<string, Peer>): Promise<void> {
  console.log('\nLots and limits (ms)');
  const points: { size: number; time: number }[] = [];
  let proven = 0;
  let count = 0;
  for (const size of isQuick ? [1_000, 100_000] : [1_000, 10_000, 100_000]) {
    const times: number[] = [];
    for (const lot of LOTS) {
      for (const fill of FILLS) {
        for (const limit of LIMITS) {
          for (let seed = 0; seed < (size === 100_000 ? 1 : SEEDS); seed++) {
            const run = ours(makeInstance({ family: 'lots', size, lot, fill, limit }, seed));
            times.push(run.time);
            count++;
            if (run.answer.status === 'OPTIMAL' && run.answer.isPlacedProven) proven++;
          }
        }
      }
    }
    const own = seriesOf(times);
    points.push({ size, time: own.median });
    console.log(
      `  N=${size}: median ${shown(own.median)}, p95 ${shown(own.p95)}, worst ${shown(own.worst)} of ${times.length}`,
    );
    if (size < 100_000) continue;
    judge('lots and limits, 100k facilities, median ms', own.median, 50, true);
    judge('lots and limits, 100k facilities, p95 ms', own.p95, 150, true);
  }
  console.log(`  proven ${proven} of ${count}, growth exponent ${exponentOf(points).toFixed(2)}`);
  const into: Race = { ratios: new Map() };
  for (const [lot, fill, limit] of [
    [10, 0.1, null],
    [20, 0.03, 0.05],
    [50, 0.1, null],
    [10, 0.03, 0.05],
  ] as const) {
    for (let seed = 0; seed < (isQuick ? 1 : 2); seed++) {
      await race(
        { family: 'lots', size: 200, lot, fill, limit },
        seed,
        [peers.highs!, peers.ortools!, peers.glpk!],
        into,
      );
    }
  }
  judge('lots and limits, 200 facilities, HiGHS ÷ ours', medianRatio(into, 'HiGHS'), 1_000, false);
}

async function price(peers: Record<string, Peer>): Promise<void> {
  console.log('\nPrice + fixed cost + lots, cheapest (ms)');
  for (const size of [30, 100, 1_000]) {
    const into: Race = { ratios: new Map() };
    const contenders = size <= 100 ? Object.values(peers) : [peers.highs!, peers.glpk!, peers.ortools!];
    for (const fill of isQuick ? [0.1] : [0.03, 0.1, 0.4]) {
      for (let seed = 0; seed < (isQuick ? 1 : 3); seed++) {
        await race({ family: 'price', size, lot: 10, fill, limit: null }, seed, contenders, into);
      }
    }
    const medians = contenders.map((peer) => medianRatio(into, peer.name)).filter((ratio) => !Number.isNaN(ratio));
    const goal = size <= 100 ? 1 : 10;
    judge(`price + fixed cost, N=${size}, best peer ÷ ours, median`, Math.min(...medians), goal, false);
    judge(
      `price + fixed cost, N=${size}, best peer ÷ ours, worst`,
      Math.min(...[...into.ratios.values()].flat()),
      goal,
      false,
    );
  }
}

function hard(): void {
  console.log('\nHard families up to 1,000 facilities (ms)');
  const families: Family[] = ['all-or-nothing', 'near-identical', 'two classes', 'weight ∝ minimum'];
  let worst = 0;
  let worstGap = 0;
  for (const family of families) {
    for (const size of isQuick ? [1_000] : [200, 1_000]) {
      const times: number[] = [];
      let proven = 0;
      let gap = 0;
      for (const lot of [1, 10]) {
        for (const fill of FILLS) {
          for (const limit of LIMITS) {
            for (let seed = 0; seed < (isQuick ? 1 : 3); seed++) {
              const instance = makeInstance({ family, size, lot, fill, limit }, seed);
              const { answer, time } = timeOf(() => solve(instance.core, instance.lots, instance.limit, control));
              times.push(time);
              if (answer.status === 'OPTIMAL' && answer.isPlacedProven) proven++;
              else gap = Math.max(gap, answer.gap / Math.max(1, Number(objectiveOf(instance.core, answer.lots))));
            }
          }
        }
      }
      const own = seriesOf(times);
      worst = Math.max(worst, own.worst);
      worstGap = Math.max(worstGap, gap);
      console.log(
        `  ${family} N=${size}: median ${shown(own.median)}, worst ${shown(own.worst)}, proven ${proven} of ${times.length}, worst gap ${gap.toExponential(1)}`,
      );
    }
  }
  judge('hard families, worst time ms', worst, 1_000, true);
  judge('hard families, worst certified gap', worstGap, 1e-4, true);
}

function trials(): void {
  console.log('\nWhat-if at 500 facilities, with reasons and hash (ms)');
  const times: number[] = [];
  const instance = makeInstance({ family: 'lots', size: 500, lot: 1, fill: 0.1, limit: null }, 1);
  for (const lotSize of [1, 10, 50]) {
    const snapshot: SplitSnapshot = {
      orderKey: 'bench',
      quantity: Math.floor(instance.core.high.reduce((sum, high) => sum + high, 0) * 0.1),
      lotSize,
      maxFacilities: null,
      rule: 'WEBSTER',
      measure: 'YEN',
      candidates: Array.from(instance.core.high, (capacityUnits, i) => ({
        facilityId: `facility-${i}`,
        capacityUnits,
        minimumLot: instance.core.low[i]!,
        weight: 10 + (i % 31),
        balance: (i * 7919) % 50_000,
        measurePerUnit: 15,
      })),
    };
    const before = split(snapshot);
    for (let k = 0; k < 120; k++) {
      const facilityId = `facility-${(k * 37) % 500}`;
      const kind = k % 2 === 0 ? 'EXCLUDE' : 'FORCE_IN';
      const { time } = timeOf(() => whatIf(snapshot, { kind, facilityId }, before));
      if (k >= 60) times.push(time);
    }
  }
  const own = seriesOf(times);
  console.log(`  median ${shown(own.median)}, p95 ${shown(own.p95)}, worst ${shown(own.worst)}`);
  judge('what-if, 500 facilities, median ms', own.median, 2, true);
}

/** Many lines at once: every answer counted has the same amount placed and the same objective. */
async function batch(): Promise<void> {
  console.log('\nMany lines at once (ms)');
  const rows = await benchBatch({
    seeds: Array.from({ length: SEEDS }, (_, k) => k + 1),
    repetitions: isQuick ? 3 : 9,
    peerRepetitions: isQuick ? 1 : 2,
    peerSeconds: 20,
    now: processorTime,
  });
  const time = (row: BatchRow, value: number): string => `${row.hasTimedOut ? '> ' : ''}${shown(value)}`;
  for (const row of rows) {
    console.log(
      `  ${row.family}, ${row.engine}: median ${time(row, row.medianMs)}, least ${time(row, row.minMs)} of ${row.answers}; ${row.note}`,
    );
  }
  const median = (family: string, engine: string): number =>
    rows.find((row) => row.family === family && row.engine === engine)?.medianMs ?? NaN;
  for (const density of [2, 10, 30]) {
    for (const load of ['0.5', '0.7']) {
      const family = `week-${density}%-${load}`;
      const own = median(family, 'yui');
      judge(`batch ${family}, median ms`, own, density === 2 ? 100 : 50, true);
      judge(`batch ${family}, OR-Tools ÷ ours`, median(family, 'or-tools') / own, 10, false);
    }
  }
}

async function main(): Promise<void> {
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]!.toFixed(1)}; processor time in ms; instances of SEED=${SEED}`,
  );
  warmUp();
  const wanted = process.env.ONLY?.split(',');
  const isWanted = (part: string): boolean => wanted?.includes(part) ?? true;
  // What has no peer comes before them: they leave threads behind whose processor time would count.
  if (isWanted('trials')) trials();
  if (isWanted('hard')) hard();
  const peers = await loadPeers();
  if (isWanted('plain')) await plain(peers);
  if (isWanted('lots')) await lots(peers);
  if (isWanted('price')) await price(peers);
  if (isWanted('batch')) await batch();
  console.log(`\nPeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (with all peers)`);
  printGoals();
  // The threads of OR-Tools would keep the process alive.
  process.exit(0);
}

await main();
