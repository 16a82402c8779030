import { reportCell, yearColumn } from '#yui/reports';
import { sheetOfReport } from './exported-reports.js';

describe('a report as a file', () => {
  const report = {
    query: 'any',
    name: { ja: '表', en: 'table' },
    corner: { ja: '区分', en: 'kind' },
    words: { all: { ja: '合計', en: 'Total' } },
  };
  const table = {
    columns: [yearColumn(2019, 'FACILITIES'), { key: 'all', label: null, fiscalYear: null, unit: 'YEN' as const }],
    rows: [
      { key: 'x', label: '=青い空', fiscalYear: null, isTotal: false, cells: [reportCell(null), reportCell(0)] },
      {
        key: 'all',
        label: null,
        fiscalYear: null,
        isTotal: true,
        cells: [reportCell(3, 'RECORDED'), reportCell(2, 'OFF_BY_ROUNDING')],
      },
    ],
  };

  it('has a heading for each column, no figure where there is none, and its marks apart from the figures', () => {
    expect(sheetOfReport(report, table, 'ja')).toEqual({
      headings: ['区分', '令和元年度（か所）', '合計（円）', '注記'],
      rows: [
        ['=青い空', null, 0, ''],
        ['合計', 3, 2, '令和元年度: 表から入れた数、合計: 端数処理で合計と合わない'],
      ],
    });
    expect(sheetOfReport(report, table, 'en').headings).toEqual([
      'kind',
      'FY2019（facilities）',
      'Total（yen）',
      'notes',
    ]);
  });
});
