import { CleanUp, createDataSource, UnitOfWork } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { startApi, type TestApi } from '../harness/api.js';
import { BEHIND_PROXY, Browser, CITY, COMPANY, COORDINATOR, OPERATIONS } from './browser.js';

const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { isDone } }';
const DISABLE = 'mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { accountId } }';
const REVOKE_ROLE = 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { people { accountId role } } }';
const ERASE = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { accountId } }';
const CREATE_TOKEN = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiTokenId token } }';
const REVOKE_TOKEN = 'mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { apiTokens { id } } }';
const NEW_PASSWORD = 'Momiji no ochiru oto ga suki';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
const DAY_MS = 86_400_000;

interface Me {
  me: { accountId: string; roles: { roleGrantId: string }[] };
}

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ ...BEHIND_PROXY, SECOND_FACTOR_REQUIRED: 'false' });
});
afterAll(async () => {
  await api.close();
});

const accountIdOf = async (email: string): Promise<string> => {
  const [row] = await api.db.query<[{ id: string }]>('SELECT id FROM account WHERE email = $1', [email]);
  return row.id;
};

const addressesOf = async (accountId: string): Promise<string[]> => {
  const rows = await api.db.query<{ address: string }[]>(
    'SELECT address FROM audit_origin WHERE entry_id IN (SELECT id FROM audit_entry WHERE account_id = $1)',
    [accountId],
  );
  return rows.map(({ address }) => address);
};

