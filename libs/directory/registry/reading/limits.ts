/** What one file may cost. A prefecture's list of all its facilities is some 500 kB with 5,000 rows and 40 columns. */
export const LIMITS = {
  bytes: 10 * 1024 * 1024,
  /** Of a workbook, all its parts unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  sheets: 100,
  /** Of all sheets together. */
  rows: 30_000,
  columns: 512,
  /** Filled cells of all sheets together. */
  cells: 500_000,
  /** Characters of all cells together. */
  characters: 10_000_000,
  /** Characters of one cell: as many as Excel takes. */
  cellCharacters: 32_767,
  /** Cells that merged cells cover. */
  mergedCells: 500_000,
} as const;
