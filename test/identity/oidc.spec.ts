import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startApi, type TestApi } from '../harness/api.js';
import { testRunFolder } from '../harness/test-run.js';
import { Browser, CITY, COMPANY, OPERATIONS } from './browser.js';
import { CLIENT_ID, CLIENT_SECRET, startProvider, type TestProvider } from './oidc-provider.js';

const PUBLIC_URL = 'http://localhost:4000';
const ORGANISATION_ID = '7d9f3c1e-5b2a-4c8d-9e6f-1a2b3c4d5e6f';
const CALLBACK = `${PUBLIC_URL}/sign-in/oidc`;
const BEGIN_LINK = 'mutation ($input: BeginProviderLinkInput!) { beginProviderLink(input: $input) { url } }';
const LINK =
  'mutation ($input: LinkProviderInput!) { linkProvider(input: $input) { linkedProviders { id providerKey } } }';
const UNLINK = 'mutation ($input: UnlinkProviderInput!) { unlinkProvider(input: $input) { linkedProviders { id } } }';
const BEGIN = 'mutation ($input: BeginProviderSignInInput!) { beginProviderSignIn(input: $input) { url } }';
const FINISH =
  'mutation ($input: SignInWithProviderInput!) { signInWithProvider(input: $input) { me { role secondFactorStep } } }';

