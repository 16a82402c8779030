import { startApi, type TestApi } from '../harness/api.js';

const ME = '{ me { name role organisationName roles { roleGrantId role isActing } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { me { name role } } }';
const company = { email: 'company@yui.example.com', password: 'tegami-wo-tsutsumu-asa' };

describe('sessions', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(async () => {
    await api.close();
  });

  /** @returns the answer and the cookie it set, as a browser would send it back */
  async function post(query: string, variables: object = {}, cookie?: string) {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const setCookie = response.headers.get('set-cookie');
    const body = (await response.json()) as { data: Record<string, unknown> | null; errors?: unknown[] };
    return { body, setCookie, cookies: response.headers.getSetCookie(), cookie: setCookie?.split(';')[0] };
  }

  it('opens one with a password and ends it', async () => {
    const signedIn = await post(SIGN_IN, { input: company });
    expect(signedIn.body).toEqual({ data: { signIn: { me: { name: 'とさ商事 発注担当', role: 'BUYER_ADMIN' } } } });
    expect(signedIn.setCookie).toMatch(/^yui=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    // Counted from when it arrives: whatever the clock of this replica says.
    expect(signedIn.cookies[1]).toMatch(/^yui-browser=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);

    const me = await post(ME, {}, signedIn.cookie);
    expect(me.body.data?.me).toMatchObject({
      organisationName: '株式会社とさ商事（見本）',
      roles: [{ isActing: true }],
    });

    const signedOut = await post('mutation { signOut { isDone } }', {}, signedIn.cookie);
    expect(signedOut.cookie).toBe('yui=');
    expect((await post(ME, {}, signedIn.cookie)).body.errors).toMatchObject([
      { extensions: { code: 'ACCESS.SIGN_IN_REQUIRED' } },
    ]);
  });

  it('ends the old one at a new sign-in', async () => {
    const first = await post(SIGN_IN, { input: company });
    const second = await post(SIGN_IN, { input: company }, first.cookie);
    expect((await post(ME, {}, first.cookie)).body.errors).toHaveLength(1);
    expect((await post(ME, {}, second.cookie)).body.errors).toBeUndefined();
  });

  it('says the same of a wrong password and an unknown address', async () => {
    const wrong = await post(SIGN_IN, { input: { ...company, password: 'not-the-password-1' } });
    const unknown = await post(SIGN_IN, { input: { email: 'nobody@yui.example.com', password: 'not-the-password-1' } });
    expect(wrong.body).toMatchObject({ data: null, errors: [{ extensions: { code: 'SIGN_IN.REFUSED' } }] });
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.setCookie).toBeNull();
  });

  it('switches between the roles of one person, and to no other', async () => {
    const client = await api.as('COORDINATOR');
    const [desk] = await api.db.query<[{ id: string }]>('SELECT id FROM desk');
    const [second] = await api.db.query<[{ id: string }]>(
      `INSERT INTO role_grant (id, account_id, role, organisation_id)
       SELECT gen_random_uuid(), account_id, 'DESK_ADMIN', $1 FROM role_grant WHERE role = 'DESK_COORDINATOR'
       RETURNING id`,
      [desk.id],
    );
    const [foreign] = await api.db.query<[{ id: string }]>(`SELECT id FROM role_grant WHERE role = 'BUYER_ADMIN'`);
    const switchRole = 'mutation ($id: ID!) { switchRole(input: { roleGrantId: $id }) { me { role } } }';
    expect(await client.ask(switchRole, { id: second.id })).toEqual({ switchRole: { me: { role: 'DESK_ADMIN' } } });
    expect(await client.ask('{ me { role } }')).toEqual({ me: { role: 'DESK_ADMIN' } });
    expect(await client.refusal(switchRole, { id: foreign.id })).toBe('ACCESS.NOT_FOUND');
  });

  it('counts a disabled account at once', async () => {
    const client = await api.as('CITY');
    await api.db.query(`UPDATE account SET is_disabled = true WHERE email = 'city@yui.example.com'`);
    expect(await client.refusal(ME)).toBe('ACCESS.SIGN_IN_REQUIRED');
  });
});

describe('sessions over https', () => {
  it('bind the cookie to the host', async () => {
    const api = await startApi({ PUBLIC_URL: 'https://yui.example.com' });
    try {
      const response = await fetch(api.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://yui.example.com' },
        body: JSON.stringify({ query: SIGN_IN, variables: { input: company } }),
      });
      expect(response.headers.get('set-cookie')).toMatch(/^__Host-yui=.+; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await api.close();
    }
  });
});
