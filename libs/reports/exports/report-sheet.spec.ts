import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { reportSheet } from './report-sheet.js';

describe('a printed report', () => {
  it('holds every figure once, beside the name of its row, however many columns there are', () => {
    const anyReport = fc
      .record({ columns: fc.integer({ min: 1, max: 30 }), rows: fc.integer({ min: 0, max: 12 }) })
      .chain(({ columns, rows }) =>
        fc.array(
          fc.array(fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 })), {
            minLength: columns,
            maxLength: columns,
          }),
          {
            minLength: rows,
            maxLength: rows,
          },
        ),
      );
    assertProperty(
      fc.property(anyReport, (figures) => {
        const width = figures[0]?.length ?? 1;
        const headings = ['区分', ...Array.from({ length: width }, (_, column) => `c${column}`), '注記'];
        const rows = figures.map((cells, row) => [`r${row}`, ...cells, row === 1 ? '端数' : '']);
        const sheet = reportSheet(
          { title: '表', table: '', headings, rows, language: 'ja' },
          '高知県',
          '令和8年4月1日',
        );
        const tables = sheet.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
        const printed = rows.map((_, row) =>
          tables.flatMap((table) => (table.rows[row] ?? []).slice(1).map((cell) => cell.text)),
        );
        expect(printed).toEqual(
          figures.map((cells) => cells.map((cell) => (cell === null ? '–' : cell.toLocaleString('en-US')))),
        );
        for (const table of tables) expect(table.columns.length).toBeLessThanOrEqual(7);
        expect(tables.flatMap((table) => table.columns.slice(1).map(({ title }) => title))).toEqual(
          headings.slice(1, -1),
        );
        expect(sheet.blocks.some((block) => block.type === 'text')).toBe(rows.length > 1);
      }),
    );
  });
});
