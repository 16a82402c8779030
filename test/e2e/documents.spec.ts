import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formsOf } from '../../apps/api/graphql/document-forms.js';
import { type Client, startApi, type TestApi } from '../harness/api.js';

const ME = readFileSync('apps/api/graphql/documents/account/me.graphql', 'utf8');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function ask(api: TestApi, client: { cookie: string | null; token?: string }, body: object) {
  const response = await fetch(api.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(client.cookie === null ? {} : { cookie: client.cookie }),
      ...(client.token === undefined ? {} : { authorization: `Bearer ${client.token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as {
    data?: { me?: { name: string } };
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, name: answer.data?.me?.name, code: answer.errors?.[0]?.extensions.code };
}

/** A machine of a buyer, with a token that reads. */
async function machineOf(api: TestApi): Promise<string> {
  const token = `yui_${randomUUID()}`;
  await api.db.query(
    `INSERT INTO api_token (id, account_id, role_grant_id, organisation_id, name, scopes, token_hash, expires_at)
     SELECT $1, account_id, id, organisation_id, 'x', '["READ"]', $2, now() + interval '1 day' FROM role_grant
     WHERE role = 'BUYER_ADMIN' LIMIT 1`,
    [randomUUID(), createHash('sha256').update(token).digest()],
  );
  return token;
}

describe('documents of our own pages', () => {
  let api: TestApi;
  let person: Client;
  beforeAll(async () => {
    api = await startApi();
    person = await api.as('COMPANY');
  });
  afterAll(async () => {
    await api.close();
  });

  it('are asked for by their hash, in either way', async () => {
    const named = await ask(api, person, { documentId: `sha256:${hashOf(ME)}` });
    expect(named).toMatchObject({ status: 200, name: expect.any(String) as string });
    expect(await ask(api, person, { documentId: hashOf(ME).toUpperCase() })).toEqual(named);
    const persistedQuery = { version: 1, sha256Hash: hashOf(ME) };
    expect(await ask(api, person, { extensions: { persistedQuery } })).toEqual(named);
  });

  it('are asked for by the hash of what tools send: printed, with types, sorted on one line', async () => {
    const forms = [...formsOf(ME)];
    expect(forms.length).toBeGreaterThanOrEqual(4);
    for (const form of forms) {
      const persistedQuery = { version: 1, sha256Hash: hashOf(form) };
      const answer = await ask(api, person, { extensions: { persistedQuery } });
      expect(answer).toMatchObject({ status: 200, name: expect.any(String) as string });
    }
  });

  it('cannot be added by clients', async () => {
    const query = '{ me { name } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(query) } };
    const unknown = { status: 400, code: 'DOCUMENT.UNKNOWN' };
    expect(await ask(api, person, { extensions })).toMatchObject(unknown);
    expect(await ask(api, person, { query, extensions })).toMatchObject({ status: 200 });
    expect(await ask(api, person, { extensions })).toMatchObject(unknown);
    expect(await ask(api, person, { documentId: '__proto__' })).toMatchObject(unknown);
    expect(await ask(api, person, { documentId: 7 })).toMatchObject({ status: 400, code: 'GRAPHQL.REFUSED' });
  });

  it('do not stand for another text that is sent along', async () => {
    const answer = await ask(api, person, { query: '{ me { role } }', documentId: hashOf(ME) });
    expect(answer).toEqual({ status: 200, name: undefined, code: undefined });
  });
});

describe.each(['people', 'everybody'])('PERSISTED_DOCUMENTS_ONLY=%s', (only) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ PERSISTED_DOCUMENTS_ONLY: only });
  });
  afterAll(async () => {
    await api.close();
  });

  const refused = { status: 400, code: 'DOCUMENT.TEXT_REFUSED' };

  it('refuses text from people and from nobody, but not the text of a known document', async () => {
    const person = await api.as('COMPANY');
    expect(await ask(api, person, { query: '{ me { name } }' })).toMatchObject(refused);
    expect(await ask(api, api.nobody, { query: 'mutation { signOut { isDone } }' })).toMatchObject(refused);
    const stranger = await ask(api, { cookie: null, token: 'no-such-token' }, { query: '{ me { name } }' });
    expect(stranger).toMatchObject({ status: 401, code: 'ACCESS.SIGN_IN_REQUIRED' });
    expect(await ask(api, person, { query: ME })).toMatchObject({ status: 200, name: expect.any(String) as string });
    expect(await ask(api, person, { documentId: hashOf(ME) })).toMatchObject({ status: 200 });
  });

  it('says of machines what the setting says', async () => {
    const machine = { cookie: null, token: await machineOf(api) };
    expect(await ask(api, machine, { query: '{ me { name } }' })).toMatchObject(
      only === 'people' ? { status: 200, code: undefined } : refused,
    );
  });
});
