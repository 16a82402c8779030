import type { EntityManager } from 'typeorm';
import type { PersonActor } from '../context/actor.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { type ListOrder, readCursor, writeCursor } from './cursor.js';
import type { PageOf, PageRequest } from './page.js';
import { firstOf, MAX_COUNTED } from './read-page.js';

/** A list that is computed from several tables: its SQL yields `id` and the column it is sorted by. */
interface ComputedList<Row, Item> {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** By a column of the list. */
  readonly order: ListOrder;
  readonly show: (row: Row) => Item;
}

/**
 * `readPage` for rows that are no rows of one table.
 * @throws INPUT.NUMBER_OUT_OF_RANGE (first, 1 to 100), INPUT.CURSOR_INVALID, and what `listOf` throws
 */
export async function readSqlPage<Row extends { readonly id: string }, Item>(
  unitOfWork: UnitOfWork,
  actor: PersonActor,
  page: PageRequest,
  listOf: (db: EntityManager) => Promise<ComputedList<Row, Item>>,
): Promise<PageOf<Item>> {
  const first = firstOf(page);
  const { found, list } = await unitOfWork.read(actor, async (db) => {
    const list = await listOf(db);
    const { by, direction } = list.order;
    const cursor = page.after ?? null;
    const after = cursor === null ? null : readCursor(list.order, cursor);
    const place = `($${list.values.length + 1}, $${list.values.length + 2}::uuid)`;
    const where = after ? `WHERE (${by}, id) ${direction === 'ASC' ? '>' : '<'} ${place}` : '';
    const found = await db.query<(Row & { readonly sort_key: string })[]>(
      `SELECT found.*, (${by})::text AS sort_key FROM (${list.sql}) AS found ${where}
       ORDER BY ${by} ${direction}, id ${direction} LIMIT ${first + 1}`,
      after ? [...list.values, after.key, after.id] : [...list.values],
    );
    return { found, list };
  });
  const rows = found.slice(0, first);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => list.show(row)),
    endCursor: last ? writeCursor(list.order, { key: last.sort_key, id: last.id }) : null,
    hasNextPage: found.length > first,
    totalItems: async () =>
      unitOfWork.read(actor, async (db) => {
        const [{ counted }] = await db.query<[{ counted: number }]>(
          `SELECT count(*)::integer AS counted FROM (SELECT 1 FROM (${list.sql}) AS found LIMIT ${MAX_COUNTED + 1}) AS row`,
          [...list.values],
        );
        return counted;
      }),
  };
}
