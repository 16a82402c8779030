import { newKey } from '../harness/product.js';
import { Browser, CITY, COMPANY, DESK_ADMIN, OPERATIONS } from './browser.js';
import { type ApiWithMail, startApiWithMail } from './mailbox.js';
import { SoftwarePasskey } from './software-passkey.js';

const REGISTER = 'mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) { passkeys { id name } } }';
const REMOVE = 'mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { passkeys { id } } }';
const SIGN_IN =
  'mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { me { name role secondFactorStep } } }';

describe('passkeys', () => {
  let world: ApiWithMail;
  beforeAll(async () => {
    world = await startApiWithMail();
  });
  afterAll(async () => {
    await world.close();
  });

  const begin = async (browser: Browser, mutation: string, field: string): Promise<string> =>
    (await browser.ask<Record<string, { optionsJson: string }>>(mutation))[field]?.optionsJson ?? '';
  const registrationOptions = (browser: Browser) =>
    begin(browser, 'mutation { beginPasskeyRegistration { optionsJson } }', 'beginPasskeyRegistration');
  const signInOptions = (browser: Browser) =>
    begin(browser, 'mutation { beginPasskeySignIn { optionsJson } }', 'beginPasskeySignIn');

  type Registered = { registerPasskey: { passkeys: { id: string; name: string }[] } };
  async function register(browser: Browser, passkey: SoftwarePasskey, name = '机のノートパソコン') {
    const responseJson = passkey.create(await registrationOptions(browser));
    const {
      registerPasskey: { passkeys },
    } = await browser.do<Registered>(REGISTER, { responseJson, name });
    return { passkeys, responseJson };
  }

  it('are registered by who has just signed in, and open sessions without anything typed', async () => {
    const browser = await new Browser(world.api).signIn(COMPANY.email, COMPANY.password);
    const passkey = new SoftwarePasskey();
    const { passkeys, responseJson } = await register(browser, passkey);
    expect(passkeys).toMatchObject([{ name: '机のノートパソコン' }]);
    expect(await browser.refusal(REGISTER, { input: { responseJson, name: 'again' } })).toBe(
      'ACCOUNT.CHALLENGE_EXPIRED',
    );

    const next = new Browser(world.api);
    const response = passkey.get(await signInOptions(next));
    expect(await next.do(SIGN_IN, { responseJson: response })).toEqual({
      signInWithPasskey: { me: { name: 'とさ商事 発注担当', role: 'BUYER_ADMIN', secondFactorStep: 'NONE' } },
    });
    expect(await next.ask(OPERATIONS.me)).toMatchObject({ me: { email: COMPANY.email } });
    expect(await next.ask('{ sessions { method isCurrent } }')).toMatchObject({
      sessions: [{ method: 'PASSKEY', isCurrent: true }, { method: 'PASSWORD' }],
    });
    // The same answer again is worth nothing.
    expect(await new Browser(world.api).refusal(SIGN_IN, { input: { responseJson: response } })).toBe(
      'ACCOUNT.CHALLENGE_EXPIRED',
    );
    expect((await world.mailFor(COMPANY.email, 'パスキーが追加されました')).text).toContain('A passkey was added');
  });

  it('are refused from another page, without the person being checked, and when unknown', async () => {
    const browser = await new Browser(world.api).signIn(CITY.email, CITY.password);
    const passkey = new SoftwarePasskey();
    await register(browser, passkey);
    for (const behaviour of [{ origin: 'https://yui.example.net' }, { isVerified: false }]) {
      const responseJson = passkey.get(await signInOptions(browser), behaviour);
      expect(await browser.refusal(SIGN_IN, { input: { responseJson } })).toBe('SIGN_IN.PASSKEY_REFUSED');
      const created = new SoftwarePasskey().create(await registrationOptions(browser), behaviour);
      expect(await browser.refusal(REGISTER, { input: { responseJson: created, name: 'x' } })).toBe(
        'ACCOUNT.PASSKEY_INVALID',
      );
    }
    const stranger = new SoftwarePasskey().get(await signInOptions(browser));
    expect(await browser.refusal(SIGN_IN, { input: { responseJson: stranger } })).toBe('SIGN_IN.PASSKEY_REFUSED');
    expect(await browser.refusal(SIGN_IN, { input: { responseJson: '{"id":1}' } })).toBe('ACCOUNT.PASSKEY_INVALID');

    // Somebody else's challenge is not one's own.
    const other = await new Browser(world.api).signIn(COMPANY.email, COMPANY.password);
    const foreign = new SoftwarePasskey().create(await registrationOptions(other));
    expect(await browser.refusal(REGISTER, { input: { responseJson: foreign, name: 'x' } })).toBe(
      'ACCOUNT.CHALLENGE_EXPIRED',
    );
  });

  it('are asked for by a session of a while ago only after signing in again', async () => {
    const browser = await new Browser(world.api).signIn(CITY.email, CITY.password);
    await world.api.db.query(`UPDATE session SET created_at = now() - interval '16 minutes'`);
    expect(await browser.refusal('mutation { beginPasskeyRegistration { optionsJson } }')).toBe('SIGN_IN.AGAIN');
  });

  it('make an account of an invitation, are both factors at once, and the last one stays', async () => {
    const admin = await world.api.as('DESK_ADMIN');
    const [desk] = await world.api.db.query<[{ id: string }]>('SELECT id FROM desk');
    const email = 'new-coordinator@desk.example.jp';
    const invitation = { idempotencyKey: newKey(), email, role: 'DESK_COORDINATOR', organisationId: desk.id };
    await admin.ask(OPERATIONS.invite, { input: invitation });
    const token = await world.tokenFor(email, '招待');
    const browser = new Browser(world.api);
    const start =
      'mutation ($input: BeginInvitationPasskeyInput!) { beginInvitationPasskey(input: $input) { optionsJson } }';
    const {
      beginInvitationPasskey: { optionsJson },
    } = await browser.do<{ beginInvitationPasskey: { optionsJson: string } }>(start, {
      token,
      name: '窓口 新人',
    });
    const passkey = new SoftwarePasskey();
    const passkeyResponseJson = passkey.create(optionsJson);
    expect(await browser.do(OPERATIONS.accept, { token, name: '窓口 新人', passkeyResponseJson })).toEqual({
      acceptInvitation: { me: { role: 'DESK_COORDINATOR', secondFactorStep: 'NONE' } },
    });
    const { passkeys } = await browser.ask<{ passkeys: { id: string }[] }>('{ passkeys { id } }');
    expect(await browser.refusal(REMOVE, { input: { passkeyId: passkeys[0]?.id } })).toBe('ACCOUNT.LAST_WAY_IN');
    await register(browser, new SoftwarePasskey(), 'second');
    expect(await browser.do(REMOVE, { passkeyId: passkeys[0]?.id })).toMatchObject({
      removePasskey: { passkeys: [{}] },
    });
    const gone = passkey.get(await signInOptions(browser));
    expect(await browser.refusal(SIGN_IN, { input: { responseJson: gone } })).toBe('SIGN_IN.PASSKEY_REFUSED');
  });

  it('cannot be gone round with a password by who needs two factors', async () => {
    const browser = await new Browser(world.api).signIn(DESK_ADMIN.email, DESK_ADMIN.password);
    expect(await browser.ask(OPERATIONS.me)).toMatchObject({ me: { secondFactorStep: 'ENROL' } });
    await world.api.db.query(
      `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, name, is_backed_up)
       SELECT gen_random_uuid(), id, 'some-credential', '\\x00', 0, '[]', 'key', false FROM account WHERE email = $1`,
      [DESK_ADMIN.email],
    );
    expect(await browser.ask(OPERATIONS.me)).toMatchObject({ me: { secondFactorStep: 'PASSKEY' } });
    expect(await browser.refusal(OPERATIONS.enrol)).toBe('SECOND_FACTOR.DUE');
    expect(await browser.refusal('{ people { email } }')).toBe('SECOND_FACTOR.DUE');
  });
});
