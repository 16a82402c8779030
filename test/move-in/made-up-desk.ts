import { utils, write } from '@e965/xlsx';
import { addDays, fiscalYearOf, type LocalDate } from '#yui/calendar';
import { randomNumbers } from '../harness/property.js';

type Cell = string | number | null;
export type MadeUpSheets = Record<string, Cell[][]>;

const WHOLE = { facilities: 114, buyers: 40, results: 300 };

const WORK = [
  { name: '封入・封かん', seconds: 12, price: '5.50' },
  { name: '袋詰め', seconds: 20, price: '8.00' },
  { name: '箱折り', seconds: 15, price: '6.00' },
] as const;

/**
 * The workbook of a desk that is made up: 114 facilities, 40 buyers, 300 orders of the past and a few that are under way.
 * The same for the same seed of the run.
 */
export function madeUpDesk(today: LocalDate, size: typeof WHOLE = WHOLE): MadeUpSheets {
  const random = randomNumbers('made-up desk');
  const year = fiscalYearOf(today);
  const two = (of: readonly string[]) => of[random(of.length)]!;
  const number = (letter: string, at: number) => `${letter}-${String(at).padStart(3, '0')}`;
  const facilities = Array.from({ length: size.facilities }, (_, at) => [
    number('F', at + 1),
    `見本第${at + 1}作業所`,
    '就労継続支援B型',
    15 + random(15),
    two(['高知市', '南国市', '土佐市']),
    String(3_910_900_000 + at),
    `社会福祉法人見本会${at % 30}`,
    `見本町${at + 1}番地`,
    '封入、袋詰め',
    `${year - 3}/4/1`,
  ]);
  const buyers = Array.from({ length: size.buyers }, (_, at) => [
    number('B', at + 1),
    at % 3 === 0 ? `見本第${at + 1}市役所` : `株式会社見本${at + 1}`,
    at % 3 === 0 ? '官公庁' : '企業',
  ]);
  const departments = buyers.flatMap(([buyer], at) =>
    at % 3 === 0 ? [[number('D', at + 1), buyer!, '総務部総務課']] : [],
  );
  const capabilities = facilities.flatMap(([facility], at) =>
    WORK.filter((_, kind) => kind === 0 || (at + kind) % 2 === 0).map(({ name, seconds, price }) => [
      facility!,
      name,
      seconds + random(6),
      10,
      1,
      price,
      null,
    ]),
  );
  const balances = facilities.map(([facility], at) => [
    facility!,
    `令和${year - 2018}年度`,
    (at % 10) * 10_000,
    `${(at % 10) * 10}.5`,
  ]);
  const results = Array.from({ length: size.results }, (_, at) => {
    const [, buyer, kind] = buyers[at % size.buyers]!;
    const fiscalYear = year - 1 - (at % 2);
    return [
      `R-${String(at + 1).padStart(4, '0')}`,
      fiscalYear,
      `${fiscalYear}-0${(at % 6) + 4}-15`,
      '契約型',
      kind === '官公庁' ? '市町村' : null,
      buyer!,
      `封入作業 その${at + 1}`,
      1 + random(9),
      1000 + random(9000),
      10_000 + random(90) * 1_000,
      '税込',
    ];
  });
  const due = addDays(today, 60);
  const order = (at: number, state: string, more: Partial<Record<'units' | 'price', Cell>> = {}) => [
    number('O', at),
    number('B', 2),
    null,
    `移行の案件 ${at}`,
    '封入・封かん',
    'A4 三つ折り',
    more.units ?? 300,
    due,
    state,
    '契約型',
    more.price ?? '8.00',
    addDays(today, 14),
    '総務 見本様',
    '電話',
    addDays(today, -20),
    `発注書 第${at}号`,
  ];
  const share = (at: number, facility: number, units: number, answer: string, delivered: Cell = null) => [
    number('O', at),
    number('F', facility),
    units,
    answer,
    answer === '引受' ? '職員 見本' : null,
    answer === '引受' ? 'FAX' : null,
    answer === '引受' ? addDays(today, -10) : null,
    delivered,
  ];
  return {
    事業所: [
      ['番号', '事業所名', '種別', '定員', '市町村', '指定事業所番号', '法人名', '所在地', '作業内容', '登録日'],
      ...facilities,
    ],
    発注者: [['番号', '発注者名', '区分'], ...buyers],
    部署: [['番号', '発注者の番号', '部署名'], ...departments],
    利用する人: [
      ['所属の種類', '所属の番号', 'メールアドレス', '権限'],
      ['事業所', 'F-001', 'first@facility.example.jp', '管理者'],
      ['発注者', 'B-001', 'first@buyer.example.jp', '管理者'],
    ],
    できる仕事: [
      ['事業所の番号', '作業種別', '1つにかかる秒数', '最小数量', '準備日数', '単価（円）', '1日の上限'],
      ...capabilities,
    ],
    期首残: [['事業所の番号', '年度', '金額（円）', '時間'], ...balances],
    過去の実績: [
      [
        '番号',
        '年度',
        '履行日',
        '契約の型',
        '機関の区分',
        '発注者名',
        '件名',
        '延べ事業所数',
        '数量',
        '金額（円）',
        '税',
      ],
      ...results,
    ],
    受注中の案件: [
      [
        ...[
          '番号',
          '発注者の番号',
          '部署の番号',
          '件名',
          '作業種別',
          '仕様',
          '数量',
          '納期',
          '状態',
          '契約の型',
          '単価',
        ],
        ...['見積の期限', '連絡した人', '受付方法', '受付日', '根拠'],
      ],
      order(1, '下書き'),
      order(2, '依頼済み'),
      order(3, '確認中'),
      order(4, '見積済み'),
      order(5, '受注'),
      order(6, '打診中'),
      order(7, '製作中'),
      order(8, '納品済み'),
      order(9, '検収済み'),
    ],
    案件の割当: [
      ['案件の番号', '事業所の番号', '数量', '返事', '連絡した人', '受付方法', '返事の日', '納品済みの数'],
      share(6, 1, 200, '打診中'),
      share(6, 2, 100, '引受'),
      share(7, 3, 300, '引受', 100),
      share(8, 4, 300, '引受', 300),
      share(9, 5, 100, '引受', 100),
      share(9, 6, 200, '引受', 200),
    ],
  };
}

export function workbookOf(sheets: MadeUpSheets): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** A copy of the sheets with one cell written anew. */
export function corrected(
  sheets: MadeUpSheets,
  sheet: string,
  row: number,
  heading: string,
  value: Cell,
): MadeUpSheets {
  const copy = structuredClone(sheets);
  const rows = copy[sheet]!;
  rows[row]![rows[0]!.indexOf(heading)] = value;
  return copy;
}
