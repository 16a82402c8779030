import type { Heading } from './heading.js';

/** A column of a list, under its whole heading. */
export interface Column {
  readonly index: number;
  /** As in the file. A heading over several columns stands before each of theirs: `平均工賃 令和5年度 月額`. */
  readonly heading: string;
  /** The lowest of its headings: 月額. */
  readonly own: string;
  /** null: nobody knows what it says. */
  readonly meaning: Heading | null;
}

/** A table with a row of headings among which one heads names of facilities, and the rows below it. */
export interface FacilityList {
  readonly sheet: string | null;
  readonly headingLine: number;
  readonly columns: readonly Column[];
  /** Index of the last column with a heading, also of a table beside this one. */
  readonly lastColumn: number;
  readonly nameColumn: Column;
  /** The rows below the headings, up to the next headings or the end; cells hold what merged cells pass down. */
  readonly rows: readonly ListRow[];
  /** What stands above the headings: titles, dates. */
  readonly titles: readonly { readonly line: number; readonly text: string }[];
}

export interface ListRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The columns that hold something of their own in this row. */
  readonly written: readonly number[];
}
