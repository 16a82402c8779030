/** One sheet of a workbook; a text file is a single sheet without a name. */
export interface Sheet {
  readonly name: string | null;
  readonly isHidden: boolean;
  /** Rows that hold something, in their order. */
  readonly rows: readonly SheetRow[];
  /** Merged cells. */
  readonly spans: readonly Span[];
}

export interface SheetRow {
  /** The first line of the row in a text file, the row number in a workbook; counted from 1. */
  readonly line: number;
  /** From the first column on; white space around a cell is taken off, an empty one is ''. */
  readonly cells: readonly string[];
}

/** A rectangle of merged cells: lines as in `SheetRow`, columns from 0, both ends included. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
