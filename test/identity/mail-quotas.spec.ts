import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InvitePerson, RequestPasswordReset, ResendInvitation } from '#yui/identity';
import type { PersonActor } from '#yui/platform';
import { INVITATION_QUOTA, RESET_QUOTA } from '../../libs/identity/stranger-mails/mail-quota.js';
import { createProduct, newKey, type Product } from '../harness/product.js';

const LIBS = path.resolve(import.meta.dirname, '../../libs');
const EVENTS = ['invitation.issued', 'password-reset.requested'];

/** Where one of the events is emitted, and how this test makes it happen; a new place has to be put in here. */
const DRIVEN = ['identity/invitations/invite-person.ts', 'identity/invitations/change-invitation.ts'];
const DRIVEN_SIGNED_OUT = ['identity/passwords/request-password-reset.ts'];
/** Once in the life of an installation, from the command line. */
const ONCE = ['identity/people/add-platform-admin.ts'];

describe('mails to people who may never have dealt with us', () => {
  let product: Product;
  let buyer: PersonActor;
  beforeAll(async () => {
    product = await createProduct();
    buyer = await product.as('BUYER_ADMIN');
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await product.db.query('DELETE FROM attempt');
  });

  const mailCount = async (): Promise<number> => {
    const [row] = await product.db.query<[{ count: number }]>(
      'SELECT count(*) AS count FROM outbox_event WHERE name = ANY ($1)',
      [EVENTS],
    );
    return row.count;
  };
  /** How many mails are sent while `attempt` is made so often. */
  const mailsOf = async (times: number, attempt: (n: number) => Promise<unknown>): Promise<number> => {
    const before = await mailCount();
    for (let n = 0; n < times; n += 1) await attempt(n).catch(() => undefined);
    return (await mailCount()) - before;
  };
  const invite = async (actor: PersonActor, email: string): Promise<string> => {
    const { organisationId } = actor;
    const input = { idempotencyKey: newKey(), email, role: 'BUYER_MEMBER' as const, organisationId };
    return (await product.get(InvitePerson).execute(actor, input)).invitationId;
  };
  const anybody = () => `${randomUUID()}@example.jp`;
  const reset = async (email: string, address: string) =>
    product.get(RequestPasswordReset).execute({ email }, { address });

  it('are sent by the operations this test knows, through the functions that count them', () => {
    const files = readdirSync(LIBS, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
    );
    const emitters = files.filter((file) =>
      /await emit(InvitationIssued|PasswordResetRequested)\(/.test(readFileSync(path.join(LIBS, file), 'utf8')),
    );
    expect(emitters.sort()).toEqual([...DRIVEN, ...DRIVEN_SIGNED_OUT, ...ONCE].sort());
    const byHand = files.filter((file) =>
      /emit\(\s*'(invitation\.issued|password-reset\.requested)'/.test(readFileSync(path.join(LIBS, file), 'utf8')),
    );
    expect(byHand).toEqual(['identity/stranger-mails/emit-stranger-mails.ts']);
  });

  it('go to one address so often and no more, whichever operation sends them', async () => {
    const email = anybody();
    const invitationId = await invite(buyer, email);
    const { toAddressByOrganisation } = INVITATION_QUOTA;
    const again = await mailsOf(60, async () =>
      product.get(ResendInvitation).execute(buyer, { idempotencyKey: newKey(), invitationId }),
    );
    expect(again).toBe(toAddressByOrganisation - 1);
    // Neither is a new invitation after the old one was withdrawn a way around it.
    await product.db.query('UPDATE invitation SET revoked_at = now() WHERE id = $1', [invitationId]);
    await expect(invite(buyer, email.toUpperCase())).rejects.toMatchObject({ code: 'INVITATION.TOO_MANY_TO_ADDRESS' });
  });

  it('go to one address so often and no more, however many organisations send them', async () => {
    const email = anybody();
    const buyers = Array.from({ length: 20 }, () => randomUUID());
    for (const id of buyers) {
      await product.db.query(`INSERT INTO buyer (id, code, kind, name) VALUES ($1, $2, 'COMPANY', '会社')`, [id, id]);
    }
    const sent = await mailsOf(buyers.length, async (n) => invite({ ...buyer, organisationId: buyers[n]! }, email));
    expect(sent).toBe(INVITATION_QUOTA.toAddress);
  });

  it('are sent by one person, and by one organisation, so often and no more', async () => {
    const { byPerson, byOrganisation } = INVITATION_QUOTA;
    expect(await mailsOf(byPerson + 10, async () => invite(buyer, anybody()))).toBe(byPerson);
    const accounts = await product.db.query<{ id: string }[]>('SELECT id FROM account WHERE id <> $1', [
      buyer.accountId,
    ]);
    const rest = await mailsOf(byOrganisation, async (n) =>
      invite({ ...buyer, accountId: accounts[n % accounts.length]!.id }, anybody()),
    );
    expect(byPerson + rest).toBe(byOrganisation);
  });

  it('are sent to somebody who is signed out so often and no more', async () => {
    const { toAddressAtOnce, toAddress, fromAddressAtOnce } = RESET_QUOTA;
    const email = 'company@yui.example.com';
    const byMany = (n: number) => reset(n % 2 ? email : email.toUpperCase(), `198.51.100.${n}`);
    expect(await mailsOf(40, byMany)).toBe(toAddressAtOnce);
    let today = toAddressAtOnce;
    for (let quarter = 0; quarter < 6; quarter += 1) {
      await product.db.query(`UPDATE attempt SET at = at - interval '16 minutes'`);
      today += await mailsOf(10, byMany);
    }
    expect(today).toBe(toAddress);
    expect(await mailsOf(60, async () => reset(anybody(), '203.0.113.7'))).toBe(fromAddressAtOnce);
  });

  it('are one and the same address when the database says so, whatever its rule of lower case', async () => {
    // As where the database has no ICU: the letter stands for itself, for `i`, or for two characters.
    const [{ folded }] = await product.db.query<[{ folded: string }]>(`SELECT lower('İX@EXAMPLE.JP') AS folded`);
    const spellings = ['İX@EXAMPLE.JP', 'İx@example.jp', folded];
    const same = await product.db.query<object[]>(
      'SELECT 1 FROM unnest($1::text[]) AS one (email) WHERE lower(email) = $2',
      [spellings, folded],
    );
    expect(same).toHaveLength(spellings.length);
    expect(await mailsOf(12, async (n) => reset(spellings[n % 3]!, `198.51.100.${n}`))).toBe(
      RESET_QUOTA.toAddressAtOnce,
    );
  });
});