describe('the password', () => {
  it('is changed by who knows it; the other sessions end', async () => {
    const [one, two] = [new Browser(api), new Browser(api)];
    await one.signIn(CITY.email, CITY.password);
    await two.signIn(CITY.email, CITY.password);
    const wrong = { currentPassword: 'not the password at all', newPassword: NEW_PASSWORD };
    expect(await one.refusal(CHANGE, { input: wrong })).toBe('ACCOUNT.PASSWORD_WRONG');
    expect(await one.refusal(CHANGE, { input: { currentPassword: CITY.password, newPassword: 'a'.repeat(20) } })).toBe(
      'ACCOUNT.PASSWORD_COMMON',
    );
    expect(await one.do(CHANGE, { currentPassword: CITY.password, newPassword: NEW_PASSWORD })).toEqual({
      changePassword: { isDone: true },
    });
    expect(await one.ask(OPERATIONS.me)).toBeDefined();
    expect(await two.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    await expect(new Browser(api).signIn(CITY.email, NEW_PASSWORD)).resolves.toBeDefined();
  });
});

describe('sessions', () => {
  it('are listed and ended one by one or all but this', async () => {
    const [one, two, three] = [
      new Browser(api, '198.51.100.201', { 'user-agent': FIREFOX }),
      new Browser(api),
      new Browser(api),
    ];
    for (const browser of [one, two, three]) await browser.signIn(COMPANY.email, COMPANY.password);
    type Sessions = { sessions: { id: string; userAgent: string; isCurrent: boolean }[] };
    const { sessions } = await one.ask<Sessions>('{ sessions { id userAgent isCurrent } }');
    expect(sessions).toHaveLength(3);
    expect(sessions.find(({ isCurrent }) => isCurrent)?.userAgent).toBe('Firefox, Windows');
    const [current] = (await two.ask<Sessions>('{ sessions { id userAgent isCurrent } }')).sessions.filter(
      ({ isCurrent }) => isCurrent,
    );
    const end = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { sessions { id } } }';
    expect(await (await api.as('CITY')).refusal(end, { input: { sessionId: current?.id } })).toBe('ACCESS.NOT_FOUND');
    await one.do(end, { sessionId: current?.id });
    expect(await two.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    await one.ask('mutation { endOtherSessions { sessions { id } } }');
    expect(await three.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    expect(await one.ask(OPERATIONS.me)).toBeDefined();
  });
});

describe('the people of an organisation', () => {
  it('lose a role at once, but never the last administrator', async () => {
    const admin = await api.as('COMPANY');
    const { me } = await admin.ask<Me>(OPERATIONS.me);
    expect(await admin.refusal(REVOKE_ROLE, { input: { roleGrantId: me.roles[0]?.roleGrantId } })).toBe(
      'ACCOUNT.LAST_ADMIN',
    );
    const [company] = await api.db.query<[{ id: string }]>(`SELECT id FROM buyer WHERE code = 'TOSA'`);
    const member = await api.asNew('BUYER_MEMBER', company.id);
    const { me: other } = await member.ask<Me>(OPERATIONS.me);
    const input = { roleGrantId: other.roles[0]?.roleGrantId };
    expect(await (await api.as('DESK_ADMIN')).refusal(REVOKE_ROLE, { input })).toBe('ACCESS.NOT_FOUND');
    expect(await member.refusal(REVOKE_ROLE, { input })).toBe('ACCESS.NOT_FOUND');
    await admin.ask(REVOKE_ROLE, { input });
    expect(await member.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
  });

  it('are shut out by their desk, and refused at the next request', async () => {
    const coordinator = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    const admin = await api.as('DESK_ADMIN');
    const input = { accountId: await accountIdOf(COORDINATOR.email), isDisabled: true };
    expect(await (await api.as('COMPANY')).refusal(DISABLE, { input })).toBe('ACCESS.NOT_FOUND');
    const buyer = { accountId: await accountIdOf(COMPANY.email), isDisabled: true };
    expect(await admin.refusal(DISABLE, { input: buyer })).toBe('ACCESS.NOT_FOUND');
    const { me } = await admin.ask<Me>(OPERATIONS.me);
    expect(await admin.refusal(DISABLE, { input: { accountId: me.accountId, isDisabled: true } })).toBe(
      'ACCOUNT.NOT_YOURSELF',
    );
    await admin.ask(DISABLE, { input });
    expect(await coordinator.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    expect(await new Browser(api).refusal(OPERATIONS.signIn, { input: COORDINATOR })).toBe('SIGN_IN.REFUSED');
    await admin.ask(DISABLE, { input: { ...input, isDisabled: false } });
    await expect(new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password)).resolves.toBeDefined();
  });

  it('who also work elsewhere lose a role, not their account', async () => {
    const [city] = await api.db.query<[{ id: string }]>(`SELECT id FROM buyer WHERE code = 'MIHON'`);
    const accountId = await accountIdOf(COORDINATOR.email);
    await api.db.query(
      `INSERT INTO role_grant (id, account_id, role, organisation_id) VALUES (gen_random_uuid(), $1, 'BUYER_MEMBER', $2)`,
      [accountId, city.id],
    );
    const admin = await api.as('DESK_ADMIN');
    expect(await admin.refusal(DISABLE, { input: { accountId, isDisabled: true } })).toBe('ACCOUNT.BELONGS_ELSEWHERE');
    await api.db.query(`UPDATE role_grant SET revoked_at = now() WHERE account_id = $1 AND role = 'BUYER_MEMBER'`, [
      accountId,
    ]);
  });
});

describe('tokens of machines', () => {
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const machine = (token: string) => new Browser(api, '198.51.100.240', { authorization: `Bearer ${token}` });

  it('act as the role of their owner, within their scopes, until they are revoked', async () => {
    const owner = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    type Created = { createApiToken: { apiTokenId: string; token: string } };
    const reading = await owner.do<Created>(CREATE_TOKEN, { name: '購買', expiresAt: inDays(30), scopes: ['READ'] });
    const both = { name: '購買2', expiresAt: inDays(365), scopes: ['READ', 'ORDER'] };
    const ordering = await owner.do<Created>(CREATE_TOKEN, both);
    expect(reading.createApiToken.token).toMatch(/^yui_[\w-]{43}$/);
    expect(await owner.refusal(CREATE_TOKEN, { input: both })).toBe('API_TOKEN.NAME_TAKEN');

    const draft = `mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id } } }`;
    const [desk] = await api.db.query<[{ id: string }]>('SELECT id FROM desk');
    const input = {
      idempotencyKey: 'a-key-of-the-machine',
      deskId: desk.id,
      title: '封入作業',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 100, dueOn: '2027-03-01' }],
    };
    const reader = machine(reading.createApiToken.token);
    expect(await reader.ask('{ me { role organisationName } workOrders { items { id } } }')).toMatchObject({
      me: { role: 'BUYER_ADMIN' },
    });
    expect(await reader.refusal(draft, { input })).toBe('API_TOKEN.SCOPE_MISSING');
    for (const list of ['invoices', 'payments', 'contracts', 'settlementLines']) {
      expect(await reader.ask(`{ ${list} { items { id } } }`)).toEqual({ [list]: { items: [] } });
    }
    const orderer = machine(ordering.createApiToken.token);
    expect(await orderer.do(draft, input)).toMatchObject({ draftWorkOrder: { workOrder: {} } });
    const written = await api.db.query<object[]>(
      `SELECT api_token_id, host(address::inet) AS address FROM audit_entry entry
       JOIN audit_origin origin ON origin.entry_id = entry.id WHERE action = 'workOrder.draft'`,
    );
    expect(written).toEqual([{ api_token_id: ordering.createApiToken.apiTokenId, address: '198.51.100.240' }]);
    // What its owner may and a machine may not.
    for (const operation of [
      '{ people { email } }',
      '{ apiTokens { id } }',
      '{ sessions { id } }',
      'mutation { endOtherSessions { sessions { id } } }',
      'mutation { enrolTotp { secret } }',
    ]) {
      expect(await orderer.refusal(operation)).toBe('API_TOKEN.NOT_FOR_TOKENS');
    }

    const { apiTokens } = await owner.ask<{ apiTokens: { name: string; lastUsedAt: string | null }[] }>(
      '{ apiTokens { name lastUsedAt scopes } }',
    );
    expect(apiTokens).toHaveLength(2);
    expect(apiTokens.every(({ lastUsedAt }) => lastUsedAt !== null)).toBe(true);
    const revoked = { apiTokenId: reading.createApiToken.apiTokenId };
    expect(await (await api.as('CITY')).refusal(REVOKE_TOKEN, { input: revoked })).toBe('ACCESS.NOT_FOUND');
    await owner.do(REVOKE_TOKEN, revoked);
    expect(await owner.refusal(REVOKE_TOKEN, { input: revoked })).toBe('ACCESS.NOT_FOUND');
    expect(await reader.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    expect(await orderer.ask('{ me { role } }')).toBeDefined();
    await api.db.query(`UPDATE api_token SET expires_at = now()`);
    expect(await orderer.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
  });

  it('live a year at most and are made by administrators who have just signed in', async () => {
    const owner = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    for (const days of [-1, 0.5, 367]) {
      const input = { name: `for ${days}`, expiresAt: inDays(days), scopes: ['READ'] };
      expect(await owner.refusal(CREATE_TOKEN, { input })).toBe('API_TOKEN.EXPIRY_OUT_OF_RANGE');
    }
    const input = { name: 'x', expiresAt: inDays(10), scopes: ['READ'] };
    expect(await owner.refusal(CREATE_TOKEN, { input: { ...input, scopes: [] } })).toBe('API_TOKEN.NO_SCOPE');
    expect(await (await api.as('COORDINATOR')).refusal(CREATE_TOKEN, { input })).toBe('ACCESS.NOT_FOUND');
    await api.db.query(`UPDATE session SET created_at = now() - interval '1 hour'`);
    expect(await owner.refusal(CREATE_TOKEN, { input })).toBe('SIGN_IN.AGAIN');
  });

  it('that were never made, or of an unknown kind, are nobody', async () => {
    expect(await machine('yui_nothing').refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    const basic = new Browser(api, '198.51.100.241', { authorization: 'Basic eXVpOnl1aQ==' });
    expect(await basic.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
  });
});

describe('what the product knows of a person', () => {
  it('is given to them, without secrets', async () => {
    const browser = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    const {
      exportMyAccount: { accountJson },
    } = await browser.ask<{ exportMyAccount: { accountJson: string } }>('mutation { exportMyAccount { accountJson } }');
    const parts = JSON.parse(accountJson) as Record<string, object[]>;
    expect(parts.account).toMatchObject([{ email: COMPANY.email }]);
    expect(parts.roles?.length).toBeGreaterThan(0);
    expect(parts.actions?.length).toBeGreaterThan(0);
    expect(accountJson).not.toMatch(/hash|argon2|secret"/i);
  });

  it('is erased; what they did stays, under an id that leads to nobody', async () => {
    const [company] = await api.db.query<[{ id: string }]>(`SELECT id FROM buyer WHERE code = 'TOSA'`);
    const client = await api.asNew('BUYER_MEMBER', company.id);
    const { me } = await client.ask<Me & { me: { email: string } }>(OPERATIONS.me);
    const { accountId, email } = me;
    expect(await (await api.as('CITY')).refusal(ERASE, { input: { accountId } })).toBe('ACCESS.NOT_FOUND');
    await client.ask('mutation { exportMyAccount { accountJson } }');
    expect(await addressesOf(accountId)).toEqual(['127.0.0.1']);
    await client.ask(ERASE, { input: { accountId } });
    expect(await addressesOf(accountId)).toEqual([]);
    expect(await client.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    const [account] = await api.db.query<[{ email: string; name: string }]>('SELECT * FROM account WHERE id = $1', [
      accountId,
    ]);
    expect(account.email).toBe(`${accountId}@erased.invalid`);
    expect(JSON.stringify(account)).not.toContain(email);
    const actions = await api.db.query<{ action: string }[]>('SELECT action FROM audit_entry WHERE subject_id = $1', [
      accountId,
    ]);
    expect(actions.map(({ action }) => action).sort()).toEqual(['eraseAccount', 'exportMyAccount']);
    const desk = await api.as('PLATFORM');
    expect(await desk.refusal(ERASE, { input: { accountId } })).toBe('ACCESS.NOT_FOUND');
    expect(await desk.refusal(ERASE, { input: { accountId: await accountIdOf('platform@yui.example.com') } })).toBe(
      'ACCOUNT.LAST_ADMIN',
    );
  });
});

describe('what has served its time', () => {
  it('is deleted by the clean-up, and nothing else', async () => {
    const rest = async () => {
      const [counts] = await api.db.query<[Record<string, number>]>(`SELECT
        (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM known_place) AS places,
        (SELECT count(*) FROM audit_origin) AS origins, (SELECT count(*) FROM attempt) AS attempts, (SELECT count(*) FROM challenge) AS challenges`);
      return counts;
    };
    const browser = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    const before = await rest();
    const [person] = await api.db.query<[{ account_id: string; id: string }]>('SELECT account_id, id FROM role_grant');
    await api.db.query(
      `INSERT INTO session (token_hash, account_id, role_grant_id, expires_at)
       VALUES (sha256('old'), $1, $2, now() - interval '91 days')`,
      [person.account_id, person.id],
    );
    await api.db.query(
      `INSERT INTO known_place (account_id, place_hash, last_used_at)
       VALUES ($1, sha256('old'), now() - interval '181 days')`,
      [person.account_id],
    );
    await api.db.query(
      `INSERT INTO audit_origin (entry_id, desk_id, address, salt, at)
       SELECT id, $1, '192.0.2.1', decode(md5('x'), 'hex'), now() - interval '181 days' FROM audit_entry
       WHERE origin_hash IS NULL LIMIT 1`,
      ['00000000-0000-0000-0000-000000000000'],
    );
    await api.db.query(`INSERT INTO attempt VALUES (gen_random_uuid(), sha256('x'), now() - interval '49 hours')`);
    await api.db.query(
      `INSERT INTO challenge VALUES (sha256('old'), 'OIDC_SIGN_IN', NULL, '{}', now() - interval '1 minute')`,
    );
    const settings = { url: api.databaseUrl, poolSize: 2, applicationName: 'test', role: 'yui_worker' } as const;
    const worker = await createDataSource(settings).initialize();
    expect(await new CleanUp(new UnitOfWork(worker), PRODUCT).execute()).toBe(5);
    await worker.destroy();
    expect(await rest()).toEqual(before);
    expect(await browser.ask(OPERATIONS.me)).toBeDefined();
  });
});

describe('the audit', () => {
  it('holds no password, no token and no address', async () => {
    const [{ text }] = await api.db.query<[{ text: string }]>(
      `SELECT string_agg(change::text || action, ' ') AS text FROM audit_entry`,
    );
    expect(text).toContain('signIn');
    expect(text).not.toMatch(/@|yui_|argon2|password"/);
  });
});
