import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readRegistryFile } from '../../libs/directory/import/registry-file.js';
import { loadStarterData, type StarterData } from '../../libs/directory/registry/starter-data.js';
import { assertProperty } from '../harness/property.js';

let starter: StarterData;
beforeAll(async () => {
  starter = await loadStarterData();
});

type Cell = string | number;
type Grid = readonly (readonly Cell[])[];

/** A facility as it is known before it is written into a list. */
interface Known {
  readonly name: string;
  readonly type: 'A_TYPE' | 'B_TYPE';
  readonly persons: number;
  readonly services: string;
  readonly monthYen: number | null;
}

const NAME = fc.constantFrom(
  'ひまわり',
  'あおぞら作業所',
  'ワークセンター つばさ',
  '就労支援施設みほん',
  '第2さくら園',
  '工房−綴',
  'Café結',
);
const known: fc.Arbitrary<Known[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom('A_TYPE' as const, 'B_TYPE' as const),
      persons: fc.integer({ min: 1, max: 80 }),
      services: fc.constantFrom('封入', '清掃、除草', 'パン製造・販売', '軽作業（袋詰め、箱折り）', ''),
      monthYen: fc.option(fc.integer({ min: 3_500, max: 120_000 })),
      name: NAME,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => rows.map((row, at) => ({ ...row, name: `${row.name}${at + 1}号` })));

