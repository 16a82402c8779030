import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Fault, FAULTS } from './faults.js';
import { startTown, type Town } from './town.js';
import { isAtRest, judge, Traffic } from './traffic.js';
import { until } from './until.js';

/**
 * Hurts the running product at crash points chosen by a seed while a buyer orders, and compares every acknowledged command
 * with what exists in the end. Run by `npm run test:faults`; `-- --short` takes at most two minutes, `--points`, `--seed`,
 * `--backend postgres|redis|both` say more.
 */
const SHORT_SECONDS = 45;
const REST_DEADLINE_MS = 180_000;
const MAX_DELAY_MS = 150;
const ORDERS_A_ROUND = 2;

interface Tally {
  tried: number;
  acknowledged: number;
  lost: number;
  effectsTwice: number;
  mailsTwice: number;
  setAside: number;
  readonly commandMs: number[];
  readonly restMs: number[];
}

/** Numbers below `limit`, the same for the same seed. */
function numbersOf(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function p95(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.95) - 1];
  return value === undefined ? '–' : (value / 1000).toFixed(1);
}

/** Each fault as often as its weight asks, in an order of the seed; each at least once. */
function plan(faults: readonly Fault[], points: number, pick: (limit: number) => number): Fault[] {
  const whole = faults.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = faults.flatMap((fault) =>
    Array.from({ length: Math.max(1, Math.round((fault.weight * points) / whole)) }, () => fault),
  );
  for (let index = chosen.length - 1; index > 0; index -= 1) {
    const other = pick(index + 1);
    [chosen[index], chosen[other]] = [chosen[other]!, chosen[index]!];
  }
  return chosen;
}

async function round(town: Town, traffic: Traffic, fault: Fault, pick: (limit: number) => number, tally: Tally) {
  const [triedBefore, acknowledgedBefore] = [traffic.tried, traffic.acknowledged.length];
  const ordering = Promise.all(Array.from({ length: ORDERS_A_ROUND }, async () => traffic.order()));
  await pause(pick(MAX_DELAY_MS));
  await fault.strike(town, pick);
  const struckAt = performance.now();
  const next = traffic.order();
  await next;
  tally.commandMs.push(performance.now() - struckAt);
  await ordering;
  await until('all has followed', async () => isAtRest(town).catch(() => false), REST_DEADLINE_MS);
  tally.restMs.push(performance.now() - struckAt);
  const { lost, effectsTwice, mailsTwice, setAside } = await judge(
    town,
    traffic.acknowledged.slice(acknowledgedBefore),
  );
  tally.tried += traffic.tried - triedBefore;
  tally.acknowledged += 2 * (traffic.acknowledged.length - acknowledgedBefore);
  tally.lost += lost;
  tally.effectsTwice += effectsTwice;
  tally.mailsTwice += mailsTwice;
  tally.setAside = setAside;
  // A process that was killed is back before the next one is: two at once are another test.
  await town.untilAllReady();
}

async function play(onRedis: boolean, options: { points: number; seed: number; isShort: boolean }): Promise<boolean> {
  const pick = numbersOf(options.seed);
  const faults = FAULTS.filter(({ isLong, needsRedis }) => !(options.isShort && isLong) && (onRedis || !needsRedis));
  const tallies = new Map<string, Tally>();
  const town = await startTown({ onRedis });
  const traffic = new Traffic(town);
  const startedAt = performance.now();
  let points = 0;
  try {
    for (const fault of plan(faults, options.points, pick)) {
      if (options.isShort && performance.now() - startedAt > SHORT_SECONDS * 1000) break;
      const tally: Tally = tallies.get(fault.name) ?? {
        tried: 0,
        acknowledged: 0,
        lost: 0,
        effectsTwice: 0,
        mailsTwice: 0,
        setAside: 0,
        commandMs: [],
        restMs: [],
      };
      tallies.set(fault.name, tally);
      await round(town, traffic, fault, pick, tally);
      points += 1;
    }
  } finally {
    await town.close();
  }
  report(onRedis ? 'Redis' : 'PostgreSQL', { points, seed: options.seed }, tallies);
  if (traffic.strange.length > 0) console.log(`\nstrange answers: ${[...new Set(traffic.strange)].join(', ')}`);
  const isGood = [...tallies.values()].every(
    ({ lost, effectsTwice, mailsTwice, setAside }) => lost + effectsTwice + mailsTwice + setAside === 0,
  );
  return isGood && traffic.strange.length === 0;
}

function report(queue: string, run: { points: number; seed: number }, tallies: ReadonlyMap<string, Tally>): void {
  console.log(`\nqueue on ${queue}, ${run.points} crash points, seed ${run.seed}\n`);
  console.log(
    '| fault | points | tried | acknowledged | lost | effects twice | mails twice | set aside | command again p95 s | all followed p95 s |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, each] of tallies) {
    const figures = [
      each.restMs.length,
      each.tried,
      each.acknowledged,
      each.lost,
      each.effectsTwice,
      each.mailsTwice,
      each.setAside,
    ];
    console.log(`| ${[name, ...figures, p95(each.commandMs), p95(each.restMs)].join(' | ')} |`);
  }
}

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    points: { type: 'string' },
    seed: { type: 'string' },
    backend: { type: 'string', default: 'both' },
  },
});
const options = {
  isShort: values.short,
  points: Number(values.points ?? (values.short ? 40 : 1000)),
  seed: Number(values.seed ?? Date.now() % 2 ** 31),
};
let isGood = true;
if (values.backend !== 'redis') isGood = (await play(false, options)) && isGood;
if (values.backend !== 'postgres') isGood = (await play(true, options)) && isGood;
process.exit(isGood ? 0 : 1);
