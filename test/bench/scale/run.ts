import { type Client, startApi, type TestApi } from '../../harness/api.js';
import { createCountry } from './generate.js';
import { readsOf } from './reads.js';

/**
 * What history costs: every main read at two sizes, one of a hundredth of the orders and one of all, in turns.
 * `npm run bench:scale` measures 1,000,000 orders; `-- --size 0.01` a hundredth of both.
 */
const ALL_ORDERS = 1_000_000;
const SMALL = 0.01;
const WHO_TAKES_PART = { desks: 47, facilities: 17_000, buyers: 5_000 };
/** p95 against that of a hundredth. */
const MAX_RATIO = 1.5;
const MAX_P95_MS = 150;
const ROUNDS = 30;
/** A read that takes seconds is not asked thirty times. */
const MAX_READ_MS = 20_000;

interface Side {
  readonly api: TestApi;
  readonly clients: Map<string, Client>;
}

async function main(): Promise<boolean> {
  const size = sizeAsked();
  const orders = [Math.round(ALL_ORDERS * size * SMALL), Math.round(ALL_ORDERS * size)] as const;
  console.log(`# ${orders.join(' and ')} orders, ${JSON.stringify(WHO_TAKES_PART)}`);
  const [small, big] = [await begin(orders[0]), await begin(orders[1])];
  try {
    const [smallReads, bigReads] = [await readsOf(small.api), await readsOf(big.api)];
    let isMet = true;
    console.log('read\tn\tsmall p50/p95 ms\tbig p50/p95 ms\tratio of p95\tbytes\tgoal');
    for (const [index, read] of smallReads.entries()) {
      const times: [number[], number[]] = [[], []];
      let bytes = 0;
      const startedAt = performance.now();
      for (let round = 0; round < ROUNDS && performance.now() - startedAt < MAX_READ_MS; round += 1) {
        // Who comes second in a round has the warmer caches: take turns.
        for (const at of round % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
          const side = at === 0 ? small : big;
          const { query, variables } = at === 0 ? read : bigReads[index]!;
          const begun = performance.now();
          const answer = await (await clientOf(side, read.as)).ask(query, variables);
          times[at].push(performance.now() - begun);
          bytes = JSON.stringify(answer).length;
        }
      }
      const [few, many] = times.map((each) => [quantile(each, 0.5), quantile(each, 0.95)] as const) as [
        readonly [number, number],
        readonly [number, number],
      ];
      const ratio = many[1] / few[1];
      const isGood = ratio <= MAX_RATIO && many[1] <= MAX_P95_MS;
      isMet &&= isGood;
      const columns = [
        read.name,
        times[0].length,
        pair(few),
        pair(many),
        ratio.toFixed(2),
        bytes,
        isGood ? 'ok' : 'over',
      ];
      console.log(columns.join('\t'));
    }
    return isMet;
  } finally {
    await small.api.close();
    await big.api.close();
  }
}

async function begin(orders: number): Promise<Side> {
  const startedAt = performance.now();
  const api = await startApi({}, undefined, async () => createCountry({ ...WHO_TAKES_PART, orders }));
  const [{ bytes }] = await api.db.query<[{ bytes: string }]>('SELECT pg_database_size(current_database()) AS bytes');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`# ${orders} orders made in ${seconds} s, ${(Number(bytes) / 2 ** 20).toFixed(0)} MB`);
  return { api, clients: new Map() };
}

async function clientOf(side: Side, person: Parameters<TestApi['as']>[0]): Promise<Client> {
  const known = side.clients.get(person) ?? (await side.api.as(person));
  side.clients.set(person, known);
  return known;
}

function sizeAsked(): number {
  const at = process.argv.indexOf('--size');
  const size = at === -1 ? 1 : Number(process.argv[at + 1]);
  if (!(size > 0 && size <= 1)) throw new Error('--size wants a number above 0 and up to 1.');
  return size;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? NaN;
}

const pair = ([p50, p95]: readonly [number, number]) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;

process.exitCode = (await main()) ? 0 : 1;
