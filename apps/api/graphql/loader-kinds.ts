import DataLoader from 'dataloader';
import { groupBy } from '#yui/platform';

export function byId(row: { readonly id: string }): string {
  return row.id;
}

/** Exactly one row for each key: ids that stand in rows of the database name something. */
export function one<Row>(read: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) {
  return new DataLoader<string, Row>(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? new Error(`No row has the key ${key}`));
  });
}

/** All rows of each key, in the order of the query. */
export function many<Row>(read: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) {
  return mapped(async (keys) => groupBy(await read(keys), keyOf));
}

/** All rows of each key, from a query that groups them itself. */
export function mapped<Row>(read: (keys: readonly string[]) => Promise<Map<string, Row[]>>) {
  return new DataLoader<string, Row[]>(async (keys) => {
    const groups = await read(keys);
    return keys.map((key) => groups.get(key) ?? []);
  });
}
