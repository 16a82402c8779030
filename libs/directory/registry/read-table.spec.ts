import fc from 'fast-check';
import iconv from 'iconv-lite';
import { crc32 } from 'node:zlib';
import { assertProperty } from '../../../test/harness/property.js';
import { type TableReading, readTable } from './read-table.js';

const CSV = '事業所名,定員,作業内容\r\n髙橋作業所①,20,"袋詰め、\r\n箱折り"\r\n\r\nつばさ, 10 ,清掃\r\n';

const utf8 = (text: string) => new TextEncoder().encode(text);

function tableOf(reading: TableReading) {
  if (!reading.ok) throw new Error(reading.problem.messageEn);
  return reading.table;
}

function problemOf(reading: TableReading) {
  return reading.ok ? null : { code: reading.problem.code, line: reading.problem.line };
}

describe('readTable', () => {
  it.each([
    ['UTF-8', utf8(CSV), 'CSV_UTF8'],
    ['UTF-8 with BOM', utf8(`\uFEFF${CSV}`), 'CSV_UTF8'],
    ['Shift_JIS as Windows writes it', iconv.encode(CSV, 'cp932'), 'CSV_CP932'],
    ['UTF-16 as Excel writes it', iconv.encode(CSV, 'utf-16le', { addBOM: true }), 'CSV_UTF16'],
    ['tab-separated text', utf8(CSV.replaceAll(',', '\t')), 'CSV_UTF8'],
  ])('reads %s, with the line each row begins on', async (_, bytes, format) => {
    const table = tableOf(await readTable(bytes));
    expect(table).toEqual({
      headers: ['事業所名', '定員', '作業内容'],
      headerLine: 1,
      format,
      rows: [
        { line: 2, cells: ['髙橋作業所①', '20', '袋詰め、\n箱折り'] },
        { line: 5, cells: ['つばさ', '10', '清掃'] },
      ],
    });
  });

  it('passes over titles and joins a header of several rows', async () => {
    const csv =
      '令和6年度 事業所一覧,,,,\n,,,,\n事業所名,定員,平均工賃,,目標工賃\n,,令和5年度,,令和6年度\n,,月額,時間額,月額\nつばさ,20,1,2,3\n';
    const table = tableOf(await readTable(utf8(csv)));
    expect(table.headerLine).toBe(3);
    expect(table.headers).toEqual([
      '事業所名',
      '定員',
      '平均工賃 令和5年度 月額',
      '平均工賃 令和5年度 時間額',
      '目標工賃 令和6年度 月額',
    ]);
    expect(table.rows).toEqual([{ line: 6, cells: ['つばさ', '20', '1', '2', '3'] }]);
  });

  it('keeps a row without a name as a row', async () => {
    const table = tableOf(await readTable(utf8('事業所名,定員,作業内容\n,,清掃\n')));
    expect(table.rows).toEqual([{ line: 2, cells: ['', '', '清掃'] }]);
  });

  it('reads a workbook, from the first sheet that holds a table', async () => {
    const table = tableOf(await readTable(workbook([[], [['一覧'], [], ['事業所名', '定員'], ['つばさ', 20]]])));
    expect(table).toEqual({
      headers: ['事業所名', '定員'],
      headerLine: 3,
      format: 'XLSX',
      rows: [{ line: 4, cells: ['つばさ', '20'] }],
    });
  });

  it.each([
    ['an empty file', utf8(''), 'TABLE.EMPTY', null],
    ['white space', utf8(' \r\n\r\n'), 'TABLE.EMPTY', null],
    ['commas alone', utf8(',,\n,,\n'), 'TABLE.EMPTY', null],
    ['plain prose', utf8('これは表ではありません。\n二行目。\n'), 'TABLE.NOT_A_TABLE', null],
    ['a PDF', utf8('%PDF-1.7\n1,2'), 'TABLE.NOT_A_TABLE', null],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'TABLE.NOT_A_TABLE', null],
    ['a binary file', utf8('a,b\n\u0001,\u0002\n'), 'TABLE.NOT_A_TABLE', null],
    ['a ZIP file that is no workbook', zip({ 'a.txt': 'x' }), 'TABLE.NOT_A_TABLE', null],
    ['a broken ZIP file', workbook([[['a', 'b']]]).slice(0, 200), 'TABLE.NOT_A_TABLE', null],
    ['bytes of no known encoding', new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'TABLE.UNDECODABLE', null],
    ['data without a header', utf8('1,青い空,40,清掃\n2,スウェル,40,清掃\n'), 'TABLE.HEADER_MISSING', 1],
    ['a quote that never closes', utf8('a,b\nc,"d\n'), 'TABLE.NOT_A_TABLE', 2],
    ['a file over 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'TABLE.TOO_LARGE', null],
    ['an empty workbook', workbook([[]]), 'TABLE.EMPTY', null],
  ])('refuses %s', async (_, bytes, code, line) => {
    expect(problemOf(await readTable(bytes))).toEqual({ code, line });
  });

  it('refuses a workbook that would unpack to more than 100 MB, before unpacking it', async () => {
    const bytes = zip({ 'xl/workbook.xml': '<x/>' }, 0x7000_0000);
    expect(problemOf(await readTable(bytes))?.code).toBe('TABLE.TOO_LARGE');
  });

  it('never throws on any bytes', async () => {
    const spoilt = fc
      .tuple(fc.constantFrom(workbook([[['a', 'b']]]), utf8(CSV), iconv.encode(CSV, 'cp932')), fc.nat(), fc.nat(255))
      .map(([bytes, at, byte]) =>
        Uint8Array.from(bytes, (value, index) => (index === at % bytes.length ? byte : value)),
      );
    const zipLike = fc.uint8Array({ maxLength: 200 }).map((tail) => Uint8Array.from([0x50, 0x4b, 3, 4, ...tail]));
    await assertProperty(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), spoilt, zipLike), async (bytes) => {
        const reading = await readTable(bytes);
        expect(reading.ok || /^TABLE\.[A-Z_]+$/.test(reading.problem.code)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** The smallest workbook that Excel opens, one sheet for each grid. */
function workbook(sheets: readonly (readonly (string | number)[])[][]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const numbered = sheets.map((grid, index) => ({ grid, id: index + 1 }));
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<v>${value}</v></c>` : `<is><t>${value}</t></is></c>`;
  const sheetXml = (grid: readonly (readonly (string | number)[])[]) =>
    grid
      .map((cells, row) => {
        const inner = cells.map((value, column) => {
          const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
          return `<c r="${reference}"${typeof value === 'string' ? ' t="inlineStr"' : ''}>${cell(value)}`;
        });
        return `<row r="${row + 1}">${inner.join('')}</row>`;
      })
      .join('');
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${numbered
      .map(({ id }) => `<sheet name="Sheet${id}" sheetId="${id}" r:id="rId${id}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbered
      .map(
        ({ id }) =>
          `<Relationship Id="rId${id}" Type="${relationships}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
      )
      .join('')}</Relationships>`,
  };
  for (const { grid, id } of numbered) {
    files[`xl/worksheets/sheet${id}.xml`] =
      `<worksheet xmlns="${main}"><dimension ref="A1:Z99"/><sheetData>${sheetXml(grid)}</sheetData></worksheet>`;
  }
  return zip(files);
}

/** A ZIP file of stored entries. `declaredSize` puts a false unpacked size into its directory. */
function zip(files: Readonly<Record<string, string>>, declaredSize?: number): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), data]);
    const listed = Buffer.alloc(46);
    listed.write('PK\u0001\u0002', 0, 'latin1');
    common.copy(listed, 6);
    if (declaredSize !== undefined) listed.writeUInt32LE(declaredSize, 24);
    listed.writeUInt32LE(offset, 42);
    local.push(entry);
    directory.push(listed, Buffer.from(name));
    offset += entry.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(local.length, 8);
  end.writeUInt16LE(local.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}
