import { requireInteger } from '../errors/check-input.js';

export const MAX_TAKEN = 100;
const MAX_SKIPPED = 100_000;
export const USUALLY_TAKEN = 50;

/** Which rows of a list: leave out `skip`, give at most `take`. */
export interface Page {
  readonly skip: number;
  readonly take: number;
}

/** Some rows of a list in a stable order, and how many there are in all. */
export interface PageOf<Row> {
  readonly items: Row[];
  readonly totalItems: number;
}

/** What is left out is 0 and 50. @throws INPUT.NUMBER_OUT_OF_RANGE (skip to 100,000, take 1 to 100) */
export function checkPage(page: Partial<Page> | null | undefined): Page {
  return {
    skip: requireInteger('skip', page?.skip ?? 0, 0, MAX_SKIPPED),
    take: requireInteger('take', page?.take ?? USUALLY_TAKEN, 1, MAX_TAKEN),
  };
}

/** A pattern for ILIKE that finds `text` anywhere; what a person typed is never a pattern itself. */
export function containing(text: string): string {
  // No text of the database holds a NUL, and it takes none.
  return `%${text.replaceAll('\u0000', '').replace(/[\\%_]/g, '\\$&')}%`;
}
