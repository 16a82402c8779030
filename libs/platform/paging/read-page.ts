import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PersonActor } from '../context/actor.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { requireInteger } from '../errors/check-input.js';
import { type ListOrder, type Place, readCursor, writeCursor } from './cursor.js';
import type { PageOf, PageRequest } from './page.js';

export const MAX_FIRST = 100;
export const USUAL_FIRST = 50;
/** Lists are counted as far as this; one more says that there are more. */
export const MAX_COUNTED = 1000;

/** A list that grows: which rows, in which order, and what is shown of them. */
interface GrowingList<Row extends ObjectLiteral, Item> {
  readonly rows: (db: EntityManager) => Promise<SelectQueryBuilder<Row>> | SelectQueryBuilder<Row>;
  readonly order: ListOrder;
  readonly show: (db: EntityManager, rows: Row[]) => Promise<Item[]>;
}

/**
 * One page of a list. A page begins after the place where the last one ended, not at a number: rows that come or go
 * meanwhile make nobody see one twice or miss one.
 * @throws INPUT.NUMBER_OUT_OF_RANGE (first, 1 to 100), INPUT.CURSOR_INVALID
 */
export async function readPage<Row extends ObjectLiteral & { id: string }, Item>(
  unitOfWork: UnitOfWork,
  actor: PersonActor,
  page: PageRequest,
  { rows, order, show }: GrowingList<Row, Item>,
): Promise<PageOf<Item>> {
  const first = firstOf(page);
  const cursor = page.after ?? null;
  const after = cursor === null ? null : readCursor(order, cursor);
  const { items, places } = await unitOfWork.read(actor, async (db) => {
    const { entities, raw } = await inOrder(await rows(db), order, after)
      .limit(first + 1)
      .getRawAndEntities<{ sort_key: string }>();
    const found = entities.slice(0, first);
    return {
      items: await show(db, found),
      places: entities.map(({ id }, index) => ({ key: raw[index]!.sort_key, id })),
    };
  });
  const last = places[Math.min(first, places.length) - 1];
  return {
    items,
    endCursor: last ? writeCursor(order, last) : null,
    hasNextPage: places.length > first,
    totalItems: async () => unitOfWork.read(actor, async (db) => countRows(db, await rows(db))),
  };
}

/** How many rows a query has, at most `MAX_COUNTED` + 1: a list of a million is not counted to its end. */
async function countRows<Row extends ObjectLiteral>(
  db: EntityManager,
  query: SelectQueryBuilder<Row>,
): Promise<number> {
  const [sql, values] = query
    .select(`${query.alias}.id`)
    .limit(MAX_COUNTED + 1)
    .getQueryAndParameters();
  const [{ counted }] = await db.query<[{ counted: number }]>(
    `SELECT count(*)::integer AS counted FROM (${sql}) AS found`,
    values,
  );
  return counted;
}

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
export function firstOf(page: PageRequest): number {
  return requireInteger('first', page.first ?? USUAL_FIRST, 1, MAX_FIRST);
}

function inOrder<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { by, direction }: ListOrder,
  after: Place | null,
): SelectQueryBuilder<Row> {
  const id = `${query.alias}.id`;
  if (after) {
    const comparison = direction === 'ASC' ? '>' : '<';
    query.andWhere(`(${by}, ${id}) ${comparison} (:pageAfterKey, :pageAfterId)`, {
      pageAfterKey: after.key,
      pageAfterId: after.id,
    });
  }
  return query.orderBy(by, direction).addOrderBy(id, direction).addSelect(`CAST(${by} AS text)`, 'sort_key');
}
