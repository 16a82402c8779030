import type { Sheet } from '#yui/directory';
import { readResultTable, type TableAnswers } from './read-result-table.js';

const NAMES = {
  categories: [
    { code: 'GOODS_FOOD', nameJa: '食料品・飲料' },
    { code: 'GOODS_OTHER', nameJa: 'その他の物品' },
    { code: 'SERVICE_PRINTING', nameJa: '印刷' },
  ],
  facilityTypes: [{ code: 'B_TYPE', nameJa: '就労継続支援B型事業所' }],
};

const sheetOf = (text: string, spans: Sheet['spans'] = []): Sheet => ({
  name: '実績',
  isHidden: false,
  rows: text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) })),
  spans,
});

function read(text: string, answers: TableAnswers = {}, spans: Sheet['spans'] = []) {
  const { results, problems } = readResultTable([sheetOf(text, spans)], NAMES, answers);
  return {
    problems: problems.map(({ line, column, code }) => `${line} ${column} ${code}`),
    figures: results.map(({ figure }) =>
      Object.fromEntries(
        Object.entries(figure).filter(
          ([name, value]) => value !== null && value !== '' && value !== false && name !== 'grain',
        ),
      ),
    ),
    grains: results.map(({ figure }) => figure.grain),
    keys: results.map(({ key }) => key),
  };
}

describe('a table of results', () => {
  it('is read with types down and years across', () => {
    const { problems, figures, grains } = read(`
      共同受注の実績（単位：円、税抜） | | |
      形式 | 平成17年度 | | 令和元年度 |
       | 件数 | 売上 | 件数 | 売上
      契約型 | 12 | 1,234,567 | 3 | 500
      調整・仲介型 | － | － | ２ | ７，０００
      合計 | 12 | 1,234,567 | 5 | 7,500`);
    expect(problems).toEqual([]);
    expect(figures).toEqual([
      { fiscalYear: 2005, contractType: 'DESK_CONTRACT', orderCount: 12, yen: 1_234_567 },
      { fiscalYear: 2019, contractType: 'DESK_CONTRACT', orderCount: 3, yen: 500 },
      { fiscalYear: 2019, contractType: 'BROKERED', orderCount: 2, yen: 7_000 },
      { fiscalYear: 2005, orderCount: 12, yen: 1_234_567 },
      { fiscalYear: 2019, orderCount: 5, yen: 7_500 },
    ]);
    expect(grains).toEqual(['CELL', 'CELL', 'CELL', 'TOTAL', 'TOTAL']);
  });

  it('is read with years down and types across', () => {
    const { problems, figures } = read(
      `
      年度 | 契約型（税込・千円） | 斡旋型（税込・千円） | 計（税込・千円）
      R5 | 10 | 20 | 31
      R6 | 11 | 21 | 32`,
      { isInThousands: true, isTaxIncluded: true },
    );
    expect(problems).toEqual([]);
    expect(figures).toContainEqual({
      fiscalYear: 2023,
      contractType: 'DESK_CONTRACT',
      yen: 10_000,
      isTaxIncluded: true,
      isInThousands: true,
    });
    expect(figures).toContainEqual({ fiscalYear: 2024, yen: 32_000, isTaxIncluded: true, isInThousands: true });
  });

  it('is read as a list of orders', () => {
    const { problems, figures, grains, keys } = read(`
      番号 | 納品日 | 契約の型 | 官公庁 | 部署 | 件名 | 事業所名 | 数量 | 金額（税込・円）
      1 | 2026/3/31 | 契約型 | 高知市 | 総務課 | 封入 | ひまわり | 500 | 11,000
      2 | 令和8年4月1日 | 仲介型 | 高知市 | 総務課 | 封入 | ひまわり | 500 | 11,000`);
    expect(problems).toEqual([]);
    expect(
      figures.map(({ fiscalYear, orderCount, yen, government }) => [fiscalYear, orderCount, yen, government]),
    ).toEqual([
      [2025, 1, 11_000, '高知市'],
      [2026, 1, 11_000, '高知市'],
    ]);
    expect(grains).toEqual(['ORDER', 'ORDER']);
    expect(keys).toEqual(['2025 1', '2026 2']);
  });

  it('takes no title, department or town for a sum because of how it ends', () => {
    const { problems, figures, grains } = read(`
      件名 | 部署 | 年度 | 金額（税抜・円）
      ホームページ設計 | 会計 | 令和5年度 | 1,000
      置時計 | 都市計画 | 令和5年度 | 2,000
      役務 | 総務課 | 令和5年度 | 3,000
      合計 | | 令和5年度 | 6,000`);
    expect(problems).toEqual([]);
    expect(figures.map(({ title, department, yen }) => [title, department, yen])).toEqual([
      ['ホームページ設計', '会計', 1_000],
      ['置時計', '都市計画', 2_000],
      ['役務', '総務課', 3_000],
      [undefined, undefined, 6_000],
    ]);
    expect(grains.at(-1)).toBe('TOTAL');
  });

  it('is read with categories down below a kind that is merged, its sub-totals passed over', () => {
    const { problems, figures } = read(
      `
      区分 | 品目 | 令和6年度件数 | 令和6年度金額（千円・税込）
      物品 | 食料品・飲料 | 3 | 120
       | その他物品 | 1 | 5
       | 小計 | 4 | 125
      役務 | 印刷 | 2 | 80
      合計 | | 6 | 205`,
      {},
      [{ top: 2, bottom: 4, left: 0, right: 0 }],
    );
    expect(problems).toEqual([]);
    expect(figures.map(({ categoryCode, orderCount, yen }) => [categoryCode, orderCount, yen])).toEqual([
      ['GOODS_FOOD', 3, 120_000],
      ['GOODS_OTHER', 1, 5_000],
      ['SERVICE_PRINTING', 2, 80_000],
      [undefined, 6, 205_000],
    ]);
  });

  it('asks what it does not say: unit, tax, year, and what unknown names are', () => {
    const text = `
      市町村名 | 件数 | 金額
      高知市 | 3 | 500
      土佐市 | 1 | x`;
    expect(read(text).problems).toEqual([
      '2 金額 RESULT.UNIT_ASKED',
      '2 件数 RESULT.YEAR_ASKED',
      '3 金額 RESULT.NOT_A_FIGURE',
      '3 件数 RESULT.YEAR_ASKED',
    ]);
    const answered = read(text.replace('x', '7'), { isInThousands: false, isTaxIncluded: true, fiscalYear: 2024 });
    expect(answered.problems).toEqual([]);
    expect(answered.figures).toContainEqual({
      fiscalYear: 2024,
      government: '土佐市',
      orderCount: 1,
      yen: 7,
      isTaxIncluded: true,
    });
    const unknown = `
      部門 | 令和6年度 件数
      総務部 | 3`;
    expect(read(unknown).problems).toEqual([expect.stringContaining('RESULT.LABEL_UNKNOWN')]);
    expect(read(unknown, { unknownLabels: 'DEPARTMENT' }).figures).toEqual([
      { fiscalYear: 2024, department: '総務部', orderCount: 3 },
    ]);
  });
});