const layout = fc.record({
  columns: fc.shuffledSubarray(['number', 'name', 'persons', 'services', 'wage', 'phone', 'total', 'days'], {
    minLength: 8,
  }),
  mark: fc.constantFrom('', '①', '※', '(1) ', '2 ', '●', '【必須】'),
  title: fc.constantFrom(
    [],
    [['事業所一覧']],
    [['障害者就労施設 名簿', '', '', '令和6年4月1日現在'], []],
    [['件数', 12]],
  ),
  hasGroups: fc.boolean(),
  hasTotals: fc.boolean(),
  hasNote: fc.boolean(),
  inSections: fc.boolean(),
  format: fc.constantFrom('utf8', 'bom', 'cp932', 'utf16', 'tsv', 'semicolon', 'xlsx', 'biff8', 'ods'),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

const WIDTH = 8;

function headingsOf({ columns, mark, hasGroups }: Layout): Grid {
  const wage = hasGroups ? '月額' : '令和5年度 平均工賃月額（円）';
  const texts: Record<string, string> = {
    number: '番号',
    name: '事業所の名称',
    persons: '利用定員\n（人）',
    services: '主な作業内容',
    wage,
    phone: '電話番号',
    total: '令和5年度 工賃支払総額',
    days: '令和5年度 延べ利用日数',
  };
  const main = columns.map((column) => mark + texts[column]);
  if (!hasGroups) return [main];
  const groups = columns.map((column) =>
    column === 'wage' ? '令和5年度 工賃実績' : column === columns[columns.indexOf('wage') + 1] ? '事業所の状況' : '',
  );
  return [groups, main];
}

function rowOf(facility: Known, at: number, { columns }: Layout): Cell[] {
  const cells: Record<string, Cell> = {
    number: at + 1,
    name: facility.name,
    persons: facility.persons,
    services: facility.services,
    wage: facility.monthYen ?? '－',
    phone: '088-000-0000',
    total: 3_600_000,
    days: 240,
  };
  return columns.map((column) => cells[column] ?? '');
}

/** The list as a person would lay it out. */
function gridOf(facilities: readonly Known[], shape: Layout): Grid {
  const kind = (type: Known['type']) => (type === 'A_TYPE' ? '就労継続支援Ａ型（雇用型）' : '就労継続支援B型');
  const row = (facility: Known, at: number) =>
    shape.inSections ? rowOf(facility, at, shape) : [...rowOf(facility, at, shape), kind(facility.type)];
  const [main, ...rest] = [...headingsOf(shape)].reverse();
  const headings = [...rest, shape.inSections ? (main ?? []) : [...(main ?? []), 'サービスの種類']];
  const total = shape.columns.map((column) => (column === 'name' ? '合　計' : column === 'persons' ? 999 : ''));
  const body = shape.inSections
    ? (['A_TYPE', 'B_TYPE'] as const).flatMap((type) => {
        const own = facilities.filter((facility) => facility.type === type);
        return own.length === 0 ? [] : [[`● ${kind(type)}`], ...own.map(row), ...(shape.hasTotals ? [total] : [])];
      })
    : [...facilities.map(row), ...(shape.hasTotals ? [total] : [])];
  const note = shape.hasNote ? [['※定員は令和6年4月1日現在の人数です。']] : [];
  return [...shape.title, ...headings, ...body, ...note];
}

function encode(grid: Grid, format: Layout['format']): Uint8Array {
  if (format === 'xlsx' || format === 'biff8' || format === 'ods') {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(grid.map((row) => [...row])), '一覧');
    return write(book, { type: 'buffer', bookType: format }) as Uint8Array;
  }
  const delimiter = format === 'tsv' ? '\t' : format === 'semicolon' ? ';' : ',';
  const quoted = (cell: Cell) =>
    /[",;\t\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  const text = grid
    .map((row) => Array.from({ length: Math.max(WIDTH, row.length) }, (_, at) => quoted(row[at] ?? '')).join(delimiter))
    .join('\r\n');
  if (format === 'cp932') return iconv.encode(text.replaceAll('é', 'e').replaceAll('−', '－'), 'cp932');
  if (format === 'utf16') return iconv.encode(text, 'utf-16le', { addBOM: true });
  return new TextEncoder().encode(format === 'bom' ? `\uFEFF${text}` : text);
}

describe('a list laid out in any way', () => {
  it('gives just the facilities that were written into it', () => {
    assertProperty(
      fc.property(known, layout, (facilities, shape) => {
        const written =
          shape.format === 'cp932'
            ? facilities.map((each) => ({ ...each, name: each.name.replace('é', 'e').replace('−', '－') }))
            : facilities;
        const file = readRegistryFile(encode(gridOf(facilities, shape), shape.format), starter);
        const order = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
        const read = file.facilities.map(({ name, kind, capacityPersons, servicesText, wages }) => ({
          name,
          type: kind.is === 'ASKED' ? null : kind.typeCode,
          persons: capacityPersons,
          services: servicesText,
          wages,
        }));
        expect(file.problems).toEqual([]);
        expect(read.sort(order)).toEqual(
          written
            .map(({ name, type, persons, services, monthYen }) => ({
              name,
              type,
              persons,
              services,
              wages: monthYen === null ? [] : [{ fiscalYear: 2023, monthYen, hourYen: null, targetMonthYen: null }],
            }))
            .sort(order),
        );
      }),
      { numRuns: 120 },
    );
  });
});

/** Each: a layout as some prefecture might print it, and every facility that is stored: name, persons, kind, services, wages. */
const LAYOUTS: readonly (readonly [what: string, grid: Grid, stored: readonly string[], passed?: readonly string[]])[] =
  [
    [
      'the headings of Kochi, in one row',
      [
        [
          '事業所名',
          '定員',
          '就労支援事業',
          '令和3年度実績 月額',
          '令和3年度実績 時給',
          '令和5年度実績 月額',
          '令和6年度目標額',
          '令和8年度目標額',
        ],
        ['青い空', 40, '浄水器カートリッジ解体、喫茶業務', 11333, 158, 15396, 15900, 17000],
      ],
      ['青い空 40 ? 浄水器カートリッジ解体、喫茶業務 2021:11333/158/- 2023:15396/-/- 2024:-/-/15900 2026:-/-/17000'],
    ],
    [
      'the headings of Kochi, in two rows',
      [
        [
          '事業所名',
          '定員',
          '就労支援事業',
          '令和3年度実績',
          '',
          '令和4年度実績',
          '',
          '令和5年度実績',
          '令和6年度目標額',
          '令和7年度目標額',
        ],
        ['', '', '', '月額', '時給', '月額', '時給', '月額', '', ''],
        ['青い空', 40, '喫茶業務', 11333, 158, 10389, 153, 15396, 15900, 16400],
      ],
      ['青い空 40 ? 喫茶業務 2021:11333/158/- 2022:10389/153/- 2023:15396/-/- 2024:-/-/15900 2025:-/-/16400'],
    ],
    [
      'a corporation and a facility, each with a name',
      [
        ['法人', '', '事業所', '', '定員'],
        ['名称', '所在地', '名称', '所在地', ''],
        ['社会福祉法人みほん', '甲市1', 'みほん作業所', '乙市2', 20],
      ],
      ['みほん作業所 20 ? '],
    ],
    [
      'capacities by kind beside a kind',
      [
        ['事業所名', 'サービス種別', '定員（合計）', '定員（生活介護）', '定員（就労B）B型'],
        ['みほん', '就労継続支援B型', 40, 20, 20],
      ],
      ['みほん 20 B_TYPE '],
    ],
    [
      'marks under kinds of work',
      [
        ['施設名', '受注可能な作業', '', '', '定員'],
        ['', '封入', '清掃', '印刷', ''],
        ['みほん', '○', '', '◎', 10],
      ],
      ['みほん 10 ? 封入、印刷'],
    ],
    [
      'two tables one above the other',
      [
        ['○就労継続支援Ａ型'],
        ['番号', '事業所名', '定員'],
        [1, 'えい', 10],
        ['○就労継続支援Ｂ型'],
        ['番号', '事業所名', '定員'],
        [1, 'びい', 20],
      ],
      ['えい 10 A_TYPE ', 'びい 20 B_TYPE '],
    ],
    [
      'two tables beside each other',
      [
        ['番号', '事業所名', '定員', '番号', '事業所名', '定員'],
        [1, 'ひだり', 10, 2, 'みぎ', 20],
      ],
      ['ひだり 10 ? ', 'みぎ 20 ? '],
    ],
    [
      'wages in thousands, by the day and in total',
      [
        [
          '事業所名',
          '定員',
          '令和5年度 平均工賃月額（千円）',
          '令和5年度 工賃日額（円）',
          '令和5年度 工賃総額（千円）',
        ],
        ['みほん', 20, 15.4, 700, 3600],
      ],
      ['みほん 20 ?  2023:15400/-/-'],
    ],
    [
      'wages of which nobody says by what they are counted',
      [
        ['事業所名', '定員', '令和5年度 工賃'],
        ['みほん', 20, 250],
      ],
      ['みほん 20 ? '],
    ],
    [
      'sub-totals by town, and sections by town within a kind',
      [
        ['就労継続支援B型事業所一覧'],
        ['番号', '事業所名', '定員'],
        ['【甲市】'],
        [1, 'いち', 10],
        ['', '甲市 計', 10],
        ['【乙町】'],
        [2, 'に', 20],
        ['', '小計', 20],
        ['', '総計', 30],
      ],
      ['いち 10 B_TYPE ', 'に 20 B_TYPE '],
    ],
    [
      'rows that are numbered and not yet filled',
      [
        ['No.', '事業所名', '定員'],
        [1, 'いち', 10],
        [2, '', ''],
        [3, '', ''],
      ],
      ['いち 10 ? '],
    ],
    [
      'columns that are numbered',
      [
        ['事業所名', '定員', '作業内容'],
        ['①', '②', '③'],
        ['いち', 10, '清掃'],
      ],
      ['いち 10 ? 清掃'],
    ],
    [
      'headings that come again on the next page',
      [
        ['事業所名', '定員'],
        ['いち', 10],
        ['事業所名', '定員'],
        ['に', 20],
      ],
      ['いち 10 ? ', 'に 20 ? '],
    ],
    [
      'ditto marks',
      [
        ['事業所名', '定員', '所在地'],
        ['いち', 10, '甲市'],
        ['に', '〃', '〃'],
      ],
      ['いち 10 ? ', 'に 10 ? '],
    ],
    [
      'a list of all services of a prefecture',
      [
        ['事業所番号', '事業所名称', 'サービス種類', '利用定員'],
        ['0110000001', 'いち', '就労継続支援Ｂ型', 20],
        ['0110000002', 'に', '計画相談支援', ''],
        ['0110000003', 'さん', '就労継続支援Ａ型', 10],
        ['0110000004', 'よん', '共同生活援助', 5],
      ],
      ['いち 20 B_TYPE ', 'さん 10 A_TYPE '],
    ],
    [
      'goods and prices',
      [
        ['事業所名', '商品名', '価格（円）', '役務の内容', '連絡先'],
        ['いち', 'クッキー', 300, '', '088'],
        ['いち', '', '', '清掃', '088'],
      ],
      ['いち - ? クッキー、清掃'],
    ],
    [
      'persons present beside persons it is for',
      [
        ['施設名称', '現員', '定員', '利用者数（延べ）', '障害種別'],
        ['いち', 18, 20, 4000, '知的'],
      ],
      ['いち 20 ? '],
    ],
    [
      'a real name that ends in 計',
      [
        ['番号', '事業所名', '定員'],
        [1, 'みらい設計', 20],
        [2, '合計', 20],
      ],
      ['みらい設計 20 ? '],
    ],
    [
      'a form for one facility, which is no list',
      [
        ['事業所名', 'みほん'],
        ['所在地', '甲市'],
        ['定員', 20],
      ],
      [],
    ],
    [
      'old and new formula, and the year in the heading above',
      [
        ['事業所名', '令和6年度', '', '令和5年度', ''],
        ['', '平均工賃月額（旧算定方式）', '平均工賃月額', '平均工賃月額', '時間額'],
        ['いち', 11000, 14000, 10500, 200],
      ],
      ['いち - ?  2023:10500/200/- 2024:14000/-/-'],
    ],
    [
      'the year of publication in a title, and none in the heading',
      [['令和6年度 工賃実績一覧'], ['事業所名', '定員', '平均工賃月額'], ['いち', 20, 15000]],
      ['いち 20 ? '],
    ],
    [
      'kinds two at a time',
      [
        ['事業所名', '種別', '定員'],
        ['いち', '就労継続支援B型', 20],
        ['に', '就労継続支援A型・B型', 30],
      ],
      ['いち 20 B_TYPE '],
    ],
  ];

describe('layouts made up after lists of other prefectures', () => {
  const layouts = LAYOUTS.map(([what, grid, stored]) => ({ what, grid, stored }));
  it.each(layouts)('$what: nothing is stored that the file does not say', ({ grid, stored }) => {
    for (const format of ['utf8', 'xlsx'] as const) {
      const { facilities } = readRegistryFile(encode(grid, format), starter);
      const printed = facilities.map(({ name, capacityPersons, kind, servicesText, wages }) => {
        const figures = wages.map(
          (wage) => `${wage.fiscalYear}:${wage.monthYen ?? '-'}/${wage.hourYen ?? '-'}/${wage.targetMonthYen ?? '-'}`,
        );
        const typeCode = kind.is === 'ASKED' ? '?' : kind.typeCode;
        return [name, capacityPersons ?? '-', typeCode, servicesText, ...figures].join(' ');
      });
      expect(printed).toEqual(stored);
    }
  });
});
