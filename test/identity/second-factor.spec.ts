import { startApi, type TestApi } from '../harness/api.js';
import { codeOf, earlyInStep } from './authenticator.js';
import { Browser, COMPANY, COORDINATOR, DESK_ADMIN, OPERATIONS, PLATFORM } from './browser.js';

interface Enrolment {
  enrolTotp: { enrolmentToken: string; otpauthUri: string; secret: string };
}
interface Codes {
  confirmTotp: { recoveryCodes: string[] };
}

async function enrol(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { enrolTotp } = await browser.ask<Enrolment>(OPERATIONS.enrol);
  const { enrolmentToken, secret } = enrolTotp;
  const { confirmTotp } = await browser.do<Codes>(OPERATIONS.confirm, { enrolmentToken, code: codeOf(secret, -1) });
  return { secret, recoveryCodes: confirmTotp.recoveryCodes };
}

describe('the second factor', () => {
  let api: TestApi;
  let coordinator: { secret: string; recoveryCodes: string[] };
  beforeAll(async () => {
    api = await startApi({ SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') });
  });
  afterAll(async () => {
    await api.close();
  });

  it('is not asked of buyers', async () => {
    const browser = new Browser(api);
    expect(await browser.do(OPERATIONS.signIn, COMPANY)).toMatchObject({
      signIn: { me: { secondFactorStep: 'NONE' } },
    });
  });

  it('is required of the desk and the platform: after the password nothing goes but to set it up', async () => {
    for (const person of [COORDINATOR, DESK_ADMIN, PLATFORM]) {
      const browser = new Browser(api);
      expect(await browser.do(OPERATIONS.signIn, person)).toMatchObject({
        signIn: { me: { secondFactorStep: 'ENROL' } },
      });
      expect(await browser.refusal('{ workTypes { code } }')).toBe('SECOND_FACTOR.DUE');
      expect(await browser.refusal('{ people { email } }')).toBe('SECOND_FACTOR.DUE');
      expect(await browser.refusal('mutation { beginPasskeyRegistration { optionsJson } }')).toBe('SECOND_FACTOR.DUE');
      expect(await browser.refusal('mutation { exportMyAccount { accountJson } }')).toBe('SECOND_FACTOR.DUE');
    }
  });

  it('is set up with an app, after which everything goes', async () => {
    const browser = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    const { enrolTotp } = await browser.ask<Enrolment>(OPERATIONS.enrol);
    expect(enrolTotp.otpauthUri).toMatch(
      /^otpauth:\/\/totp\/Yui:coordinator%40yui\.example\.com\?.*secret=[A-Z2-7]{32}/,
    );
    const wrong = { enrolmentToken: enrolTotp.enrolmentToken, code: '000000' };
    expect(await browser.refusal(OPERATIONS.confirm, { input: wrong })).toBe('SECOND_FACTOR.WRONG_CODE');
    const right = { enrolmentToken: enrolTotp.enrolmentToken, code: codeOf(enrolTotp.secret, -1) };
    const { confirmTotp } = await browser.do<Codes>(OPERATIONS.confirm, right);
    expect(new Set(confirmTotp.recoveryCodes).size).toBe(10);
    expect(await browser.refusal(OPERATIONS.confirm, { input: right })).toBe('ACCOUNT.CHALLENGE_EXPIRED');
    expect(await browser.ask('{ workTypes { code } }')).toBeDefined();
    coordinator = { secret: enrolTotp.secret, recoveryCodes: confirmTotp.recoveryCodes };

    const [stored] = await api.db.query<[{ secret: string }]>('SELECT secret FROM totp');
    expect(stored.secret).toMatch(/^sealed:/);
    expect(stored.secret).not.toContain(enrolTotp.secret);
  });

  it('takes a code once, under a new cookie, and who has one cannot set up another instead', async () => {
    await earlyInStep();
    const first = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    expect(await first.ask(OPERATIONS.me)).toMatchObject({ me: { secondFactorStep: 'CODE' } });
    expect(await first.refusal(OPERATIONS.enrol)).toBe('SECOND_FACTOR.DUE');
    const thief = first.copy();
    const code = codeOf(coordinator.secret);
    expect(await first.do(OPERATIONS.present, { code })).toMatchObject({
      presentSecondFactor: { me: { secondFactorStep: 'NONE' } },
    });
    expect(await thief.refusal(OPERATIONS.me)).toBe('ACCESS.SIGN_IN_REQUIRED');

    const second = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    expect(await second.refusal(OPERATIONS.present, { input: { code } })).toBe('SECOND_FACTOR.WRONG_CODE');
    expect(await second.refusal(OPERATIONS.present, { input: { code: codeOf(coordinator.secret, -1) } })).toBe(
      'SECOND_FACTOR.WRONG_CODE',
    );
    expect(await second.do(OPERATIONS.present, { code: codeOf(coordinator.secret, 1) })).toBeDefined();
  });

  it('can be replaced by a recovery code, each of them once', async () => {
    const [code = '', another = ''] = coordinator.recoveryCodes;
    const first = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    await first.do(OPERATIONS.present, { code: code.toLowerCase().replaceAll('-', ' ') });
    const second = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    expect(await second.refusal(OPERATIONS.present, { input: { code } })).toBe('SECOND_FACTOR.WRONG_CODE');
    await second.do(OPERATIONS.present, { code: another });
  });

  it('cannot be guessed', async () => {
    const browser = await new Browser(api).signIn(COORDINATOR.email, COORDINATOR.password);
    const codes = [];
    for (let n = 0; n < 7; n += 1) codes.push(await browser.refusal(OPERATIONS.present, { input: { code: '123456' } }));
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('SECOND_FACTOR.WRONG_CODE'));
    expect(codes.slice(5)).toEqual(Array(2).fill('SIGN_IN.TOO_MANY_ATTEMPTS'));
    await api.db.query('DELETE FROM attempt');
  });

  it('stays where the role needs it, and goes where it does not', async () => {
    const admin = await new Browser(api).signIn(DESK_ADMIN.email, DESK_ADMIN.password);
    await enrol(admin);
    expect(await admin.refusal('mutation { removeTotp { isDone } }')).toBe('SECOND_FACTOR.REQUIRED');

    const buyer = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    await enrol(buyer);
    const again = new Browser(api);
    expect(await again.do(OPERATIONS.signIn, COMPANY)).toMatchObject({ signIn: { me: { secondFactorStep: 'CODE' } } });
    await buyer.ask('mutation { removeTotp { isDone } }');
    expect(await again.ask(OPERATIONS.me)).toMatchObject({ me: { secondFactorStep: 'NONE' } });
  });

  it('is asked again when somebody leaves device and codes behind and an administrator resets it', async () => {
    const admin = await api.as('DESK_ADMIN');
    const [account] = await api.db.query<[{ id: string }]>('SELECT id FROM account WHERE email = $1', [
      COORDINATOR.email,
    ]);
    const reset = 'mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { accountId } }';
    await admin.ask(reset, { input: { accountId: account.id } });
    const browser = new Browser(api);
    expect(await browser.do(OPERATIONS.signIn, COORDINATOR)).toMatchObject({
      signIn: { me: { secondFactorStep: 'ENROL' } },
    });
    const buyer = await api.as('CITY');
    expect(await buyer.refusal(reset, { input: { accountId: account.id } })).toBe('ACCESS.NOT_FOUND');
  });
});

describe('without SECOND_FACTOR_REQUIRED', () => {
  it('the people of a desk get in with a password, and who has set up a second factor is asked for it', async () => {
    const api = await startApi({ SECOND_FACTOR_REQUIRED: 'false' });
    try {
      const browser = new Browser(api);
      expect(await browser.do(OPERATIONS.signIn, COORDINATOR)).toMatchObject({
        signIn: { me: { secondFactorStep: 'NONE' } },
      });
      expect(await browser.ask('{ people { email } }')).toBeDefined();
      await enrol(browser);
      const next = new Browser(api);
      expect(await next.do(OPERATIONS.signIn, COORDINATOR)).toMatchObject({
        signIn: { me: { secondFactorStep: 'CODE' } },
      });
    } finally {
      await api.close();
    }
  });
});
