import { POLICY } from '../../apps/api/policy.js';
import { ROLES } from '#yui/platform';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { allOperations } from '../harness/operations.js';

/** What an operation on credentials, money's way or mail's way is called. */
const SOUNDS_LASTING =
  /totp|passkey|password|recoverycode|provider|apitoken|secondfactor|eraseaccount|exportmyaccount|businessprofile/i;

/** Those that need no sign-in of a moment ago, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  beginPasskeySignIn: 'is a sign-in',
  signInWithPasskey: 'is a sign-in',
  beginProviderSignIn: 'is a sign-in',
  signInWithProvider: 'is a sign-in',
  presentSecondFactor: 'is a part of a sign-in',
  beginInvitationPasskey: 'the link of a mail proves who it is',
  requestPasswordReset: 'changes nothing',
  resetPassword: 'the link of a mail proves who it is',
  revokeApiToken: 'takes a right away',
};
/** Where only some inputs need it. */
const INPUTS: Readonly<Record<string, string>> = {
  setBusinessProfile: '{ bankAccount: null }',
};
const ALSO: readonly string[] = ['mutation { setBusinessProfile(input: { email: "a@b.example" }) { __typename } }'];

describe('what lasts longer than a session', () => {
  let api: TestApi;
  const clients = new Map<string, Client>();
  beforeAll(async () => {
    api = await startApi();
    const organisations = await api.db.query<{ role: string; organisation_id: string }[]>(
      'SELECT DISTINCT ON (role) role, organisation_id FROM role_grant ORDER BY role, id',
    );
    for (const role of ROLES) {
      const place = organisations.find((one) => one.role === role || one.role.split('_')[0] === role.split('_')[0]);
      if (place) clients.set(role, await api.asNew(role, place.organisation_id));
    }
  });
  afterAll(async () => {
    await api.close();
  });

  it('is changed only by somebody who has just signed in', async () => {
    const operations = (await allOperations()).filter(
      ({ key, name }) => key.startsWith('Mutation.') && SOUNDS_LASTING.test(name) && !(name in EXEMPT),
    );
    expect(operations.length).toBeGreaterThan(12);
    const texts = [
      ...operations.map((operation) => {
        const { key, name } = operation;
        return [key, name in INPUTS ? `mutation { ${name}(input: ${INPUTS[name]}) { __typename } }` : operation.text()];
      }),
      ...ALSO.map((text) => ['Mutation.setBusinessProfile', text]),
    ] as [string, string][];
    await api.db.query(`UPDATE session SET created_at = now() - interval '16 minutes'`);
    for (const [key, text] of texts) {
      const grant = POLICY[key] ?? [];
      const role = ROLES.find((one) => grant !== 'PUBLIC' && grant.includes(one) && one.endsWith('_ADMIN'));
      const client = clients.get(role ?? '');
      expect([key, client && (await client.refusal(text))]).toEqual([key, 'SIGN_IN.AGAIN']);
    }
  });

  it('ends the session that nobody uses, and not the one that is used', async () => {
    const [used, idle] = [await api.as('COMPANY'), await api.as('CITY')];
    const me = '{ me { name } }';
    await api.db.query(
      `UPDATE session SET created_at = now() - interval '3 hours', last_used_at = now() - interval '59 minutes'`,
    );
    await expect(used.ask(me)).resolves.toBeDefined();
    await api.db.query(`UPDATE session SET last_used_at = last_used_at - interval '2 minutes'`);
    await expect(used.ask(me)).resolves.toBeDefined();
    expect(await idle.refusal(me)).toBe('ACCESS.SIGN_IN_REQUIRED');
  });
});
