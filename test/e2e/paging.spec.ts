import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { buildSchema, type GraphQLField, isNonNullType } from 'graphql';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { assertProperty } from '../harness/property.js';

const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'));
/** Every list that grows: anyone who adds one adds it to these tests. */
const LISTS = Object.values(SCHEMA.getQueryType()?.getFields() ?? {}).filter(isPaged);

function isPaged({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === 'after');
}

interface Page {
  readonly totalItems: number;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly items: readonly { readonly id: string }[];
}

/** What lists ask for besides the page. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  fairnessRows: 'fiscalYear: 2026',
  letters: 'state: TO_PRINT',
  missingWageReturns: 'fiscalYear: 2024',
  procuredRows: 'fromYear: 2025, toYear: 2026',
  statementLines: 'filter: { status: OPEN }',
  wageFigures: 'filter: { fiscalYear: 2024 }',
  wagePlans: 'fiscalYear: 2026',
};
/** What tells their rows apart where it is not an id of their own. */
const KEYS: Readonly<Record<string, string>> = {
  setAsideTasks: 'eventId',
  wageFigures: 'facility { id }',
};
const argumentsOf = (list: string) => (ARGUMENTS[list] === undefined ? '' : `, ${ARGUMENTS[list]}`);

describe('Lists that grow', () => {
  let api: TestApi;
  let people: Client[];
  beforeAll(async () => {
    api = await startApi();
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    await flow.offer(await flow.order('DESK_CONTRACT'));
    await flow.draft();
    await flow.draft();
    const names = ['COMPANY', 'COORDINATOR', 'DESK_ADMIN', 'FACILITY_1', 'PLATFORM'] as const;
    people = await Promise.all(names.map(async (name) => api.as(name)));
  });
  afterAll(() => api.close());

  const read = async (client: Client, list: string, variables: object): Promise<Page> => {
    const key = KEYS[list] ?? 'id';
    const query = `query ($first: Int, $after: String) { ${list}(first: $first, after: $after${argumentsOf(list)}) {
      totalItems endCursor hasNextPage items { ${key} } } }`;
    return (await client.ask<Record<string, Page>>(query, { ...variables }))[list]!;
  };
  const askable = LISTS.filter(({ args }) => !args.some(({ type }) => isNonNullType(type) && String(type) === 'ID!'));

  it.each(askable.map(({ name }) => name))('%s come page by page, each row once', async (list) => {
    let readers = 0;
    for (const client of people) {
      const whole = await read(client, list, { first: 100 }).catch(() => null);
      if (!whole) continue;
      readers += 1;
      const seen: { id: string }[] = [];
      const first = Math.max(1, Math.ceil(whole.items.length / 4));
      for (let after: string | null = null, more = true; more;) {
        const page: Page = await read(client, list, { first, after });
        // Reading the audit is an entry of its own.
        expect(page.totalItems).toBeGreaterThanOrEqual(whole.totalItems);
        seen.push(...page.items);
        ({ endCursor: after, hasNextPage: more } = page);
        if (seen.some((row) => isDeepStrictEqual(row, whole.items.at(-1)))) break;
      }
      expect(seen.filter((row) => whole.items.some((other) => isDeepStrictEqual(row, other)))).toEqual(whole.items);
    }
    expect(readers).toBeGreaterThan(0);
  });

  it.each(askable.map(({ name }) => name))('%s refuse a cursor of another list, and pages too large', async (list) => {
    const strange = Buffer.from(JSON.stringify(['other.at DESC', '2026-01-01', randomUUID()])).toString('base64url');
    const query = `query ($first: Int, $after: String) { ${list}(first: $first, after: $after${argumentsOf(list)}) { endCursor } }`;
    const codes = async (variables: object) =>
      Promise.all(people.map(async (client) => client.refusal(query, { ...variables })));
    for (const after of [strange, 'x', '']) {
      expect((await codes({ after })).filter((code) => code !== 'ACCESS.NOT_FOUND')).toContain('INPUT.CURSOR_INVALID');
    }
    for (const first of [0, -1, 101]) expect(await codes({ first })).toContain('INPUT.NUMBER_OUT_OF_RANGE');
  });

  it('show nobody a row twice and skip none, whatever comes and goes between pages', async () => {
    const client = people[1]!;
    const [person] = await api.db.query<[{ account_id: string; organisation_id: string }]>(
      `SELECT account_id, organisation_id FROM role_grant WHERE role = 'DESK_COORDINATOR'`,
    );
    // Few moments, a microsecond apart: rows that came at once, and rows JavaScript cannot tell apart.
    const insert = async (moments: readonly number[]) =>
      api.db.query<{ id: string }[]>(
        `INSERT INTO notification (id, event_id, account_id, organisation_id, channel, kind, subject, body, link, status,
           created_at)
         SELECT gen_random_uuid(), gen_random_uuid(), $1, $2, 'IN_APP', 'x', 'x', 'x', '/', 'UNREAD',
           timestamptz '2026-01-01' + moment * interval '1 microsecond' FROM unnest($3::int[]) AS moment RETURNING id`,
        [person.account_id, person.organisation_id, moments],
      );
    const moments = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    const change = fc.record({ come: moments, go: fc.array(fc.nat(), { maxLength: 6 }) });
    await assertProperty(
      fc.asyncProperty(
        moments,
        fc.array(change, { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (start, changes, first) => {
          await api.db.query('DELETE FROM notification');
          const stays = new Set((await insert(start)).map(({ id }) => id));
          const there = new Set(stays);
          const seen: string[] = [];
          let page = await read(client, 'notifications', { first });
          seen.push(...page.items.map(({ id }) => id));
          for (let n = 0; page.hasNextPage; n += 1) {
            const { come, go } = changes[n] ?? { come: [], go: [] };
            for (const { id } of await insert(come)) there.add(id);
            const gone = go.map((at) => [...there][at % Math.max(1, there.size)]).filter((id) => id !== undefined);
            await api.db.query('DELETE FROM notification WHERE id = ANY($1)', [gone]);
            for (const id of gone) [there, stays].forEach((ids) => ids.delete(id));
            page = await read(client, 'notifications', { first, after: page.endCursor });
            seen.push(...page.items.map(({ id }) => id));
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect([...stays].filter((id) => !seen.includes(id))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
