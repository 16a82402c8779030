import { createTransport } from 'nodemailer';
import pg from 'pg';
import { startTestMail } from './mail.js';
import { createTestDatabase } from './postgres.js';
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
