import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startTown, type Town } from '../fault/town.js';
import { isAtRest, judge, Traffic } from '../fault/traffic.js';
import { until } from '../fault/until.js';
import { type ReplicatedServers, startReplicatedServers } from './replicated-servers.js';

/**
 * Three servers of PostgreSQL that commit together, Redis, three apis, three workers: each is hurt while buyers order, and
 * every acknowledged command is looked for in the end. Run by `npm run test:cluster`; `-- --times 5` strikes more often.
 */
const CLIENTS = 3;
const BEFORE_MS = 2000;
const SILENCE_MS = 3000;
const REST_DEADLINE_MS = 180_000;

interface Strike {
  readonly name: string;
  hurt(town: Town, servers: ReplicatedServers): Promise<void>;
}

const STRIKES: readonly Strike[] = [
  { name: 'primary killed, a replica takes over', hurt: async (_town, servers) => servers.kill() },
  { name: 'replica killed', hurt: async (_town, servers) => servers.killReplica() },
  { name: 'Redis killed', hurt: async ({ redis }) => redis?.kill() },
  { name: 'api killed', hurt: async ({ apis }) => void apis[0]?.child?.kill('SIGKILL') },
  { name: 'worker killed', hurt: async ({ workers }) => void workers[0]?.child?.kill('SIGKILL') },
  {
    name: `network to the primary silent for ${SILENCE_MS / 1000} s`,
    hurt: async (_town, servers) => servers.silence(SILENCE_MS),
  },
];

interface Outcome {
  tried: number;
  acknowledged: number;
  lost: number;
  twice: number;
  /** From the blow until a command that began after it was acknowledged. */
  readonly commandMs: number[];
  /** From the blow until every mail and paper of what was acknowledged has followed. */
  readonly restMs: number[];
}

async function strikeOnce(town: Town, servers: ReplicatedServers, strike: Strike, outcome: Outcome): Promise<void> {
  const traffic = new Traffic(town);
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!isOver) await traffic.order();
  });
  await pause(BEFORE_MS);
  const struckAt = performance.now();
  const hurting = strike.hurt(town, servers);
  await traffic.order();
  outcome.commandMs.push(performance.now() - struckAt);
  await hurting;
  await pause(BEFORE_MS);
  isOver = true;
  await Promise.all(clients);
  await until('all has followed', async () => isAtRest(town).catch(() => false), REST_DEADLINE_MS);
  outcome.restMs.push(performance.now() - struckAt);
  const { lost, effectsTwice, mailsTwice, setAside } = await judge(town, traffic.acknowledged);
  if (traffic.strange.length > 0) throw new Error(`strange answers: ${[...new Set(traffic.strange)].join(', ')}`);
  outcome.tried += traffic.tried;
  outcome.acknowledged += 2 * traffic.acknowledged.length;
  outcome.lost += lost + setAside;
  outcome.twice += effectsTwice + mailsTwice;
  await town.untilAllReady();
}

const seconds = (values: readonly number[]) => (Math.max(...values) / 1000).toFixed(1);

function report(outcomes: ReadonlyMap<string, Outcome>): void {
  console.log(
    '\n| what was hurt | times | tried | commits acknowledged | lost | twice | next command acknowledged after s | all followed after s |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, { tried, acknowledged, lost, twice, commandMs, restMs }] of outcomes) {
    const figures = [commandMs.length, tried, acknowledged, lost, twice, seconds(commandMs), seconds(restMs)];
    console.log(`| ${[name, ...figures].join(' | ')} |`);
  }
}

const { values } = parseArgs({ options: { times: { type: 'string', default: '1' } } });
let servers: ReplicatedServers | undefined;
const town = await startTown({
  onRedis: true,
  apis: 3,
  startServers: async (folder) => (servers = await startReplicatedServers(folder)),
});
const outcomes = new Map<string, Outcome>();
try {
  for (let time = 0; time < Number(values.times); time += 1) {
    for (const strike of STRIKES) {
      const outcome = outcomes.get(strike.name) ?? {
        ...{ tried: 0, acknowledged: 0, lost: 0, twice: 0 },
        commandMs: [],
        restMs: [],
      };
      outcomes.set(strike.name, outcome);
      await strikeOnce(town, servers!, strike, outcome);
    }
  }
} finally {
  await town.close();
}
report(outcomes);
process.exit([...outcomes.values()].every(({ lost, twice }) => lost + twice === 0) ? 0 : 1);
