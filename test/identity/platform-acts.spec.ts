import { randomUUID } from 'node:crypto';
import { ROLES } from '#yui/platform';
import { POLICY } from '../../apps/api/policy.js';
import { newKey } from '../harness/product.js';
import { type Client, startApi, type TestApi } from '../harness/api.js';

const PLATFORM_ID = '00000000-0000-0000-0000-000000000000';
const DISABLE = 'mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { accountId } }';
const RESET = 'mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { accountId } }';
const ERASE = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { accountId } }';
const INVITE = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename } }';

/** What the platform may change that is no act on the people of a desk, and why. */
const OTHERS: Readonly<Record<string, string>> = {
  'Mutation.resendInvitation': 'of an invitation the desk was told of',
  'Mutation.revokeInvitation': 'takes an invitation back',
  'Mutation.revokeRole': 'of its own people and of officers of prefectures',
  'Mutation.createDesk': 'makes an organisation nobody belongs to yet',
  'Mutation.createPrefecture': 'makes an organisation',
  'Mutation.setOverseenDesks': 'stands in the audit of each desk; officers see figures alone',
  'Mutation.moveClock': 'of demonstrations',
  'Mutation.retryEvents': 'sets tasks of the product going again',
};

describe('what the platform does to the people of a desk', () => {
  let api: TestApi;
  let first: Client;
  let second: Client;
  let deskId: string;
  beforeAll(async () => {
    api = await startApi();
    first = await api.as('PLATFORM');
    second = await api.asNew('PLATFORM_ADMIN', PLATFORM_ID);
    deskId = (await api.db.query<[{ id: string }]>('SELECT id FROM desk'))[0].id;
  });
  afterAll(async () => {
    await api.close();
  });

  /** A new coordinator, or a second administrator. */
  const newPerson = async (role: 'DESK_COORDINATOR' | 'DESK_ADMIN' = 'DESK_COORDINATOR'): Promise<string> => {
    const client = await api.asNew(role, deskId);
    return (await client.ask<{ me: { accountId: string } }>('{ me { accountId } }')).me.accountId;
  };
  const mails = async (): Promise<number> =>
    (await api.db.query<[{ n: number }]>(`SELECT count(*) AS n FROM outbox_event WHERE name = 'platform.acted'`))[0].n;
  const admins = async (): Promise<number> =>
    (
      await api.db.query<[{ n: number }]>(
        `SELECT count(*) AS n FROM role_grant WHERE role = 'DESK_ADMIN' AND revoked_at IS NULL AND organisation_id = $1`,
        [deskId],
      )
    )[0].n;
  const auditOfDesk = async (): Promise<string[]> =>
    (
      await api.db.query<{ action: string }[]>(
        `SELECT action FROM audit_entry WHERE desk_id = $1 AND role = 'PLATFORM_ADMIN' ORDER BY at, id`,
        [deskId],
      )
    ).map(({ action }) => action);

  const onPerson =
    (text: string, more: object = {}) =>
    async () => {
      const accountId = await newPerson();
      return (by: Client) => by.ask(text, { input: { accountId, ...more } });
    };
  /** Each act, ready to be tried by somebody of the platform. */
  const ACTS: readonly (readonly [key: string, name: string, make: () => Promise<(by: Client) => Promise<unknown>>])[] =
    [
      ['Mutation.setAccountDisabled', 'setAccountDisabled', onPerson(DISABLE, { isDisabled: true })],
      ['Mutation.setAccountDisabled', 'setAccountDisabled', onPerson(DISABLE, { isDisabled: false })],
      ['Mutation.resetSecondFactor', 'resetSecondFactor', onPerson(RESET)],
      ['Mutation.eraseAccount', 'eraseAccount', onPerson(ERASE)],
      [
        'Mutation.invitePerson',
        'invitePerson',
        async () => {
          // Only a desk without an administrator who can sign in is the platform's to help.
          await api.db.query(`UPDATE account SET is_disabled = true WHERE id IN
          (SELECT account_id FROM role_grant WHERE role = 'DESK_ADMIN')`);
          const email = `${randomUUID()}@example.jp`;
          return (by: Client) =>
            by.ask(INVITE, { input: { idempotencyKey: newKey(), email, role: 'DESK_ADMIN', organisationId: deskId } });
        },
      ],
    ];

  it('are the acts this test knows', () => {
    const ofPlatform = Object.entries(POLICY)
      .filter(([key, grant]) => key.startsWith('Mutation.') && grant !== 'PUBLIC' && grant.includes('PLATFORM_ADMIN'))
      .filter(([, grant]) => grant.length < ROLES.length)
      .map(([key]) => key);
    const known = new Set([...ACTS.map(([key]) => key), ...Object.keys(OTHERS)]);
    expect(ofPlatform.filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(ACTS)('%s: is announced, waits a day, and stands in the audit of the desk', async (_key, name, make) => {
    const act = await make();
    const told = await mails();
    const before = (await auditOfDesk()).length;
    await expect(act(first)).rejects.toMatchObject({ code: 'PLATFORM_ACT.WAITS' });
    await expect(act(first)).rejects.toMatchObject({ code: 'PLATFORM_ACT.WAITS' });
    expect((await mails()) - told).toBe(await admins());
    expect((await auditOfDesk()).slice(before)).toEqual(['platformAct.request']);
    await api.db.query(`UPDATE platform_act SET requested_at = requested_at - interval '1 day' WHERE done_at IS NULL`);
    await act(first);
    expect((await mails()) - told).toBe(2 * (await admins()));
    expect((await auditOfDesk()).slice(before)).toEqual(['platformAct.request', name]);
  });

  it.each(ACTS)(
    '%s: is done at once when a second person of the platform asks for the same',
    async (_key, name, make) => {
      const act = await make();
      const before = (await auditOfDesk()).length;
      await expect(act(first)).rejects.toMatchObject({ code: 'PLATFORM_ACT.WAITS' });
      await act(second);
      expect((await auditOfDesk()).slice(before)).toEqual(['platformAct.request', name]);
    },
  );

  it('tells also the administrator who is shut out, and is asked for again after a week', async () => {
    await api.db.query(`UPDATE account SET is_disabled = false`);
    const accountId = await newPerson('DESK_ADMIN');
    const input = { accountId, isDisabled: true };
    expect(await first.refusal(DISABLE, { input })).toBe('PLATFORM_ACT.WAITS');
    const recipients = await api.db.query<{ id: string }[]>(
      `SELECT payload ->> 'accountId' AS id FROM outbox_event WHERE name = 'platform.acted' ORDER BY created_at DESC LIMIT $1`,
      [await admins()],
    );
    expect(recipients.map(({ id }) => id)).toContain(accountId);
    await api.db.query(`UPDATE platform_act SET requested_at = requested_at - interval '8 days' WHERE done_at IS NULL`);
    expect(await second.refusal(DISABLE, { input })).toBe('PLATFORM_ACT.WAITS');
  });

  it('does not keep it from its own people, nor a desk from its own', async () => {
    const colleague = await api.asNew('PLATFORM_ADMIN', PLATFORM_ID);
    const { me } = await colleague.ask<{ me: { accountId: string } }>('{ me { accountId } }');
    await first.ask(DISABLE, { input: { accountId: me.accountId, isDisabled: true } });
    const input = { accountId: await newPerson(), isDisabled: true };
    await (await api.asNew('DESK_ADMIN', deskId)).ask(DISABLE, { input });
  });
});
