import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { startTestMail } from './mail.js';
import { createTestDatabase, dropOldTemplates } from './postgres.js';
import { schemaFingerprint } from './schema-fingerprint.js';
import { describeWithRedis } from './redis.js';
import { canConnect } from '../../apps/cli/doctor/can-connect.js';

describe('createTestDatabase', () => {
  it('gives every caller a migrated database of its own', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const client = new pg.Client({ connectionString: first.url });
    await client.connect();
    try {
      expect(first.url).not.toBe(second.url);
      const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM schema_migration');
      expect(rows[0]?.count).toBeGreaterThan(0);
      const rights = await client.query<{ rolsuper: boolean }>(
        'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
      );
      if (!process.env.TEST_DATABASE_URL) expect(rights.rows[0]?.rolsuper).toBe(false);
    } finally {
      await client.end();
      await Promise.all([first.drop(), second.drop()]);
    }
  });
});

describe('the template', () => {
  it('is another one when a migration, or who sees what, is written otherwise', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'yui-fingerprint-'));
    try {
      await cp('libs/platform/database', path.join(root, 'libs/platform/database'), { recursive: true });
      const before = schemaFingerprint();
      expect(schemaFingerprint(root)).toBe(before);
      const seen = new Set([before]);
      for (const file of ['migrations/0009-money.ts', 'row-security/rules.ts']) {
        await appendFile(path.join(root, 'libs/platform/database', file), '\n');
        seen.add(schemaFingerprint(root));
      }
      expect(seen.size).toBe(3);
    } finally {
      await rm(root, { recursive: true });
    }
  });

  it('goes when nobody has wanted it for a day', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const old = `yui_template_old_${process.pid}`;
    const young = `yui_template_young_${process.pid}`;
    try {
      for (const [name, used] of [
        [old, '2026-11-20T08:00:00Z'],
        [young, '2026-11-20T10:00:00Z'],
      ] as const) {
        await client.query(`CREATE DATABASE ${name}`);
        await client.query(`COMMENT ON DATABASE ${name} IS '${used}'`);
      }
      await dropOldTemplates(database.url, new Date('2026-11-21T09:00:00Z'));
      const { rows } = await client.query<{ name: string }>(
        'SELECT datname AS name FROM pg_database WHERE datname = ANY($1)',
        [[old, young]],
      );
      expect(rows).toEqual([{ name: young }]);
    } finally {
      for (const name of [old, young]) await client.query(`DROP DATABASE IF EXISTS ${name}`);
      await client.end();
      await database.drop();
    }
  });
});

describe('startTestMail', () => {
  it('waits for the mail that fits', async () => {
    const mail = await startTestMail();
    try {
      const arrival = mail.waitForMail(({ to }) => to.includes('seikatsu@example.jp'));
      await createTransport(mail.smtpUrl).sendMail({
        from: '窓口 <desk@example.jp>',
        to: 'seikatsu@example.jp',
        subject: '打診: 封入作業',
        text: '回答をお願いします。',
      });
      expect(await arrival).toMatchObject({ subject: '打診: 封入作業', from: '窓口 <desk@example.jp>' });
    } finally {
      await mail.close();
    }
  });

  it('says what arrived instead', async () => {
    const mail = await startTestMail();
    try {
      await expect(mail.waitForMail(() => false, 50)).rejects.toThrow('arrived: none');
    } finally {
      await mail.close();
    }
  });
});

describeWithRedis('describeWithRedis', (redis) => {
  it('gives a server that answers', async () => {
    const { hostname, port } = new URL(redis().url);
    expect(await canConnect(hostname, Number(port))).toBe(true);
  });
});
