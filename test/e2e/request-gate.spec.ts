import { getIntrospectionQuery } from 'graphql';
import { readFile } from 'node:fs/promises';
import { startApi, type TestApi } from '../harness/api.js';

const MB = 1024 * 1024;

describe('the gate', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(async () => {
    await api.close();
  });

  interface Answer {
    status: number;
    codes: string[];
    text: string;
    data: unknown;
  }

  async function send(init: RequestInit & { query?: string } = {}, path = ''): Promise<Answer> {
    const { query, ...rest } = init;
    const response = await fetch(api.url + path, {
      method: 'POST',
      body: rest.method === 'GET' ? null : JSON.stringify({ query: query ?? 'mutation { signOut { isDone } }' }),
      ...rest,
      headers: { 'content-type': 'application/json', ...(rest.headers as Record<string, string>) },
    });
    const text = await response.text();
    const body = JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    const codes = (body.errors ?? []).map((error) => error.extensions.code);
    return { status: response.status, codes, text, data: body.data };
  }

  it('lets an ordinary request through', async () => {
    expect(await send()).toMatchObject({ status: 200, codes: [], data: { signOut: { isDone: true } } });
  });

  it('answers only POST', async () => {
    const query = encodeURIComponent('{ __typename }');
    expect(await send({ method: 'GET' }, `?query=${query}`)).toMatchObject({ status: 405, codes: ['HTTP.POST_ONLY'] });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('does not read %s', async (contentType) => {
    const refused = await send({ headers: { 'content-type': contentType, 'x-apollo-operation-name': 'any' } });
    expect(refused).toMatchObject({ status: 415, codes: ['HTTP.JSON_ONLY'] });
  });

  it.each(['https://evil.example', 'null', 'http://localhost:4001', 'http://127.0.0.1:1'])(
    'refuses pages of %s',
    async (origin) => {
      expect(await send({ headers: { origin } })).toMatchObject({ status: 403, codes: ['HTTP.FOREIGN_ORIGIN'] });
    },
  );

  it('lets our own pages through', async () => {
    for (const origin of ['http://localhost:4000', new URL(api.url).origin]) {
      expect(await send({ headers: { origin } })).toMatchObject({ status: 200 });
    }
  });

  it('takes no batch', async () => {
    const body = JSON.stringify([
      { query: 'mutation { signOut { isDone } }' },
      { query: 'mutation { signOut { isDone } }' },
    ]);
    expect(await send({ body })).toMatchObject({ status: 400, codes: ['GRAPHQL.REFUSED'] });
  });

  it('says so when the body is no JSON, or not a request', async () => {
    expect(await send({ body: '{' })).toMatchObject({ status: 400, codes: ['HTTP.BODY_UNREADABLE'] });
    expect(await send({ body: '{"x":1}' })).toMatchObject({ status: 400, codes: ['GRAPHQL.REFUSED'] });
  });

  it('takes 1 MB from everybody, 8 MB only for a registry from who may import one', async () => {
    const large = (query: string, megabytes: number) =>
      JSON.stringify({ query, variables: { unused: 'x'.repeat(megabytes * MB) } });
    const admin = { cookie: (await api.as('DESK_ADMIN')).cookie ?? '' };
    const coordinator = { cookie: (await api.as('COORDINATOR')).cookie ?? '' };
    const tooLarge = ['HTTP.BODY_TOO_LARGE'];
    expect(await send({ body: large('{ me { name } }', 2) })).toMatchObject({ status: 413, codes: tooLarge });
    expect(await send({ body: large('{ me { name } }', 2), headers: coordinator })).toMatchObject({ codes: tooLarge });
    expect(await send({ body: large('{ me { name } }', 2), headers: admin })).toMatchObject({ codes: tooLarge });
    expect(await send({ body: large('{ me { name } }', 9), headers: admin })).toMatchObject({
      status: 413,
      codes: tooLarge,
    });

    const registry = await readFile('libs/directory/data/kochi-facilities-2024.csv');
    const input = {
      idempotencyKey: 'import-of-the-gate',
      fileName: 'list.csv',
      sourceName: 'KOCHI',
      isDryRun: true,
      contentBase64: registry.toString('base64'),
    };
    const query =
      'mutation ($input: ImportRegistryInput!) { importRegistry(input: $input) { report { unchangedCount } } }';
    const body = JSON.stringify({ query, variables: { input, padding: 'x'.repeat(2 * MB) } });
    expect(await send({ body, headers: admin })).toMatchObject({ status: 200, codes: [] });
  });

  it('tells nothing about the schema', async () => {
    const introspection = await send({ query: getIntrospectionQuery({ descriptions: false }) });
    expect(introspection.status).toBe(400);
    expect(introspection.text).not.toContain('WorkOrder');
    const misspelt = await send({ query: '{ workOrder2 }' });
    expect(misspelt.codes).toEqual(['GRAPHQL.INVALID']);
    expect(misspelt.text).not.toMatch(/Did you mean/);
    const variable = await send({
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { me { name } } }',
        variables: { input: { emial: 'a' } },
      }),
    });
    expect(variable.codes).toEqual(['INPUT.FIELDS_INVALID']);
    expect(variable.text).toContain('GRAPHQL.INPUT_INVALID');
    expect(variable.text).not.toMatch(/Did you mean/);
  });

  it('hides what went wrong inside, behind a number', async () => {
    const coordinator = await api.as('COORDINATOR');
    await api.db.query('ALTER TABLE work_order RENAME TO work_order_gone');
    try {
      const answer = await send({
        query: '{ workOrders { totalItems } }',
        headers: { cookie: coordinator.cookie ?? '' },
      });
      expect(answer.codes).toEqual(['INTERNAL']);
      expect(answer.text).toMatch(/"errorId":"[0-9a-f-]{36}"/);
      expect(answer.text).not.toMatch(/work_order|SELECT|relation|stack|\.ts/);
    } finally {
      await api.db.query('ALTER TABLE work_order_gone RENAME TO work_order');
    }
  });

  it('says NOT_FOUND for what is no id', async () => {
    const company = await api.as('COMPANY');
    expect(await company.refusal('{ workOrder(id: "7") { id } }')).toBe('ACCESS.NOT_FOUND');
    expect(await company.refusal('query ($id: ID!) { workOrder(id: $id) { id } }', { id: '7' })).toBe(
      'ACCESS.NOT_FOUND',
    );
  });

  it('answers a page that is not there in the same shape', async () => {
    expect(await send({ method: 'GET' }, '/../nothing')).toMatchObject({ status: 404, codes: ['HTTP.NOT_FOUND'] });
  });

  it('is live and ready', async () => {
    const page = (name: string) => fetch(new URL(`/health/${name}`, api.url));
    expect((await page('live')).status).toBe(200);
    expect((await page('ready')).status).toBe(200);
  });
});
