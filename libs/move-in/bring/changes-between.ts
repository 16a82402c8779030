import type { FieldChange } from '#yui/directory';
import type { ColumnLayout, SheetLayout } from '../workbook/layout.js';
import { choicesOfColumn, type Names } from './names.js';
import type { RowContent } from './move-in-row.entity.js';

/** What becomes different, by the headings of the sheet and in its words; of a new row all it says. */
export function changesBetween(
  { columns }: SheetLayout,
  before: Partial<RowContent> | null,
  after: RowContent,
  names: Names,
): FieldChange[] {
  return columns.flatMap((column) => {
    const one = shown(column, before?.[column.field] ?? null, names);
    const other = shown(column, after[column.field] ?? null, names);
    return one === other ? [] : [{ field: column.heading, before: one, after: other }];
  });
}

function shown(column: ColumnLayout, value: string | number | null, names: Names): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number')
    return column.decimals ? (value / 10 ** column.decimals).toFixed(column.decimals) : String(value);
  return choicesOfColumn(column, names)?.[value]?.[0] ?? value;
}
