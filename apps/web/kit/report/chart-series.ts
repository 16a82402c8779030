import { MAX_SERIES } from './chart-colors.js';

/** What is drawn of one thing: its values in the order of the categories; null: no figure. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Named {
  readonly fiscalYear: number | null;
}
interface DrawnColumn extends Named {
  readonly unit: string;
}
interface DrawnRow extends Named {
  readonly isTotal: boolean;
  readonly cells: readonly { readonly value: number | null }[];
}
interface Drawing {
  readonly kind: 'bars' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** How many series are not drawn: the smallest, as more than a few are not told apart. */
  readonly omitted: number;
}

/**
 * What a chart draws of a report. `bars`: the rows are categories, the columns bars. `lines`: the years are the axis, be they
 * rows or columns. Beside columns of years others (a difference) are of another kind, and are not drawn.
 * @param unit which columns; omitted: those with the unit of the first
 * @returns null where there is nothing to draw: no figure, or zero alone
 */
export function drawingOf<Column extends DrawnColumn, Row extends DrawnRow>(
  table: { readonly columns: readonly Column[]; readonly rows: readonly Row[] },
  kind: 'bars' | 'lines',
  unit: string | undefined,
  nameOf: (named: Column | Row) => string,
): Drawing | null {
  const drawnUnit = unit ?? table.columns[0]?.unit;
  const ofUnit = table.columns
    .map((column, place) => ({ column, place }))
    .filter(({ column }) => column.unit === drawnUnit);
  const years = ofUnit.filter(({ column }) => column.fiscalYear !== null);
  const columns = years.length > 0 ? years : ofUnit;
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const valueOf = (row: Row, place: number) => row.cells[place]?.value ?? null;
  const byColumn = columns.map(({ column, place }): Series => ({
    name: nameOf(column),
    values: rows.map((row) => valueOf(row, place)),
  }));
  const byRow = rows.map((row): Series => ({
    name: nameOf(row),
    values: columns.map(({ place }) => valueOf(row, place)),
  }));
  const areYearsRows = rows.every(({ fiscalYear }) => fiscalYear !== null);
  const isByRow = kind === 'lines' && !areYearsRows;
  const categories = isByRow ? columns.map(({ column }) => nameOf(column)) : rows.map((row) => nameOf(row));
  // Of bars the columns are years, of which the last are drawn; of lines the largest.
  const all = isByRow ? byRow.filter((series) => sizeOf(series) > 0) : byColumn;
  const series = kind === 'bars' ? all.slice(-MAX_SERIES) : largest(all);
  if (categories.length === 0 || series.every((each) => sizeOf(each) === 0)) return null;
  return { kind, categories, series, omitted: all.length - series.length };
}

/** In the order of the table. */
function largest(series: readonly Series[]): readonly Series[] {
  const bySize = [...series].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MAX_SERIES);
  return series.filter((each) => bySize.includes(each));
}

const sizeOf = ({ values }: Series) => values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
