import type { ImportWorkbookMutation } from '../../data/generated/types.js';

/** What an import of a workbook answers. */
export type Report = ImportWorkbookMutation['importWorkbook']['report'];
export type ReportRow = Report['facilities'][number];

/** The rows of each sheet, in the order of the workbook. */
export function sheetsOf(report: Report): readonly (readonly ReportRow[])[] {
  const { facilities, buyers, departments, people, capabilities, balances, results, orders, shares } = report;
  return [facilities, buyers, departments, people, capabilities, balances, results, orders, shares];
}

/** How many rows the import would store, or has stored. */
export function storedCount({ counts }: Report): number {
  const stored = counts.filter(({ outcome }) => outcome === 'CREATED' || outcome === 'UPDATED');
  return stored.reduce((sum, { count }) => sum + count, 0);
}
