/** Which rows of a list: at most `first` (1 to 100) of those that come `after` a cursor; omitted: 50 from the beginning. */
export interface PageRequest {
  readonly first?: number;
  readonly after?: string | null;
}

/** Some rows of a list in a stable order. */
export interface PageOf<Row> {
  readonly items: Row[];
  /** Where this page ends, for the request of the next one; null: the page is empty. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  /** How many rows there are in all, counted when somebody asks: to 1,000, and 1,001 for more. */
  readonly totalItems: () => Promise<number>;
}
