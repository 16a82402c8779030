import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#yui/platform';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';

interface ColumnRow {
  table_name: string;
  column_name: string;
  data_type: string;
  is_nullable: 'YES' | 'NO';
}

const LIBS = path.resolve(import.meta.dirname, '../../libs');
/** What the schema calls the types the entities name otherwise. */
const TYPE_NAMES: Record<string, string> = { timestamptz: 'timestamp with time zone' };

/** Every entity class of the product, found by the name of its file, so that no new one is forgotten. */
async function allEntities(): Promise<(new () => object)[]> {
  const files = readdirSync(LIBS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.entity.ts'));
  const modules = await Promise.all(
    files.map((file) => import(path.join(LIBS, file)) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((exports) => Object.values(exports))
    .filter((value): value is new () => object => typeof value === 'function');
}

describe('Entities and the migrated schema', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let columns: Map<string, ColumnRow>;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = createDataSource({ url: database.url, poolSize: 2, applicationName: 'test' }, await allEntities());
    await dataSource.initialize();
    const rows = await dataSource.query<ColumnRow[]>(
      `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
       WHERE table_schema = 'public' AND is_generated = 'NEVER'`,
    );
    columns = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row]));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('know the same columns with the same types and nullability', () => {
    const wrong: string[] = [];
    for (const entity of dataSource.entityMetadatas) {
      for (const column of entity.columns) {
        const name = `${entity.tableName}.${column.databaseName}`;
        const row = columns.get(name);
        const type = column.isArray ? 'ARRAY' : (TYPE_NAMES[String(column.type)] ?? String(column.type));
        if (!row) wrong.push(`${name} is not in the schema`);
        else if (row.data_type !== type) wrong.push(`${name} is ${row.data_type} in the schema, ${type} in the entity`);
        else if ((row.is_nullable === 'YES') !== column.isNullable) wrong.push(`${name} differs in being nullable`);
      }
    }
    expect(wrong).toEqual([]);
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(20);
  });

  it('leave no column of an entity table without a property', () => {
    const known = new Set(
      dataSource.entityMetadatas.flatMap((entity) =>
        entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`),
      ),
    );
    const tables = new Set(dataSource.entityMetadatas.map((entity) => entity.tableName));
    const unknown = [...columns].filter(([name, row]) => tables.has(row.table_name) && !known.has(name));
    expect(unknown.map(([name]) => name)).toEqual([]);
  });

  it('use the primary keys of the schema', async () => {
    const keys = await dataSource.query<{ table_name: string; columns: string[] }[]>(
      `SELECT conrelid::regclass::text AS table_name, array_agg(attname::text ORDER BY attname) AS columns
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
       WHERE contype = 'p' GROUP BY conrelid`,
    );
    const keyOf = new Map(keys.map((key) => [key.table_name, key.columns]));
    for (const entity of dataSource.entityMetadatas) {
      const own = entity.primaryColumns.map((column) => column.databaseName).sort();
      expect({ table: entity.tableName, key: own }).toEqual({
        table: entity.tableName,
        key: keyOf.get(entity.tableName),
      });
    }
  });
});
