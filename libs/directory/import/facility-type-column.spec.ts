import type { Table } from '../registry/index.js';
import { readFacilityTypes } from './facility-type-column.js';

function table(header: string, ...cells: string[]): Table {
  return {
    headers: ['事業所名', header],
    headerLine: 1,
    rows: cells.map((cell, index) => ({ line: index + 2, cells: ['ひまわり', cell] })),
    format: 'CSV_UTF8',
  };
}

describe('readFacilityTypes', () => {
  it.each([
    ['就労継続支援Ｂ型', 'B_TYPE'],
    ['就労継続支援（A型）', 'A_TYPE'],
    ['Ｂ 型', 'B_TYPE'],
    ['b', 'B_TYPE'],
    ['就労移行支援', 'TRANSITION'],
    ['生活介護', 'DAILY_CARE'],
    ['地域活動支援センター', 'COMMUNITY_CENTER'],
    ['SMALL_WORKSHOP', 'SMALL_WORKSHOP'],
  ])('reads %s as %s', (written, code) => {
    expect(readFacilityTypes(table('事業所種別', written))?.typeByLine.get(2)).toBe(code);
  });

  it.each(['種別', 'サービスの種類', '施設 種別（法令）', 'facility_type'.replace('_', '')])(
    'takes the heading %s',
    (heading) => {
      expect(readFacilityTypes(table(heading, 'A型'))?.header).toBe(heading);
    },
  );

  it('leaves an empty cell open', () => {
    const column = readFacilityTypes(table('種別', 'A型', ''));
    expect(column?.typeByLine).toEqual(new Map([[2, 'A_TYPE']]));
    expect(column?.problemByLine.size).toBe(0);
  });

  it('reports a cell that names no kind, or two', () => {
    const column = readFacilityTypes(table('種別', 'A型', 'B型', 'A型・B型', '不明'));
    expect([...(column?.problemByLine.keys() ?? [])]).toEqual([4, 5]);
    expect(column?.problemByLine.get(4)).toMatchObject({
      line: 4,
      column: '種別',
      code: 'IMPORT.FACILITY_TYPE_UNKNOWN',
      value: 'A型・B型',
    });
  });

  it('does not take a column with other content', () => {
    expect(readFacilityTypes(table('区分', '新規', '継続', 'B型'))).toBeNull();
    expect(readFacilityTypes(table('電話', 'A型'))).toBeNull();
  });
});
