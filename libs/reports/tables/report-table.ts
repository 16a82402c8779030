/** In what the figures of a column are counted. */
export type ReportUnit = 'COUNT' | 'TIMES' | 'FACILITIES' | 'PEOPLE' | 'MINUTES' | AmountUnit | 'PERCENT';
/** 円, or 千円 that is rounded cell by cell. */
export type AmountUnit = 'YEN' | 'THOUSAND_YEN';

/**
 * What is to be said of a figure. RECORDED: entered or imported as a figure, there are no rows behind it. OFF_BY_ROUNDING: as
 * it was printed, and off by rounding from the sum of what was printed beside it.
 */
export type ReportMark = 'RECORDED' | 'OFF_BY_ROUNDING';

export interface ReportCell {
  /** null: there is no figure, which is not zero. Of PERCENT in hundredths (12.3 is 12.3 %). */
  readonly value: number | null;
  readonly marks: readonly ReportMark[];
}

export interface ReportColumn {
  /** What a page or a file has a word for; of a year `y2024`. */
  readonly key: string;
  /** A name that is data: of a facility, a category. null: the key has a word. */
  readonly label: string | null;
  /** The fiscal year it shows, by its first calendar year. */
  readonly fiscalYear: number | null;
  readonly unit: ReportUnit;
}

export interface ReportRow {
  readonly key: string;
  readonly label: string | null;
  /** The fiscal year it shows, where years are rows. */
  readonly fiscalYear: number | null;
  /** It is the sum (or the mean) of the others: charts omit it. */
  readonly isTotal: boolean;
  /** In the order of the columns. */
  readonly cells: readonly ReportCell[];
}

/** A report as it is shown, drawn and exported: figures by row and column. Words belong to who shows it. */
export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

export const yearColumn = (fiscalYear: number, unit: ReportUnit): ReportColumn => ({
  key: `y${fiscalYear}`,
  label: null,
  fiscalYear,
  unit,
});

export const reportCell = (value: number | null, ...marks: readonly ReportMark[]): ReportCell => ({ value, marks });
