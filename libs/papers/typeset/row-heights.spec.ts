import type { TableBlock } from '../sheet/sheet.js';
import { sizeTable } from './row-heights.js';

const advances = new Map([...'あ0漢'].map((character) => [character.codePointAt(0) ?? 0, character === '0' ? 0.5 : 1]));

/** Columns of 25.4 mm (72 pt, 63 of them for text) and what is left of 50.8 mm: as much again. */
function heights(text: string, detail: string | null = null, title = '題') {
  const table: TableBlock = {
    type: 'table',
    caption: '表',
    remark: null,
    columns: [
      { title, align: 'start', widthMm: null },
      { title: '数', align: 'end', widthMm: 25.4 },
    ],
    rows: [
      [
        { text, detail },
        { text: '0', detail: null },
      ],
    ],
    footnotes: [],
  };
  return sizeTable(table, 50.8, 9, advances).rowHeightsPt;
}

describe('the height of a row', () => {
  it('is known where every text stays on its line', () => {
    const [heading, row] = heights('漢'.repeat(6));
    expect(heading).toBeCloseTo((8.5 * 1567) / 2048 + 10);
    expect(row).toBeCloseTo((9 * 1567) / 2048 + 10);
    expect(heights('0'.repeat(13))[1]).toBe(row);
  });

  it('has room for the smaller line below', () => {
    expect(heights('漢', 'あ'.repeat(7))[1]).toBeCloseTo((17 * 1567) / 2048 + 9 * 0.62 + 10);
    expect(heights('漢', 'あ'.repeat(8))[1]).toBeNull();
  });

  it.each([
    ['a text just too long', '漢'.repeat(7)],
    ['a line that ends', '漢\nあ'],
    ['a character of the other font', '𠮷'],
    ['a place where the line may break', 'あ\u001f0'],
    ['nothing', ''],
  ])('is left to the typesetter: %s', (_, text) => {
    expect(heights(text)[1]).toBeNull();
  });

  it('is left to the typesetter for a heading of several lines', () => {
    expect(heights('漢', null, '題'.repeat(7))[0]).not.toBeNull();
    expect(heights('漢', null, '題'.repeat(8))[0]).toBeNull();
  });
});
