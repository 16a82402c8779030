import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { pendingMigrations, restoreBackup, runMigrations, writeBackup } from '#yui/platform';
import { createEmptyDatabase, createSampleDatabase, type TestDatabase } from '../harness/postgres.js';
import { randomNumbers } from '../harness/property.js';
import { testRunFolder } from '../harness/test-run.js';

const DAMAGES = 6;

async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  let source: TestDatabase;
  let file: string;
  const opened: TestDatabase[] = [];
  const empty = async () => {
    const database = await createEmptyDatabase();
    opened.push(database);
    return database.url;
  };

  beforeAll(async () => {
    source = await createSampleDatabase();
    file = path.join(mkdtempSync(path.join(testRunFolder(), 'backup-')), 'a.yui');
    await writeBackup(source.url, file, new Date());
  });
  afterAll(async () => {
    await source.drop();
    for (const database of opened) await database.drop();
  });

  const policies = async (url: string) =>
    ask<{ policyname: string }>(
      url,
      'SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2',
    );

  it('comes back with every row, policy and right, into an empty database alone', async () => {
    const url = await empty();
    const { rows, applied, chains } = await restoreBackup(url, file);
    expect(rows).toBeGreaterThan(1000);
    expect(applied).toEqual([]);
    expect(chains.length).toBeGreaterThan(0);
    expect(chains.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(await policies(url)).toEqual(await policies(source.url));
    expect(await pendingMigrations(url)).toEqual([]);
    const again = `${file}.again`;
    await writeBackup(url, again, new Date());
    const rowsOf = (name: string) => gunzipSync(readFileSync(name)).toString().split('\n').slice(1, -2);
    // What is still to be done is due at once: only that differs.
    const steady = (lines: string[]) => lines.filter((line) => !line.includes('\tfacility.')).length;
    expect(steady(rowsOf(again))).toBe(steady(rowsOf(file)));
    await expect(restoreBackup(url, file)).rejects.toMatchObject({ code: 'BACKUP.NOT_EMPTY' });
  });

  it('that was damaged anywhere brings nothing back, and says so', async () => {
    const [packed, plain] = [readFileSync(file), gunzipSync(readFileSync(file))];
    const random = randomNumbers('damaged backups');
    const url = await empty();
    for (let number = 0; number < DAMAGES; number += 1) {
      const damaged = `${file}.${number}`;
      const isCut = number % 2 === 0;
      if (isCut) writeFileSync(damaged, packed.subarray(0, random(packed.length)));
      else {
        const altered = Buffer.from(plain);
        // Somewhere in the rows: one letter becomes another.
        const place = 20_000 + random(plain.length - 40_000);
        altered[place] = altered[place] === 0x61 ? 0x62 : 0x61;
        writeFileSync(damaged, gzipSync(altered));
      }
      await expect(restoreBackup(url, damaged)).rejects.toBeDefined();
      const there = await ask<{ name: string | null }>(url, `SELECT to_regclass('public.account')::text AS name`);
      if (there[0]?.name) expect(await ask(url, 'SELECT FROM account')).toEqual([]);
    }
    await restoreBackup(url, file);
  });

  it('by other means, which lacks the policies, is not taken for whole, and migrate brings them', async () => {
    const url = await empty();
    await restoreBackup(url, file);
    const whole = await policies(url);
    for (const { tablename } of await ask<{ tablename: string }>(url, 'SELECT DISTINCT tablename FROM pg_policies')) {
      for (const { policyname } of await ask<{ policyname: string }>(
        url,
        `SELECT policyname FROM pg_policies WHERE tablename = '${tablename}' AND policyname <> 'owner'`,
      )) {
        await ask(url, `SET ROLE yui_migrator; DROP POLICY ${policyname} ON ${tablename}`);
      }
    }
    expect(await pendingMigrations(url)).toEqual(['row security']);
    await runMigrations(url);
    expect(await policies(url)).toEqual(whole);
    expect(await pendingMigrations(url)).toEqual([]);
  });

  it.each([
    ['a trigger', 'DROP TRIGGER audit_entry_is_final ON audit_entry', 'trigger audit_entry_is_final of audit_entry'],
    [
      'a trigger that fires',
      'ALTER TABLE audit_entry DISABLE TRIGGER USER',
      'trigger audit_entry_is_final of audit_entry',
    ],
    [
      'a constraint',
      'ALTER TABLE inbox_entry DROP CONSTRAINT inbox_entry_pkey',
      'constraint inbox_entry_pkey of inbox_entry',
    ],
    ['an index', 'DROP INDEX outbox_event_due', 'index outbox_event_due'],
  ])('by other means, which lacks %s, is refused by name', async (_, statement, missing) => {
    const url = await empty();
    await runMigrations(url);
    await ask(url, `SET ROLE yui_migrator; ${statement}`);
    await expect(runMigrations(url)).rejects.toMatchObject({
      code: 'DATABASE.INCOMPLETE',
      messageEn: expect.stringContaining(missing) as string,
    });
  });
});
