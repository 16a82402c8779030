import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { createDataSource, UnitOfWork, verifyAudit } from '#yui/platform';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';
import { createProduct, type Product } from '../harness/product.js';
import { placedOrder, splitAndSend } from '../orders/order-fixtures.js';

/**
 * What pg_dump does with data: COPY of every table out, and into an empty schema in which no trigger fires. The program
 * itself is not among those that come from npm, and one of another version refuses the server.
 */
type Dump = Map<string, Buffer>;

/** Every table of the product, those that others refer to first. */
const TABLES = `
  WITH RECURSIVE own AS (
    SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND relname <> 'schema_migration'
  ), reference AS (
    SELECT DISTINCT conrelid AS table_id, confrelid AS needs FROM pg_constraint
    WHERE contype = 'f' AND conrelid <> confrelid AND conrelid IN (SELECT oid FROM own)
  ), depth AS (
    SELECT oid, 0 AS level FROM own
    UNION
    SELECT reference.table_id, depth.level + 1 FROM depth JOIN reference ON reference.needs = depth.oid WHERE depth.level < 40
  )
  SELECT relname FROM depth JOIN own USING (oid) GROUP BY relname ORDER BY max(level), relname`;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tablesOf = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ relname: string }>(TABLES)).rows.map(({ relname }) => relname);

async function dump(url: string): Promise<Dump> {
  return withClient(url, async (client) => {
    const tables: Dump = new Map();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const table of await tablesOf(client)) {
      tables.set(table, await buffer(client.query(copyTo(`COPY "${table}" TO STDOUT`))));
    }
    await client.query('COMMIT');
    return tables;
  });
}

async function restore(url: string, tables: Dump): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    // Row-level security comes after the data, as triggers do.
    const secured = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of secured.rows) await client.query(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
    for (const [table] of tables) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    // Migrations fill some tables; a restored schema has none of their rows.
    for (const table of [...tables.keys()].reverse()) await client.query(`DELETE FROM "${table}"`);
    for (const [table, rows] of tables) {
      await pipeline(Readable.from([rows]), client.query(copyFrom(`COPY "${table}" FROM STDIN`)));
    }
    // A table with deferred rows cannot be altered in the same transaction.
    await client.query('COMMIT');
    for (const [table] of tables) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    for (const { name } of secured.rows) await client.query(`ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY`);
  });
}

async function chainsOf(url: string) {
  const dataSource = createDataSource({ url, poolSize: 1, applicationName: 'test' });
  await dataSource.initialize();
  try {
    return await verifyAudit(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

describe('a database that is dumped and restored', () => {
  let product: Product;
  let restored: TestDatabase;
  beforeAll(async () => {
    product = await createProduct();
    const { lineId } = await placedOrder(product, 3000);
    await splitAndSend(product, lineId);
    restored = await createTestDatabase();
  });
  afterAll(async () => {
    await product.close();
    await restored.drop();
  });

  it('has the same rows in every table and the same chains of the audit, and goes on', async () => {
    const tables = await dump(product.databaseUrl);
    expect(tables.size).toBeGreaterThan(40);
    expect(tables.get('audit_link')?.length).toBeGreaterThan(100);
    await restore(restored.url, tables);

    const again = await dump(restored.url);
    const differing = [...tables].filter(([table, rows]) => sortedLines(rows) !== sortedLines(again.get(table)));
    expect(differing.map(([table]) => table)).toEqual([]);
    const chains = await chainsOf(product.databaseUrl);
    expect(chains.every(({ fault }) => fault === null)).toBe(true);
    expect(chains.some(({ count }) => count > 5)).toBe(true);
    expect(await chainsOf(restored.url)).toEqual(chains);

    // The next entry follows the last one of before.
    const [desk] = chains.filter(({ deskCode }) => deskCode !== null);
    const dataSource = createDataSource({ url: restored.url, poolSize: 1, applicationName: 'test' }, [
      ...product.db.entityMetadatas.map((entity) => entity.target as new () => object),
    ]);
    await dataSource.initialize();
    const admin = await product.as('DESK_ADMIN');
    const fact = { deskId: admin.organisationId, subjectType: 'Desk', subjectId: admin.organisationId };
    await new UnitOfWork(dataSource).run(admin, async (tx) => tx.audit('contractResults.read', fact));
    await dataSource.destroy();
    const after = (await chainsOf(restored.url)).find(({ deskId }) => deskId === desk?.deskId);
    expect(after).toMatchObject({ count: (desk?.count ?? 0) + 1, fault: null });
  });
});

function sortedLines(rows: Buffer | undefined): string | undefined {
  return rows?.toString().split('\n').sort().join('\n');
}
