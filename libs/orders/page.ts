/** Which rows of a list: leave out `skip`, give at most `take`. */
export interface Page {
  readonly skip: number;
  readonly take: number;
}

/** Some rows of a list, and how many there are in all. */
export interface PageOf<Row> {
  readonly items: Row[];
  readonly totalItems: number;
}

/** A pattern for ILIKE that finds `text` anywhere; what a person typed is never a pattern itself. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
