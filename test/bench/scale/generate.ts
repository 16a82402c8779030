import { readFileSync } from 'node:fs';
import pg from 'pg';
import { createSampleDatabase, type TestDatabase } from '../../harness/postgres.js';

/** How much there is: of who takes part, and of what they have done in four years. */
export interface CountrySize {
  readonly desks: number;
  readonly facilities: number;
  readonly buyers: number;
  readonly orders: number;
}

/**
 * A database with a country in it: a big desk with 12 % of all orders and 30 % of all facilities, the others alike, and the
 * people of the sample in their places (their desk is the big one). Every constraint and trigger of the schema holds.
 */
export async function createCountry(size: CountrySize): Promise<TestDatabase> {
  const database = await createSampleDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const file of ['country.sql', 'history.sql']) await client.query(filledIn(file, size));
    await client.query('DROP SCHEMA gen CASCADE');
    await client.query('VACUUM ANALYZE');
    return database;
  } catch (error) {
    await client.end();
    await database.drop();
    throw error;
  } finally {
    await client.end();
  }
}

function filledIn(file: string, size: CountrySize): string {
  const sql = readFileSync(new URL(file, import.meta.url), 'utf8');
  return sql.replace(/:(desks|facilities|buyers|orders)\b/g, (_, name: keyof CountrySize) => String(size[name]));
}
