import type { LocalDate } from '#yui/calendar';

/** A business date as a date of the spreadsheet, not as text. */
export interface DayCell {
  readonly day: LocalDate;
}

/** What stands in one place of a table; null: nothing. */
export type Cell = string | number | DayCell | null;
export type Row = readonly Cell[];

/** A table that may be long: its rows come in portions, and are handed on as they come. */
export interface LongTable {
  readonly headings: readonly string[];
  readonly portions: AsyncIterable<readonly Row[]>;
}
