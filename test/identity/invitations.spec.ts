import { randomUUID } from 'node:crypto';
import { addPlatformAdminTo } from '#yui/identity';
import { newKey } from '../harness/product.js';
import { Browser, COMPANY, OPERATIONS } from './browser.js';
import { type ApiWithMail, startApiWithMail } from './mailbox.js';

const GOOD_PASSWORD = 'Usagi ga tsuki de mochi wo';
const RESEND = 'mutation ($input: ResendInvitationInput!) { resendInvitation(input: $input) { invitations { id } } }';
const REVOKE = 'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { invitations { id } } }';
const JOIN = 'mutation ($input: JoinOrganisationInput!) { joinOrganisation(input: $input) { me { roles { role } } } }';

describe('invitations', () => {
  let world: ApiWithMail;
  beforeAll(async () => {
    world = await startApiWithMail();
  });
  afterAll(async () => {
    await world.close();
  });

  const idOf = async (statement: string): Promise<string> => {
    const [row] = await world.api.db.query<[{ id: string }]>(statement);
    return row.id;
  };
  const companyId = () => idOf(`SELECT id FROM buyer WHERE code = 'TOSA'`);
  const deskId = () => idOf('SELECT id FROM desk');
  const lonelyFacilityId = () =>
    idOf(`SELECT facility.id FROM facility WHERE NOT EXISTS
      (SELECT 1 FROM role_grant WHERE organisation_id = facility.id) ORDER BY registry_number LIMIT 1`);

  async function invite(by: Parameters<ApiWithMail['api']['as']>[0], email: string, role: string, to: string) {
    const client = await world.api.as(by);
    const input = { idempotencyKey: newKey(), email, role, organisationId: to };
    const {
      invitePerson: { invitations },
    } = await client.ask<{ invitePerson: { invitations: { id: string; email: string }[] } }>(OPERATIONS.invite, {
      input,
    });
    return { client, id: invitations.find((invitation) => invitation.email === email)?.id ?? '' };
  }

  it('bring a colleague in: mail, name and password, signed in; the link works once', async () => {
    const email = 'colleague@tosa.example.jp';
    await invite('COMPANY', email, 'BUYER_MEMBER', await companyId());
    const { text } = await world.mailFor(email, '株式会社とさ商事（見本） への招待');
    expect(text).toMatch(/株式会社とさ商事（見本） \S.* 様が、あなたを .* の「発注者の担当者」として招待しました/);
    expect(text).toContain('The link works once');
    const token = await world.tokenFor(email, '招待');
    const browser = new Browser(world.api);
    expect(await browser.ask(OPERATIONS.preview, { token })).toEqual({
      invitation: { email, role: 'BUYER_MEMBER', organisationName: '株式会社とさ商事（見本）', hasAccount: false },
    });
    const input = { token, name: '見本 花子', password: GOOD_PASSWORD };
    expect(await browser.refusal(OPERATIONS.accept, { input: { ...input, password: 'short' } })).toBe(
      'ACCOUNT.PASSWORD_TOO_SHORT',
    );
    for (const password of ['passwordpassword1', 'colleague-colleague-tosa', 'abcdefghijklmnopqrstuvwxyz']) {
      expect(await browser.refusal(OPERATIONS.accept, { input: { ...input, password } })).toBe(
        'ACCOUNT.PASSWORD_COMMON',
      );
    }
    expect(await browser.do(OPERATIONS.accept, input)).toEqual({
      acceptInvitation: { me: { role: 'BUYER_MEMBER', secondFactorStep: 'NONE' } },
    });
    expect(await browser.ask('{ people { name role } }')).toMatchObject({
      people: [{ role: 'BUYER_ADMIN' }, { name: '見本 花子', role: 'BUYER_MEMBER' }],
    });
    expect(await new Browser(world.api).refusal(OPERATIONS.accept, { input })).toBe('INVITATION.INVALID');
    expect(await new Browser(world.api).refusal(OPERATIONS.preview, { token })).toBe('INVITATION.INVALID');
    await expect(new Browser(world.api).signIn(email, GOOD_PASSWORD)).resolves.toBeDefined();
  });

  it('accepted twice at once make one account', async () => {
    const email = 'twice@tosa.example.jp';
    await invite('COMPANY', email, 'BUYER_MEMBER', await companyId());
    const input = { token: await world.tokenFor(email, '招待'), name: 'Twice', password: GOOD_PASSWORD };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => new Browser(world.api).send(OPERATIONS.accept, { input })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('let the desk bring the first people of a facility in, and nobody after them', async () => {
    const facilityId = await lonelyFacilityId();
    const email = 'chief@facility.example.jp';
    await invite('COORDINATOR', email, 'FACILITY_ADMIN', facilityId);
    const spare = 'spare@facility.example.jp';
    await invite('COORDINATOR', spare, 'FACILITY_MEMBER', facilityId);
    const spareToken = await world.tokenFor(spare, '招待');
    const input = { token: await world.tokenFor(email, '招待'), name: 'Chief', password: GOOD_PASSWORD };
    await new Browser(world.api).do(OPERATIONS.accept, input);
    await expect(invite('COORDINATOR', 'x@facility.example.jp', 'FACILITY_MEMBER', facilityId)).rejects.toMatchObject({
      code: 'INVITATION.HAS_ADMIN',
    });
    // One that was sent before has lost its ground as well.
    expect(await new Browser(world.api).refusal(OPERATIONS.accept, { input: { ...input, token: spareToken } })).toBe(
      'INVITATION.INVALID',
    );
  });

  it('bring nobody of the inviting side into another organisation', async () => {
    const facilityId = await lonelyFacilityId();
    const own = await world.api.db.query<{ email: string }[]>(
      `SELECT email FROM account JOIN role_grant ON account_id = account.id WHERE organisation_id = $1`,
      [await deskId()],
    );
    expect(own.length).toBeGreaterThan(1);
    for (const { email } of own) {
      for (const by of ['COORDINATOR', 'DESK_ADMIN'] as const) {
        for (const role of ['FACILITY_ADMIN', 'FACILITY_MEMBER']) {
          await expect(invite(by, email.toUpperCase(), role, facilityId)).rejects.toMatchObject({
            code: 'INVITATION.OWN_PERSON',
          });
        }
      }
    }
    // Somebody who joins the desk while the invitation is open.
    const email = 'city@yui.example.com';
    await invite('COORDINATOR', email, 'FACILITY_ADMIN', facilityId);
    const token = await world.tokenFor(email, '招待');
    await world.api.db.query(
      `INSERT INTO role_grant (id, account_id, role, organisation_id)
       SELECT gen_random_uuid(), id, 'DESK_COORDINATOR', $2 FROM account WHERE email = $1`,
      [email, await deskId()],
    );
    expect(await (await world.api.as('CITY')).refusal(JOIN, { input: { token } })).toBe('INVITATION.OWN_PERSON');
    await world.api.db.query(`DELETE FROM role_grant WHERE role = 'DESK_COORDINATOR' AND account_id =
      (SELECT id FROM account WHERE email = '${email}')`);
  });

  it('come from the desk that alone registered a facility, or that it agreed to', async () => {
    const facilityId = await lonelyFacilityId();
    const otherDesk = randomUUID();
    await world.api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'SECOND', '第二の窓口')`, [otherDesk]);
    await world.api.db.query(
      `INSERT INTO membership (id, desk_id, facility_id, joined_on, left_on, left_by)
       VALUES (gen_random_uuid(), $1, $2, '2020-04-01', '2021-03-31', 'DESK')`,
      [otherDesk, facilityId],
    );
    const attempt = () => invite('DESK_ADMIN', `${randomUUID()}@example.jp`, 'FACILITY_ADMIN', facilityId);
    await expect(attempt()).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    await world.api.db.query('UPDATE membership SET is_agreed = true WHERE facility_id = $1 AND left_on IS NULL', [
      facilityId,
    ]);
    await expect(attempt()).resolves.toBeDefined();
  });

  it('are for those who may', async () => {
    const [company, desk, facility] = [await companyId(), await deskId(), await lonelyFacilityId()];
    const refused = async (...[by, role, to]: [Parameters<typeof invite>[0], string, string]) =>
      expect(invite(by, `${randomUUID()}@example.jp`, role, to)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    await refused('CITY', 'BUYER_MEMBER', company);
    await refused('COMPANY', 'DESK_ADMIN', desk);
    await refused('COMPANY', 'FACILITY_ADMIN', facility);
    await refused('COORDINATOR', 'DESK_ADMIN', desk);
    await refused('COORDINATOR', 'PLATFORM_ADMIN', '00000000-0000-0000-0000-000000000000');
    await refused('FACILITY_1', 'FACILITY_MEMBER', facility);
    await refused('DESK_ADMIN', 'BUYER_ADMIN', randomUUID());
    // A role of another kind for an organisation that is there.
    await refused('DESK_ADMIN', 'BUYER_ADMIN', facility);
    await expect(invite('DESK_ADMIN', 'co@desk.example.jp', 'DESK_COORDINATOR', desk)).resolves.toBeDefined();
  });

  it('can be revoked and sent again', async () => {
    const email = 'later@tosa.example.jp';
    const { client, id } = await invite('COMPANY', email, 'BUYER_MEMBER', await companyId());
    const old = await world.tokenFor(email, '招待');
    await expect(invite('COMPANY', email, 'BUYER_MEMBER', await companyId())).rejects.toMatchObject({
      code: 'INVITATION.OPEN_ALREADY',
    });
    world.mail.clear();
    await client.ask(RESEND, { input: { idempotencyKey: newKey(), invitationId: id } });
    const fresh = await world.tokenFor(email, '招待');
    const browser = new Browser(world.api);
    expect(await browser.refusal(OPERATIONS.preview, { token: old })).toBe('INVITATION.INVALID');
    expect(await browser.ask(OPERATIONS.preview, { token: fresh })).toBeDefined();
    expect(await (await world.api.as('CITY')).refusal(REVOKE, { input: { invitationId: id } })).toBe(
      'ACCESS.NOT_FOUND',
    );
    await client.ask(REVOKE, { input: { invitationId: id } });
    expect(await browser.refusal(OPERATIONS.preview, { token: fresh })).toBe('INVITATION.INVALID');
  });

  it('expire after seven days', async () => {
    const email = 'slow@tosa.example.jp';
    const { id } = await invite('COMPANY', email, 'BUYER_MEMBER', await companyId());
    const token = await world.tokenFor(email, '招待');
    const [{ days }] = await world.api.db.query<[{ days: string }]>(
      'SELECT extract(epoch FROM expires_at - created_at) / 86400 AS days FROM invitation WHERE id = $1',
      [id],
    );
    expect(Number(days)).toBeCloseTo(7);
    await world.api.db.query(`UPDATE invitation SET expires_at = now() WHERE id = $1`, [id]);
    expect(await new Browser(world.api).refusal(OPERATIONS.preview, { token })).toBe('INVITATION.INVALID');
    // What has expired gives way.
    await expect(invite('COMPANY', email, 'BUYER_MEMBER', await companyId())).resolves.toBeDefined();
  });

  it('add a role to an account whose owner signs in', async () => {
    const city = await idOf(`SELECT id FROM buyer WHERE code = 'MIHON'`);
    await invite('CITY', COMPANY.email, 'BUYER_MEMBER', city);
    const token = await world.tokenFor(COMPANY.email, '招待');
    const browser = new Browser(world.api);
    expect(await browser.ask(OPERATIONS.preview, { token })).toMatchObject({ invitation: { hasAccount: true } });
    const input = { token, name: 'Somebody else', password: GOOD_PASSWORD };
    expect(await browser.refusal(OPERATIONS.accept, { input })).toBe('INVITATION.SIGN_IN_FIRST');
    const other = await world.api.as('FACILITY_1');
    expect(await other.refusal(JOIN, { input: { token } })).toBe('INVITATION.OTHER_ADDRESS');
    await browser.signIn(COMPANY.email, COMPANY.password);
    expect(await browser.do(JOIN, { token })).toEqual({
      joinOrganisation: { me: { roles: [{ role: 'BUYER_ADMIN' }, { role: 'BUYER_MEMBER' }] } },
    });
    expect(await browser.refusal(JOIN, { input: { token } })).toBe('INVITATION.INVALID');
  });

  it('leave no link that works in the database', async () => {
    const email = 'canary@tosa.example.jp';
    await invite('COMPANY', email, 'BUYER_MEMBER', await companyId());
    const token = await world.tokenFor(email, '招待');
    const tables = await world.api.db.query<{ name: string }[]>(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const rows = await world.api.db.query<object[]>(
        `SELECT 1 FROM ${name} AS whole WHERE whole::text LIKE '%' || $1 || '%'`,
        [token],
      );
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
  });
});

describe('the first administrator', () => {
  it('sets a password with a link from a mail, and is the only one who comes so', async () => {
    const world = await startApiWithMail();
    try {
      const person = { email: 'first@yui.example.jp', name: '最初の運営者' };
      await expect(addPlatformAdminTo(world.api.databaseUrl, person)).rejects.toMatchObject({
        code: 'ACCOUNT.HAS_ADMIN',
      });
      await world.api.db.query(`UPDATE account SET is_disabled = true WHERE email = 'platform@yui.example.com'`);
      await addPlatformAdminTo(world.api.databaseUrl, person);
      const token = await world.tokenFor(person.email, '再設定');
      const browser = new Browser(world.api);
      await browser.do(OPERATIONS.reset, { token, newPassword: GOOD_PASSWORD });
      expect(await browser.do(OPERATIONS.signIn, { email: person.email, password: GOOD_PASSWORD })).toMatchObject({
        signIn: { me: { role: 'PLATFORM_ADMIN', secondFactorStep: 'ENROL' } },
      });
    } finally {
      await world.close();
    }
  });
});

describe('a forgotten password', () => {
  let world: ApiWithMail;
  beforeAll(async () => {
    world = await startApiWithMail();
  });
  afterAll(async () => {
    await world.close();
  });

  it('is replaced with a link from a mail, once; all sessions end and none begins', async () => {
    const before = await new Browser(world.api).signIn(COMPANY.email, COMPANY.password);
    const browser = new Browser(world.api);
    await browser.do(OPERATIONS.requestReset, { email: COMPANY.email.toUpperCase() });
    const token = await world.tokenFor(COMPANY.email, '再設定');
    expect(await browser.refusal(OPERATIONS.reset, { input: { token, newPassword: 'passwordpassword' } })).toBe(
      'ACCOUNT.PASSWORD_COMMON',
    );
    const input = { token, newPassword: GOOD_PASSWORD };
    expect(await browser.do(OPERATIONS.reset, input)).toEqual({ resetPassword: { isDone: true } });
    expect(browser.cookie('yui')).toBeUndefined();
    expect(await before.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');
    expect(await browser.refusal(OPERATIONS.reset, { input })).toBe('ACCOUNT.RESET_INVALID');
    expect(await browser.refusal(OPERATIONS.signIn, { input: COMPANY })).toBe('SIGN_IN.REFUSED');
    await browser.signIn(COMPANY.email, GOOD_PASSWORD);
    expect((await world.mailFor(COMPANY.email, 'パスワードが変わりました')).text).toContain('If this was not you');
  });

  it('does not get past the second factor', async () => {
    const [account] = await world.api.db.query<[{ id: string }]>(
      `SELECT id FROM account WHERE email = 'coordinator@yui.example.com'`,
    );
    await world.api.db.query(
      `INSERT INTO totp (account_id, secret, last_used_step) VALUES ($1, 'clear:JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 0)`,
      [account.id],
    );
    const email = 'coordinator@yui.example.com';
    const browser = new Browser(world.api);
    await browser.do(OPERATIONS.requestReset, { email });
    const token = await world.tokenFor(email, '再設定');
    await browser.do(OPERATIONS.reset, { token, newPassword: GOOD_PASSWORD });
    expect(await browser.do(OPERATIONS.signIn, { email, password: GOOD_PASSWORD })).toMatchObject({
      signIn: { me: { secondFactorStep: 'CODE' } },
    });
  });

  it('answers the same for an address nobody has, with the same statements, and sends it nothing', async () => {
    world.mail.clear();
    const answers = new Set<string>();
    const statements: string[][] = [];
    for (const email of ['city@yui.example.com', 'nobody@yui.example.com']) {
      statements.push(
        await world.api.statementsOf(async () => {
          answers.add(JSON.stringify(await new Browser(world.api).send(OPERATIONS.requestReset, { input: { email } })));
        }),
      );
    }
    expect(answers.size).toBe(1);
    expect(statements[0]).toEqual(statements[1]);
    await world.mailFor('city@yui.example.com', '再設定');
    expect(world.mail.list().filter(({ to }) => to.includes('nobody@yui.example.com'))).toEqual([]);
  });

  it('fills nobody’s mailbox', async () => {
    const [{ before }] = await world.api.db.query<[{ before: number }]>(
      'SELECT count(*) AS before FROM password_reset',
    );
    for (let n = 0; n < 8; n += 1) {
      const answer = await new Browser(world.api).do(OPERATIONS.requestReset, { email: 'facility-1@yui.example.com' });
      expect(answer).toEqual({ requestPasswordReset: { isDone: true } });
    }
    const [{ after }] = await world.api.db.query<[{ after: number }]>('SELECT count(*) AS after FROM password_reset');
    expect(after - before).toBe(3);
  });

  it('is not replaced after half an hour', async () => {
    const email = 'facility-2@yui.example.com';
    await new Browser(world.api).do(OPERATIONS.requestReset, { email });
    const token = await world.tokenFor(email, '再設定');
    await world.api.db.query('UPDATE password_reset SET expires_at = now() WHERE used_at IS NULL');
    const input = { token, newPassword: GOOD_PASSWORD };
    expect(await new Browser(world.api).refusal(OPERATIONS.reset, { input })).toBe('ACCOUNT.RESET_INVALID');
  });
});
