import type { DataSource } from 'typeorm';
import { loadReferenceData, loadSample } from '#yui/directory';
import { createAccount, SignIn } from '#yui/identity';
import { AuditEntry, createDataSource, SYSTEM, UnitOfWork } from '#yui/platform';
import { Account, RoleGrant } from '#yui/identity';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';
import { createProduct } from '../harness/product.js';

describe('Sample data', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeEach(async () => {
    database = await createTestDatabase();
    const settings = { url: database.url, poolSize: 2, applicationName: 'test' };
    db = await createDataSource(settings, [Account, RoleGrant, AuditEntry]).initialize();
  });
  afterEach(async () => {
    await db.destroy();
    await database.drop();
  });

  async function countOf(table: string): Promise<number> {
    const [row] = await db.query<[{ count: number }]>(`SELECT count(*) AS count FROM ${table}`);
    return row.count;
  }

  it('is there once, however many processes load it', async () => {
    const loads = await Promise.all([loadSample(database.url), loadSample(database.url), loadSample(database.url)]);
    expect(loads.map(({ isNew }) => isNew).sort()).toEqual([false, false, true]);
    for (const { signIns } of loads) expect(signIns).toHaveLength(11);
    expect(await countOf('account')).toBe(11);
    expect(await countOf('desk')).toBe(1);
    // One of the 114 published facilities has no number of persons and cannot take part.
    expect(await countOf('facility')).toBe(113);
    expect(await countOf('buyer')).toBe(2);
    expect(await countOf('department')).toBe(2);
    // Nobody was there while it was made: nobody is told.
    expect(await db.query('SELECT name FROM outbox_event')).toEqual([]);
  });

  it('never adds people to a database that has its own', async () => {
    await new UnitOfWork(db).run(SYSTEM, (tx) =>
      createAccount(tx, { email: 'chief@example.com', name: '所長', password: 'a long enough one', grants: [] }),
    );
    expect(await loadSample(database.url)).toEqual({ isNew: false, signIns: [] });
    expect(await countOf('account')).toBe(1);
    expect(await countOf('desk')).toBe(0);
  });

  it('can be omitted: the reference lists come alone, and again without a change', async () => {
    await loadReferenceData(database.url);
    await loadReferenceData(database.url);
    expect(await countOf('work_type')).toBe(45);
    expect(await countOf('facility_type')).toBe(11);
    expect(await countOf('account')).toBe(0);
  });

  it('lets every one of its people in, under their role', async () => {
    const product = await createProduct();
    try {
      const { signIns } = await loadSample(product.databaseUrl);
      expect(signIns.filter(({ role }) => role === 'FACILITY_ADMIN')).toHaveLength(6);
      for (const { email, password } of signIns) {
        expect(
          await product
            .get(SignIn)
            .execute({ email, password }, { address: '127.0.0.1', browserToken: null, userAgent: 'test' }),
        ).toMatchObject({
          token: expect.any(String) as string,
        });
      }
      const able = await product.db.query<object[]>(
        `SELECT 1 FROM role_grant JOIN capability ON facility_id = organisation_id
         WHERE role = 'FACILITY_ADMIN' AND work_type_code = 'ENVELOPE_STUFFING' AND is_offered`,
      );
      expect(able).toHaveLength(6);
    } finally {
      await product.close();
    }
  });
});
