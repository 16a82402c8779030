import { readFile } from 'node:fs/promises';
import { type RegistryReading, readRegistry } from './read-registry.js';
import { readTable } from './read-table.js';

async function registryOf(csv: string | Uint8Array, assumedFiscalYear?: number): Promise<RegistryReading> {
  const reading = await readTable(typeof csv === 'string' ? new TextEncoder().encode(csv) : csv);
  if (!reading.ok) throw new Error(reading.problem.messageEn);
  return readRegistry(reading.table, assumedFiscalYear === undefined ? {} : { assumedFiscalYear });
}

const codes = ({ problems }: RegistryReading) => problems.map(({ line, column, code }) => `${line} ${column} ${code}`);

describe('readRegistry', () => {
  it('reads the published list of Kochi, all but the one row without a capacity', async () => {
    const kochi = await registryOf(await readFile(new URL('../data/kochi-facilities-2024.csv', import.meta.url)));

    expect(kochi.rows).toHaveLength(113);
    expect(kochi.problems).toEqual([
      {
        line: 85,
        column: 'capacity_persons',
        code: 'REGISTRY.CAPACITY_MISSING',
        value: '',
        messageJa: '85行目: 「capacity_persons」が空です。定員を人数で入れてください。',
        messageEn: 'Line 85: capacity_persons is empty. Enter the number of persons.',
      },
    ]);
    expect(kochi.rejectedRows).toMatchObject([{ line: 85, name: '四万十工房' }]);
    expect(kochi.unreadHeaders).toEqual([]);
    expect(kochi.rows[0]).toEqual({
      line: 2,
      sourceNumber: 1,
      name: '青い空',
      capacityPersons: 40,
      servicesText: '浄水器カートリッジ解体、機械類解体、レザークラフト、喫茶業務',
      wages: [
        { fiscalYear: 2021, monthYen: 11333, hourYen: 158 },
        { fiscalYear: 2022, monthYen: 10389, hourYen: 153 },
        { fiscalYear: 2023, monthYen: 15396 },
      ],
      targets: [
        { fiscalYear: 2024, monthYen: 15900 },
        { fiscalYear: 2025, monthYen: 16400 },
        { fiscalYear: 2026, monthYen: 17000 },
      ],
    });
    expect(kochi.rows.find(({ name }) => name === 'シーグラスこうち')?.wages).toEqual([
      { fiscalYear: 2022, monthYen: 39432, hourYen: 313 },
      { fiscalYear: 2023, monthYen: 41557 },
    ]);
  });

  it('reads Japanese headings and figures as prefectures write them, and names the columns it leaves', async () => {
    const reading = await registryOf(
      '番号,事業所名,所在地,定員（人）,主な作業,令和５年度 平均工賃月額（円）,令和5年度時間額工賃,令和6年度目標工賃\n' +
        '１,つばさ　作業所,高知市,２０名,"パン製造、清掃","￥１２，３４５",210円,13000\n' +
        '2,あおぞら,南国市,10,軽作業,－,新規,\n',
    );
    expect(reading.problems).toEqual([]);
    expect(reading.unreadHeaders).toEqual(['所在地']);
    expect(reading.rows).toMatchObject([
      {
        sourceNumber: 1,
        name: 'つばさ 作業所',
        capacityPersons: 20,
        servicesText: 'パン製造、清掃',
        wages: [{ fiscalYear: 2023, monthYen: 12345, hourYen: 210 }],
        targets: [{ fiscalYear: 2024, monthYen: 13000 }],
      },
      { sourceNumber: 2, wages: [], targets: [] },
    ]);
  });

  it('reports every bad row with its line and column and reads the rest', async () => {
    const reading = await registryOf(
      '事業所名,定員,作業内容,R5工賃月額\n' +
        'よい事業所,20,清掃,15000\n' +
        ',20,清掃,15000\n' +
        '定員なし,,清掃,15000\n' +
        '文字,二十人くらい,清掃,約一万\n' +
        'ゼロ,0,清掃,15000\n' +
        '半端,10.5,清掃,15000\n' +
        'よい 事業所,10,清掃,1\n' +
        '列ずれ,10,清掃,1,000\n' +
        '最後,10,,20034.5\n',
    );
    expect(codes(reading)).toEqual([
      '3 事業所名 REGISTRY.NAME_MISSING',
      '4 定員 REGISTRY.CAPACITY_MISSING',
      '5 定員 REGISTRY.NUMBER_INVALID',
      '5 R5工賃月額 REGISTRY.NUMBER_INVALID',
      '6 定員 REGISTRY.NUMBER_OUT_OF_RANGE',
      '7 定員 REGISTRY.NUMBER_INVALID',
      '8 事業所名 REGISTRY.NAME_DUPLICATE',
      '9 R5工賃月額 REGISTRY.ROW_TOO_LONG',
    ]);
    expect(reading.problems[6]?.messageJa).toContain('2行目にもあります');
    expect(reading.rows.map(({ name }) => name)).toEqual(['よい事業所', '最後']);
    expect(reading.rows[1]?.wages).toEqual([{ fiscalYear: 2023, monthYen: 20035 }]);
    expect(reading.rejectedRows).toHaveLength(7);
  });

  it('says which column is missing, and reads no row without it', async () => {
    const reading = await registryOf('施設コード,作業内容\nA1,清掃\n');
    expect(codes(reading)).toEqual(['1 事業所名 REGISTRY.COLUMN_MISSING', '1 定員 REGISTRY.COLUMN_MISSING']);
    expect(reading.rows).toEqual([]);
  });

  it('leaves out a wage column whose year nobody knows, and takes the year it is given', async () => {
    const csv = '名称,定員,平均工賃月額\nつばさ,20,15000\n';
    const unknown = await registryOf(csv);
    expect(codes(unknown)).toEqual(['1 平均工賃月額 REGISTRY.FISCAL_YEAR_MISSING']);
    expect(unknown.rows).toMatchObject([{ name: 'つばさ', wages: [] }]);
    const known = await registryOf(csv, 2023);
    expect(known.rows).toMatchObject([{ wages: [{ fiscalYear: 2023, monthYen: 15000 }] }]);
  });

  it('reads a name that repeats in a list only the first time, and a heading that repeats only in its first column', async () => {
    const reading = await registryOf('名称,定員,定員\nつばさ,20,30\n');
    expect(reading.rows).toMatchObject([{ capacityPersons: 20 }]);
    expect(reading.unreadHeaders).toEqual(['定員']);
  });
});
