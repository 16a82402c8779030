import { startApi, type TestApi } from '../harness/api.js';
import { BEHIND_PROXY, Browser, COMPANY, OPERATIONS } from './browser.js';

const ADDRESSES = 50;
const ROUNDS = 2;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe('guessing at passwords', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi(BEHIND_PROXY);
  });
  afterAll(async () => {
    await api.close();
  });

  const guess = async (browser: Browser, email: string) =>
    browser.refusal(OPERATIONS.signIn, { input: { email, password: 'certainly not this one' } });

  it('from fifty addresses is slowed down, and the owner still gets in from a place they know', async () => {
    const owner = await new Browser(api).signIn(COMPANY.email, COMPANY.password);
    await owner.ask('mutation { signOut { isDone } }');

    const attackers = Array.from({ length: ADDRESSES }, (_, index) => new Browser(api, `203.0.113.${index + 1}`));
    const codes: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      codes.push(...(await Promise.all(attackers.map(async (attacker) => guess(attacker, COMPANY.email)))));
    }
    expect(codes).toHaveLength(ADDRESSES * ROUNDS);
    // Also of a hundred at once only as many are looked at as are allowed.
    expect(codes.filter((code) => code === 'SIGN_IN.REFUSED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'SIGN_IN.TOO_MANY_ATTEMPTS')).toHaveLength(90);

    const stranger = new Browser(api);
    expect(await stranger.refusal(OPERATIONS.signIn, { input: COMPANY })).toBe('SIGN_IN.TOO_MANY_ATTEMPTS');
    await expect(owner.signIn(COMPANY.email, COMPANY.password)).resolves.toBe(owner);
    // Another browser at the same desk is known by its address.
    await expect(new Browser(api, owner.address).signIn(COMPANY.email, COMPANY.password)).resolves.toBeDefined();
  });

  it('is counted in the database, for unknown addresses alike', async () => {
    const codes = [];
    for (let n = 0; n < 12; n += 1) codes.push(await guess(new Browser(api), 'nobody@yui.example.com'));
    expect(codes.filter((code) => code === 'SIGN_IN.REFUSED')).toHaveLength(10);
    expect(codes.slice(10)).toEqual(['SIGN_IN.TOO_MANY_ATTEMPTS', 'SIGN_IN.TOO_MANY_ATTEMPTS']);
    const [{ count }] = await api.db.query<[{ count: number }]>('SELECT count(*) AS count FROM attempt');
    expect(count).toBeGreaterThan(10);
  });

  it('is counted under the address as the database folds it', async () => {
    // A database without ICU lowers İ to i, JavaScript never does: one account would have had a bucket for each spelling.
    await api.db.query(`CREATE SCHEMA other_rule;
      CREATE FUNCTION other_rule.lower(text) RETURNS text LANGUAGE sql IMMUTABLE
        AS $$ SELECT pg_catalog.lower(replace($1, 'İ', 'i')) $$;
      GRANT USAGE ON SCHEMA other_rule TO yui_app`);
    const [{ name }] = await api.db.query<[{ name: string }]>('SELECT current_database() AS name');
    await api.db.query(`ALTER DATABASE ${name} SET search_path = other_rule, pg_catalog, public`);
    const other = await startApi({ ...BEHIND_PROXY, DATABASE_URL: api.databaseUrl });
    try {
      const letters = [...'city@yui.example.com'].flatMap((letter, index) => (letter === 'i' ? [index] : []));
      const email = 'city@yui.example.com';
      const spellings = [email, ...letters.map((index) => `${email.slice(0, index)}İ${email.slice(index + 1)}`)];
      const codes: string[] = [];
      for (let n = 0; n < 16; n += 1) codes.push(await guess(new Browser(other), spellings[n % spellings.length]!));
      expect(codes.filter((code) => code === 'SIGN_IN.REFUSED')).toHaveLength(10);
    } finally {
      await other.close();
      await api.db.query(`ALTER DATABASE ${name} RESET search_path`);
    }
  });

  it('from one address at many accounts is slowed down too', async () => {
    const attacker = new Browser(api);
    await api.db.query(
      `INSERT INTO attempt (id, bucket) SELECT gen_random_uuid(), sha256(convert_to($1, 'UTF8')) FROM generate_series(1, 50)`,
      [`address ${attacker.address}`],
    );
    expect(await guess(attacker, 'somebody-else@yui.example.com')).toBe('SIGN_IN.TOO_MANY_ATTEMPTS');
  });

  it('tells known and unknown addresses apart neither by words nor by time', async () => {
    await api.db.query('DELETE FROM attempt');
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const answers = new Set<string>();
    for (let n = 0; n < 5; n += 1) {
      for (const [kind, email] of [
        ['known', 'city@yui.example.com'],
        ['unknown', 'nobody-at-all@yui.example.com'],
      ] as const) {
        const before = performance.now();
        const { errors } = await new Browser(api).send(OPERATIONS.signIn, {
          input: { email, password: 'certainly not this one' },
        });
        times[kind].push(performance.now() - before);
        answers.add(JSON.stringify(errors));
      }
    }
    expect(answers.size).toBe(1);
    const [known, unknown] = [median(times.known), median(times.unknown)];
    // Hashing takes a tenth of a second; without it for unknown addresses the ratio would be some ten to one.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
  });
});