describe('sign-in through the provider of an organisation', () => {
  let api: TestApi;
  let provider: TestProvider;
  let folder: string;

  beforeAll(async () => {
    provider = await startProvider(CALLBACK);
    folder = mkdtempSync(path.join(testRunFolder(), 'oidc-'));
    const file = path.join(folder, 'providers.json');
    const clientSecretFile = path.join(folder, 'secret');
    writeFileSync(clientSecretFile, `${CLIENT_SECRET}\n`);
    const entry = { key: 'tosa', name: 'とさ商事', organisationId: ORGANISATION_ID, issuer: provider.issuer };
    writeFileSync(file, JSON.stringify([{ ...entry, clientId: CLIENT_ID, clientSecretFile }]));
    api = await startApi({ OIDC_PROVIDERS_FILE: file, PUBLIC_URL });
    // The file names the organisation by its id, which in this database nobody knew before.
    await api.db.query(
      `UPDATE role_grant SET organisation_id = $1 WHERE organisation_id = (SELECT id FROM buyer WHERE code = 'TOSA')`,
      [ORGANISATION_ID],
    );
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const providerKey = 'tosa';
  const goTo = async (browser: Browser, mutation: string, login: string): Promise<string> => {
    const url =
      Object.values(await browser.do<Record<string, { url: string }>>(mutation, { providerKey }))[0]?.url ?? '';
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
    expect(new URL(url).searchParams.get('nonce')).not.toBeNull();
    return provider.signIn(url, login);
  };

  it('is offered', async () => {
    expect(await new Browser(api).ask('{ signInProviders { key name } }')).toEqual({
      signInProviders: [{ key: 'tosa', name: 'とさ商事' }],
    });
  });

  it('lets nobody in who was not linked, whatever the provider says of them', async () => {
    const browser = new Browser(api);
    const callbackUrl = await goTo(browser, BEGIN, COMPANY.email);
    expect(await browser.refusal(FINISH, { input: { callbackUrl } })).toBe('OIDC.NOT_LINKED');
    expect(await browser.refusal(FINISH, { input: { callbackUrl } })).toBe('ACCOUNT.CHALLENGE_EXPIRED');
  });

  it('is linked by who has signed in, and lets them in from then on, for that organisation', async () => {
    const owner = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    const linked = { callbackUrl: await goTo(owner, BEGIN_LINK, 'employee-7') };
    expect(await owner.do(LINK, linked)).toMatchObject({
      linkProvider: { linkedProviders: [{ providerKey: 'tosa' }] },
    });
    expect(await owner.refusal(LINK, { input: linked })).toBe('OIDC.FAILED');

    const browser = new Browser(api);
    const callbackUrl = await goTo(browser, BEGIN, 'employee-7');
    expect(await browser.do(FINISH, { callbackUrl })).toEqual({
      signInWithProvider: { me: { role: 'BUYER_ADMIN', secondFactorStep: 'NONE' } },
    });
    expect(await browser.ask(OPERATIONS.me)).toMatchObject({ me: { email: COMPANY.email } });
    // The provider of an organisation opens no other door: neither another role nor another way to sign in.
    const [city] = await api.db.query<[{ id: string }]>(`SELECT id FROM buyer WHERE code = 'MIHON'`);
    const [grant] = await api.db.query<[{ id: string }]>(
      `INSERT INTO role_grant (id, account_id, role, organisation_id)
       SELECT gen_random_uuid(), id, 'BUYER_MEMBER', $1 FROM account WHERE email = $2 RETURNING id`,
      [city.id, COMPANY.email],
    );
    const switchRole = 'mutation ($input: SwitchRoleInput!) { switchRole(input: $input) { me { role } } }';
    expect(await browser.refusal(switchRole, { input: { roleGrantId: grant.id } })).toBe('ACCESS.NOT_FOUND');
    expect(await browser.refusal('mutation { beginPasskeyRegistration { optionsJson } }')).toBe('SIGN_IN.AGAIN');
    expect(await owner.do(switchRole, { roleGrantId: grant.id })).toEqual({
      switchRole: { me: { role: 'BUYER_MEMBER' } },
    });
  });

  it('is bound to the browser it began in, and to what was asked', async () => {
    const [mine, theirs] = [new Browser(api), new Browser(api)];
    const callbackUrl = await goTo(mine, BEGIN, 'employee-7');
    expect(await theirs.refusal(FINISH, { input: { callbackUrl } })).toBe('OIDC.FAILED');
    await theirs.do(BEGIN, { providerKey });
    // Another state than the one this browser was given.
    expect(await theirs.refusal(FINISH, { input: { callbackUrl } })).toBe('OIDC.FAILED');
    const tampered = new URL(callbackUrl);
    tampered.searchParams.set('code', 'made-up');
    expect(await mine.refusal(FINISH, { input: { callbackUrl: tampered.href } })).toBe('OIDC.FAILED');
  });

  it('is linked to one account only, and only by people of the organisation', async () => {
    const stranger = await new Browser(api).signIn(CITY.email, CITY.password);
    expect(await stranger.refusal(BEGIN_LINK, { input: { providerKey } })).toBe('OIDC.UNKNOWN_PROVIDER');
    expect(await stranger.refusal(BEGIN, { input: { providerKey: 'other' } })).toBe('OIDC.UNKNOWN_PROVIDER');
    await api.db.query(
      `INSERT INTO role_grant (id, account_id, role, organisation_id)
       SELECT gen_random_uuid(), id, 'BUYER_MEMBER', $1 FROM account WHERE email = $2`,
      [ORGANISATION_ID, CITY.email],
    );
    const callbackUrl = await goTo(stranger, BEGIN_LINK, 'employee-7');
    expect(await stranger.refusal(LINK, { input: { callbackUrl } })).toBe('OIDC.TAKEN');
  });

  it('ends when it is unlinked', async () => {
    const owner = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    const { linkedProviders } = await owner.ask<{ linkedProviders: { id: string }[] }>('{ linkedProviders { id } }');
    expect(await owner.do(UNLINK, { linkedProviderId: linkedProviders[0]?.id })).toEqual({
      unlinkProvider: { linkedProviders: [] },
    });
    const browser = new Browser(api);
    const callbackUrl = await goTo(browser, BEGIN, 'employee-7');
    expect(await browser.refusal(FINISH, { input: { callbackUrl } })).toBe('OIDC.NOT_LINKED');
  });
});
