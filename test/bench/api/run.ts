import { fork } from 'node:child_process';
import { once } from 'node:events';
import { loadConfig, type PersonActor } from '#yui/platform';
import { startApi, type TestApi } from '../../harness/api.js';
import { OrderFlow } from '../../harness/order-flow.js';
import { createBareApi } from './bare-api.js';
import type { LoadOrder, LoadResult } from './load.js';

/**
 * What safety costs. The api as it runs (session, policy, limits, rate limits, row security, audit) against the same
 * resolvers on the same Fastify and Apollo with nothing around them, in one process, in turns, under the load of another
 * process. `npm run bench:api`
 */
const GOAL = 0.8;
/** Many short rounds: what else the machine does at a moment meets both sides alike, and the median leaves it out. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 21);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
const WARM_UP_SECONDS = 4;
const CONNECTIONS = 8;
const ORDERS = 40;

/** The list a coordinator begins the day with. */
const PAGE = `query Orders($take: Int!) { workOrders(first: $take) { totalItems items {
  id number title status availableActions buyer { name } desk { name } createdAt
  lines { id quantity dueOn placed workType { nameJa unit } } quotes { version status amountYen } } } }`;

interface Side {
  readonly name: string;
  readonly order: LoadOrder;
  readonly results: LoadResult[];
}

async function main(): Promise<boolean> {
  const api = await startApi();
  const load = fork(new URL('load.js', import.meta.url));
  const measure = async (order: LoadOrder): Promise<LoadResult> => {
    load.send(order);
    const [result] = (await once(load, 'message')) as [LoadResult];
    return result;
  };
  const coordinator = await api.as('COORDINATOR');
  const flow = new OrderFlow(api, await api.as('COMPANY'), coordinator);
  for (let made = 0; made < ORDERS; made += 1) await flow.quote('DESK_CONTRACT');
  const bare = await createBareApi(bareConfig(api), await actorOf(api));
  await bare.listen({ host: '127.0.0.1', port: 0 });
  try {
    const body = JSON.stringify({ query: PAGE, variables: { take: 20 } });
    const common = { cookie: coordinator.cookie ?? '', body, connections: CONNECTIONS, seconds: SECONDS };
    const whole: Side = { name: 'whole', order: { ...common, url: api.url }, results: [] };
    const naked: Side = { name: 'bare', order: { ...common, url: `${await bare.getUrl()}/graphql` }, results: [] };
    await requireEqualAnswers(whole.order, naked.order);
    for (const { order } of [whole, naked]) await measure({ ...order, seconds: WARM_UP_SECONDS });
    for (let round = 0; round < ROUNDS; round += 1) {
      // Anyone who comes second in a round has the warmer caches: take turns.
      for (const side of round % 2 ? [whole, naked] : [naked, whole]) side.results.push(await measure(side.order));
    }
    return report(whole, naked);
  } finally {
    load.kill();
    await bare.close();
    await api.close();
  }
}

function report(whole: Side, bare: Side): boolean {
  const failed = [...whole.results, ...bare.results].reduce((sum, result) => sum + result.failed, 0);
  const of = (side: Side, pick: (result: LoadResult) => number) => median(side.results.map(pick));
  for (const side of [whole, bare]) {
    console.log(
      `# ${side.name}: p50 ${of(side, (result) => result.p50Ms).toFixed(2)} ms, ` +
        `p99 ${of(side, (result) => result.p99Ms).toFixed(2)} ms, ` +
        `${of(side, (result) => result.requestsPerSecond).toFixed(0)} requests/s`,
    );
  }
  const pairs = whole.results.map((result, round) => ({ result, other: bare.results[round] as LoadResult }));
  const rows = [
    [
      'throughput, whole/bare',
      median(pairs.map(({ result, other }) => result.requestsPerSecond / other.requestsPerSecond)),
    ],
    ['p50, bare/whole', median(pairs.map(({ result, other }) => other.p50Ms / result.p50Ms))],
  ] as const;
  for (const [name, value] of rows) line(name, value.toFixed(2), `>=${GOAL}`, value >= GOAL);
  line('failed requests', String(failed), '0', failed === 0);
  return failed === 0 && rows.every(([, value]) => value >= GOAL);
}

function line(name: string, value: string, goal: string, isMet: boolean): void {
  console.log([name, value, goal, isMet ? 'ok' : 'short'].join('\t'));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Two sides that answer differently would not be worth comparing. */
async function requireEqualAnswers(...orders: LoadOrder[]): Promise<void> {
  const answers = await Promise.all(
    orders.map(async ({ url, cookie, body }) => {
      const headers = { 'content-type': 'application/json', cookie };
      return (await fetch(url, { method: 'POST', headers, body })).text();
    }),
  );
  if (new Set(answers).size !== 1 || answers[0]?.includes('"errors"')) {
    throw new Error(`The two sides answer differently:\n${answers.map((answer) => answer.slice(0, 500)).join('\n')}`);
  }
}

async function actorOf(api: TestApi): Promise<PersonActor> {
  const [grant] = await api.db.query<[{ account_id: string; organisation_id: string }]>(
    `SELECT account_id, organisation_id FROM role_grant WHERE role = 'DESK_COORDINATOR' ORDER BY granted_at, id LIMIT 1`,
  );
  const { account_id: accountId, organisation_id: organisationId } = grant;
  return { accountId, role: 'DESK_COORDINATOR', organisationId, requestId: null };
}

function bareConfig(api: TestApi) {
  return loadConfig({ DATABASE_URL: api.databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1', LOG_LEVEL: 'silent' });
}

process.exitCode = (await main()) ? 0 : 1;
