import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const KOCHI = readFileSync('libs/directory/data/kochi-facilities-2024.csv');
/** The beginning of a picture, as people upload by mistake. */
const NO_LIST = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
]);

type Cell = string | number | boolean | null;
type BookType = 'xlsx' | 'biff8' | 'ods';

function workbook(bookType: BookType, sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return write(book, { type: 'buffer', bookType, compression: true }) as Uint8Array;
}

const NOTES: readonly (readonly Cell[])[] = readFileSync('test/cases/import/notes.csv', 'utf8')
  .split('\n')
  .map((line) => line.split(','));

/** A file in which bytes were changed, and the end may be gone. */
const spoilt = (whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      whole,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.option(fc.double({ min: 0.1, max: 1, noNaN: true })),
    )
    .map(([bytes, changes, kept]) => {
      const changed = Uint8Array.from(bytes);
      for (const [at, byte] of changes) changed[at % changed.length] = byte;
      return changed.subarray(0, Math.ceil(changed.length * (kept ?? 1)));
    });

/** What people, and those who mean harm, put in a cell. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom<Cell>('', null, '=1+1', '"', '",', '\u202E逆', '①２㎡', '令和6年度', '14\n6', '1e309', '-0', true),
  fc.double(),
  fc.nat(3_000).map((times) => '製'.repeat(times)),
  fc.nat(500).map((depth) => '（'.repeat(depth)),
);

/** The rows of a list with cells changed, rows repeated, and columns moved. */
function tableOf(rows: readonly (readonly Cell[])[]): fc.Arbitrary<Cell[][]> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(), cell), { maxLength: 20 });
  return fc.tuple(changes, fc.nat(40), fc.nat(3)).map(([changed, repeated, moved]) => {
    const table = rows.map((row) => [...row.slice(moved), ...row.slice(0, moved)]);
    for (let times = 0; times < repeated; times += 1) table.push([...table[(times * 7) % table.length]!]);
    for (const [line, column, value] of changed) {
      const row = table[line % table.length]!;
      row[column % Math.max(1, row.length)] = value;
    }
    return table;
  });
}

const bookType = fc.constantFrom<BookType>('xlsx', 'biff8', 'ods');
const MAX_CELL = 32_000;

function madeBook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): fc.Arbitrary<Uint8Array> {
  const tables = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, tableOf(rows)]));
  return fc.tuple(bookType, fc.record(tables)).map(([type, made]) => {
    const short = Object.entries(made).map(([name, rows]) => [
      name,
      rows.map((row) => row.map((value) => (typeof value === 'string' ? value.slice(0, MAX_CELL) : value))),
    ]);
    return workbook(type, Object.fromEntries(short) as Record<string, Cell[][]>);
  });
}

/** As a spreadsheet writes it, with separators and quotes that may be wrong. */
const madeCsv: fc.Arbitrary<Uint8Array> = fc
  .tuple(tableOf(NOTES), fc.constantFrom(',', '\t', ';'), fc.constantFrom('\n', '\r\n', '\r', '\v'))
  .map(([rows, separator, end]) => Buffer.from(rows.map((row) => row.map(String).join(separator)).join(end)));

/** Lists of facilities, right and wrong. */
export const lists: fc.Arbitrary<Uint8Array> = fc.oneof(
  spoilt(
    fc.constantFrom<Uint8Array>(
      KOCHI,
      NO_LIST,
      ...(['xlsx', 'biff8', 'ods'] as const).map((type) => workbook(type, { B型: NOTES })),
    ),
  ),
  madeCsv,
  madeBook({ B型: NOTES }),
);

/** The workbook of a desk that moves in, right and wrong. */
export function workbooksLike(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): fc.Arbitrary<Uint8Array> {
  return fc.oneof(madeBook(sheets), spoilt(fc.constant(workbook('xlsx', sheets))));
}

/** Pictures of a few kinds and sizes, spoilt. */
export async function pictures(): Promise<fc.Arbitrary<Uint8Array>> {
  const whole: Uint8Array[] = [];
  for (const side of [1, 37, 1_200]) {
    const image = sharp({ create: { width: side, height: side * 2, channels: 3, background: '#c3a' } });
    whole.push(
      ...(await Promise.all([
        image.clone().jpeg().toBuffer(),
        image.clone().png({ progressive: true }).toBuffer(),
        image.clone().webp().toBuffer(),
      ])),
    );
  }
  return spoilt(fc.constantFrom(...whole));
}
