import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import * as choices from './choices.js';
import { choiceIn, type Choices, foldWord, MOVE_IN_SHEETS } from './layout.js';
import { LAYOUTS } from './layouts.js';
import { readWorkbook } from './read-workbook.js';

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');

/** A sheet as a desk might have it: its columns in any order, under any of their names, below some titles. */
const anySheet = fc.constantFrom(...MOVE_IN_SHEETS).chain((sheet) => {
  const { name, alsoCalled = [], columns } = LAYOUTS[sheet];
  return fc.record({
    sheet: fc.constant(sheet),
    name: fc.constantFrom(name, ...alsoCalled),
    columns: fc.shuffledSubarray([...columns], { minLength: columns.length }),
    called: fc.infiniteStream(fc.nat()),
    isWide: fc.boolean(),
    titles: fc.integer({ min: 0, max: 5 }),
    rows: fc.integer({ min: 0, max: 6 }),
    hasExample: fc.boolean(),
  });
});

describe('the workbook of a desk', () => {
  it('reads the same however its columns stand and are called', () => {
    assertProperty(
      fc.property(anySheet, ({ sheet, name, columns, called, isWide, titles, rows, hasExample }) => {
        const headings = columns.map(({ heading, alsoCalled = [] }) => {
          const names = [heading, ...alsoCalled];
          const one = names[called.next().value % names.length]!;
          return isWide ? wide(one) : one;
        });
        const cells = (row: number) => columns.map(({ field }) => `${field} ${row}`);
        const example = columns.map((_, at) => (at === 0 ? '例）見本' : '見本'));
        const lines = [
          ...Array.from({ length: titles }, () => ['会員の一覧']),
          headings,
          ...(hasExample ? [example] : []),
          ...Array.from({ length: rows }, (_, row) => cells(row)),
          ['', '合計'],
        ];
        const sheets = [
          { name, isHidden: false, spans: [], rows: lines.map((each, at) => ({ line: at + 1, cells: each })) },
        ];
        const { rows: read, problems, notRead } = readWorkbook(sheets);
        expect([problems, notRead]).toEqual([[], []]);
        const found = read.get(sheet)!.map((row) => Object.fromEntries(row.cells));
        const expected = (row: number) => Object.fromEntries(columns.map(({ field }) => [field, `${field} ${row}`]));
        expect(found).toEqual(Array.from({ length: rows }, (_, row) => expected(row)));
      }),
      { numRuns: 300 },
    );
  });

  it('has no heading and no word that could mean two things', () => {
    for (const sheet of MOVE_IN_SHEETS) {
      const headings = LAYOUTS[sheet].columns.flatMap(({ heading, alsoCalled = [] }) => {
        return [...new Set([heading, ...alsoCalled].map(foldWord))];
      });
      expect([sheet, headings.length]).toEqual([sheet, new Set(headings).size]);
    }
    for (const words of Object.values<Choices>(choices)) {
      for (const [code, names] of Object.entries(words)) {
        expect(names.map((name) => choiceIn(words, wide(name)))).toEqual(names.map(() => code));
      }
    }
  });

  it('says what is missing instead of guessing', () => {
    const sheets = [
      { name: '発注者', isHidden: false, spans: [], rows: [{ line: 1, cells: ['番号', '発注者名', '好きな色'] }] },
    ];
    const { problems, notRead } = readWorkbook(sheets);
    expect(problems.map(({ sheet, line, code }) => [sheet, line, code])).toEqual([
      ['発注者', 1, 'MOVE_IN.COLUMN_MISSING'],
    ]);
    expect(notRead).toEqual([{ sheet: '発注者', heading: '好きな色' }]);
    expect(readWorkbook([]).problems.map(({ code }) => code)).toEqual(['MOVE_IN.SHEETS_MISSING']);
  });
});
