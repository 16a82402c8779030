import pg from 'pg';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { buildProduct, type BuiltProduct } from '../harness/built-product.js';
import { createTestDatabase } from '../harness/postgres.js';
import { storageFolderOf } from '../harness/test-run.js';

describe('A worker whose queue on PostgreSQL cannot be used', () => {
  let product: BuiltProduct;
  beforeAll(() => {
    product = buildProduct();
  });

  it.each([
    ['was never made', 'DROP SCHEMA bullmq CASCADE'],
    ['is not for the worker', 'REVOKE ALL ON SCHEMA bullmq FROM yui_worker'],
    ['can only be read', 'REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq FROM yui_worker'],
  ])(
    'says at its start what to do, and ends: it %s',
    async (_, statement) => {
      const database = await createTestDatabase();
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        await client.query(statement);
        const { code, output } = await product.startInVain('worker', {
          DATABASE_URL: database.url,
          SMTP_URL: 'smtp://127.0.0.1:1',
          STORAGE_DIR: storageFolderOf(database.url),
          LOG_LEVEL: 'silent',
          MAIL_GATHER_MINUTES: '0',
          WORKER_HEALTH_PORT: String(await findFreePort('127.0.0.1', 12_000 + (process.pid % 1_000))),
        });
        expect(output).toContain('yui migrate を実行してください');
        expect(output).toContain('Run yui migrate');
        expect(code).toBe(1);
      } finally {
        await client.end();
        await database.drop();
      }
    },
    60_000,
  );
});
