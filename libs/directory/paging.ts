import { requireInteger } from '#yui/platform';

const MOST_ITEMS = 100;
const DEFAULT_ITEMS = 50;
const MOST_SKIPPED = 100_000;

/** Which part of a list is wanted: `limit` items (1 to 100, default 50) after the first `offset`. */
export interface PageRequest {
  readonly offset?: number | null;
  readonly limit?: number | null;
}

/** A part of a list in a stable order, and how long the whole list is. */
export interface Page<Item> {
  readonly items: Item[];
  readonly totalItems: number;
}

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
export function checkPage({ offset, limit }: PageRequest): { skip: number; take: number } {
  return {
    skip: requireInteger('offset', offset ?? 0, 0, MOST_SKIPPED),
    take: requireInteger('limit', limit ?? DEFAULT_ITEMS, 1, MOST_ITEMS),
  };
}
