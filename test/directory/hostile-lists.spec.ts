import { jest } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { readFileApart } from '../../libs/directory/import/read-file-apart.js';
import { readRegistryFile } from '../../libs/directory/import/registry-file.js';
import { isHeadingRow, readSheets } from '../../libs/directory/registry/index.js';
import { loadStarterData, type StarterData } from '../../libs/directory/registry/starter-data.js';
import { assertProperty } from '../harness/property.js';
import { rawWorkbook } from './raw-workbook.js';

const HEAD = '番号,事業所名,定員,作業内容\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (services: string) => utf8(`${HEAD}1,みほん一,20,"${services}"\n`);

const FAR = rawWorkbook({ A1: '事業所名', A2: 'みほん', XFD1048576: 'x' });

/** A ZIP file with one part of zeros that is far larger than its directory says. */
function bomb(unpackedBytes: number): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(unpackedBytes), { level: 9 });
  const name = Buffer.from('xl/workbook.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(1000, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, data]);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 0, 'latin1');
  common.copy(entry, 6);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, name, end]);
}

let starter: StarterData;
beforeAll(async () => {
  starter = await loadStarterData();
});

/** Computing time of this thread in milliseconds: what a busy machine adds does not count. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const stairs = () => {
  const rows = Array.from({ length: 400 }, (_, at) => `${','.repeat(at)}工賃`);
  return utf8(`${rows.join('\n')}\n${HEAD}1,みほん,20,清掃\n`);
};

describe('a file made to hurt', () => {
  it.each([
    ['a cell of one letter 8,000 times', csv(`${'製'.repeat(8_000)}作`)],
    ['a cell of brackets 3,000 deep', csv(`${'（'.repeat(3_000)}袋詰め${'）'.repeat(3_000)}`)],
    ['a cell of brackets that never close', csv('（'.repeat(4_000))],
    ['a cell of marks', csv('※'.repeat(8_000))],
    ['a heading of marks', utf8(`番号,事業所名,${'※'.repeat(20_000)}あ,定員\n1,みほん,,20\n`)],
    ['a heading of brackets', utf8(`番号,事業所名,${'（'.repeat(20_000)},定員\n1,みほん,,20\n`)],
    ['headings like stairs', stairs()],
    ['quotes that never close', utf8(`${HEAD}${'"a,'.repeat(100_000)}`)],
    ['nothing but quotes', utf8('"'.repeat(300_000))],
    ['doubled quotes and no line end', utf8(`${HEAD}"${'""'.repeat(200_000)}`)],
    ['delimiters alone', utf8(','.repeat(300_000))],
    ['a number of 30,000 digits', utf8(`${HEAD}1,みほん,${'1'.repeat(30_000)},清掃\n`)],
    ['spaces between digits', utf8(`${HEAD}1,みほん,${'1 '.repeat(15_000)},清掃\n`)],
  ])('%s is read in a moment', (_, bytes) => {
    expect(cost(() => readRegistryFile(bytes, starter))).toBeLessThan(5_000);
  });

  it.each([
    ['a cell far out', FAR, 'TABLE.TOO_LARGE'],
    ['a part that unpacks to more than it says', bomb(200 * 1024 * 1024), 'TABLE.TOO_LARGE'],
    ['600,000 cells', utf8(`${'a,'.repeat(299)}a\n`.repeat(2_000)), 'TABLE.TOO_LARGE'],
    ['40,000 rows', utf8('a,b\n'.repeat(40_000)), 'TABLE.TOO_LARGE'],
    ['a cell of 100,000 letters', csv('あ'.repeat(100_000)), 'TABLE.TOO_LARGE'],
  ])('%s is refused by its code', (_, bytes, code) => {
    expect(readRegistryFile(bytes, starter).problems).toMatchObject([{ code }]);
  });

  it('is read in another process, which may fail: this one neither works for it nor waits', async () => {
    const before = process.cpuUsage();
    const answers = await Promise.all([readFileApart(FAR, {}), readFileApart(csv(`${'製'.repeat(8_000)}作`), {})]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2_000);
    expect(answers[0]?.problems).toMatchObject([{ code: 'TABLE.TOO_LARGE' }]);
    expect(answers[1]?.problems).toMatchObject([{ code: 'REGISTRY.TEXT_TOO_LONG' }]);
  });

  it('never throws, whatever byte is changed', () => {
    // The library says what it does not know; the process that reads a stranger's file has no output.
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const list = utf8(`${HEAD}1,みほん一,20,封入\n2,みほん二,10,"清掃、除草"\n`);
    const rows = [
      ['番号', '事業所名', '定員'],
      [1, 'みほん', 20],
    ];
    const book = (bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array => {
      const made = utils.book_new();
      utils.book_append_sheet(made, utils.aoa_to_sheet(rows), '一覧');
      return write(made, { type: 'buffer', bookType }) as Uint8Array;
    };
    const spoilt = fc
      .tuple(
        fc.constantFrom(list, book('xlsx'), book('biff8'), book('ods')),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      )
      .map(([bytes, changes]) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        return changed;
      });
    assertProperty(
      fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const reading = readSheets(bytes, isHeadingRow);
        expect(reading.ok || /^TABLE\.[A-Z_]+$/.test(reading.problem.code)).toBe(true);
        for (const { code } of readRegistryFile(bytes, starter).problems) expect(code).toMatch(/^[A-Z]+\.[A-Z_]+$/);
      }),
      { numRuns: 200 },
    );
    said.mockRestore();
  });
});
