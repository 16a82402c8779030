import fc from 'fast-check';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { startApi, type TestApi } from '../harness/api.js';
import { assertProperty, LONG_SECONDS, SEED } from '../harness/property.js';
import { knownCodes } from './known-codes.js';
import { type FuzzedRequest, RequestMaker } from './request-maker.js';
import { type Asker, createWorld, type World } from './world.js';

/** `npm run test:fuzz` asks longer, and something else each time. */
const RUNS = 150;
const MAX_MS = (LONG_SECONDS ?? 15) * 1000;

/** What must never leave the house. */
const INSIDES =
  /\b(SELECT|INSERT INTO|UPDATE) .*\b(FROM|VALUES|SET)\b|violates|relation "|\.(ts|js):\d+|node_modules|    at /;

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

describe('whatever is asked, by whomever', () => {
  let api: TestApi;
  let world: World;
  let schema: GraphQLSchema;
  const codes = knownCodes();
  const met = new Map<string, number>();
  let asked = 0;
  let answered = 0;
  beforeAll(async () => {
    api = await startApi({ CLOCK_MOVABLE: 'false' });
    world = await createWorld(api);
    schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  });
  afterAll(async () => {
    if (LONG_SECONDS !== null) console.log({ seed: SEED, asked, answered, codes: Object.fromEntries(met) });
    await api.close();
  });

  async function problemsOf(asker: Asker, request: FuzzedRequest): Promise<string[]> {
    const { cookie } = await asker.open();
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie === null ? {} : { cookie }) },
      body: JSON.stringify(request),
    });
    const text = await response.text();
    const answer = JSON.parse(text) as Answer;
    const problems: string[] = [];
    asked += 1;
    if (answer.data) answered += 1;
    if (response.status >= 500) problems.push(`status ${response.status}`);
    if (response.status === 200 && !answer.data && !answer.errors) problems.push('no answer');
    for (const { message, extensions } of answer.errors ?? []) {
      const code = extensions?.code ?? 'none';
      met.set(code, (met.get(code) ?? 0) + 1);
      if (!codes.has(code)) problems.push(`code ${code}: ${message}`);
    }
    // An error may repeat what was sent to it.
    const told = JSON.stringify(answer.errors ?? []).includes('"reason"') ? JSON.stringify(answer.data ?? null) : text;
    if (INSIDES.test(told)) problems.push('tells of the inside');
    const data = JSON.stringify(answer.data ?? null);
    const leaked = data.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)?.filter((id) => asker.foreignIds.has(id)) ?? [];
    if (leaked.length > 0) problems.push(`shows ${leaked.join(', ')}`);
    return problems;
  }

  it(
    'answers with data or a known error, and shows nobody what is not theirs',
    async () => {
      const found = new Map<string, string>();
      await assertProperty(
        fc.asyncProperty(fc.gen(), fc.nat(), async (choose, who) => {
          const asker = world.askers[who % world.askers.length] as Asker;
          const request = new RequestMaker(choose, { schema, ids: world.ids, granted: asker.granted }).make();
          for (const problem of await problemsOf(asker, request)) {
            const kind = `${problem.replace(/[0-9a-f-]{36}/g, '…')} ${/\{ (\w+)/.exec(request.query)?.[1]}`;
            found.set(kind, `${asker.name}: ${problem}\n${JSON.stringify(request).slice(0, 2000)}`);
          }
        }),
        { numRuns: RUNS, endOnFailure: true, interruptAfterTimeLimit: MAX_MS },
      );
      expect([...found.values()]).toEqual([]);
      // It also gets somewhere: things are done and shown, and refused for many reasons, not only at the door.
      expect(answered / asked).toBeGreaterThan(0.05);
      expect(met.size).toBeGreaterThan(5);
    },
    MAX_MS + 30_000,
  );
});
