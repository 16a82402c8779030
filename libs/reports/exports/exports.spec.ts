import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import type { Row } from './cells.js';
import { csvOf } from './csv.js';
import { xlsxOf } from './xlsx.js';

async function* inPortions(rows: readonly Row[], size: number): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) yield Promise.resolve(rows.slice(start, start + size));
}

async function csvText(headings: readonly string[], rows: readonly Row[], size = 2): Promise<string> {
  let text = '';
  for await (const part of csvOf({ headings, portions: inPortions(rows, size) })) text += part;
  return text;
}

async function xlsxBytes(headings: readonly string[], rows: readonly Row[], size = 2): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of xlsxOf('一覧', { headings, portions: inPortions(rows, size) })) parts.push(part);
  return Buffer.concat(parts);
}

const TROUBLE = ['=1+1', '+81 88', '-3', '@SUM(A1)', '\t=1', '＝1', ' =1', 'あ,い', '"引用"', '二\n行', '𠮷野', '&<>'];
const text = fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: 'grapheme', minLength: 1 }));
/** Carriage returns become line feeds in XML, and XML has no control characters; neither is asked back. */
const plainText = text.map((value) => value.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '') || '名');
const table = (texts: fc.Arbitrary<string>) => fc.array(fc.tuple(texts, fc.integer(), texts), { maxLength: 7 });

describe('a table as CSV', () => {
  it('is what Excel opens by itself, with dates and numbers as they are', async () => {
    const rows = [['案内状の封入', 12_000, { day: '2026-12-21' }, null] as const];
    expect(await csvText(['件名', '数', '納期', 'メモ'], rows)).toBe(
      '\uFEFF件名,数,納期,メモ\r\n案内状の封入,12000,2026-12-21,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '＝1', '－1'])('lets %j be no formula', async (value) => {
    const [, row] = parse(await csvText(['値'], [[value]]), { bom: true });
    expect(row).toEqual([`'${value}`]);
  });

  it('keeps every text, and no field that people wrote begins like a formula', async () => {
    await assertProperty(
      fc.asyncProperty(table(text), async (rows) => {
        const csv = await csvText(['a', 'b', 'c'], rows);
        const [, ...read] = parse(csv, { bom: true, record_delimiter: '\r\n' });
        expect(read.map(([a, b, c]) => [a!.replace(/^'/, ''), Number(b), c!.replace(/^'/, '')])).toEqual(
          rows.map(([a, b, c]) => [a.replace(/^'/, ''), b, c.replace(/^'/, '')]),
        );
        for (const [a, , c] of read) for (const field of [a!, c!]) expect(field).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

describe('a table as a workbook', () => {
  it('says the same to a program that reads workbooks, however its rows come', async () => {
    await assertProperty(
      fc.asyncProperty(table(plainText), fc.integer({ min: 1, max: 4 }), async (rows, size) => {
        const book = read(await xlsxBytes(['a', 'b', 'c'], rows, size), { cellFormula: true });
        const sheet = book.Sheets[book.SheetNames[0]!]!;
        expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([['a', 'b', 'c'], ...rows]);
        expect(Object.values(sheet).some((cell: { f?: string }) => cell.f !== undefined)).toBe(false);
      }),
    );
  });

  it('holds dates as dates', async () => {
    const bytes = await xlsxBytes(['納期'], [[{ day: '2026-12-21' }], [{ day: '2028-02-29' }]]);
    const { Sheets } = read(bytes, { cellDates: true, UTC: true });
    expect(utils.sheet_to_json(Sheets['一覧']!, { header: 1, raw: false, dateNF: 'yyyy-mm-dd', UTC: true })).toEqual([
      ['納期'],
      ['2026-12-21'],
      ['2028-02-29'],
    ]);
  });

  it('omits nothing but what a workbook cannot hold', async () => {
    const { Sheets } = read(await xlsxBytes(['値'], [['前\u0000後\uD800'], ['  空白  ']]));
    expect(utils.sheet_to_json(Sheets['一覧']!, { header: 1 })).toEqual([['値'], ['前後'], ['  空白  ']]);
  });
});
