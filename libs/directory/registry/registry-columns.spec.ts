import { fiscalYearLabel } from '#yui/calendar';
import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { fiscalYearIn, meaningOfHeader } from './registry-columns.js';

describe('meaningOfHeader', () => {
  it.each([
    ['no', { field: 'NUMBER' }],
    ['№', { field: 'NUMBER' }],
    ['name', { field: 'NAME' }],
    ['事業所名', { field: 'NAME' }],
    ['事 業 所 名 称', { field: 'NAME' }],
    ['施設・事業所名', { field: 'NAME' }],
    ['名称', { field: 'NAME' }],
    ['capacity_persons', { field: 'CAPACITY' }],
    ['利用定員（人）', { field: 'CAPACITY' }],
    ['定員\n(令和6年4月1日現在)', { field: 'CAPACITY' }],
    ['services', { field: 'SERVICES' }],
    ['主な作業', { field: 'SERVICES' }],
    ['作業内容', { field: 'SERVICES' }],
    ['主な事業内容', { field: 'SERVICES' }],
    ['生産活動の内容', { field: 'SERVICES' }],
    ['wage_month_r3_yen', { field: 'WAGE_MONTH', fiscalYear: 2021 }],
    ['wage_hour_r4_yen', { field: 'WAGE_HOUR', fiscalYear: 2022 }],
    ['target_month_r8_yen', { field: 'TARGET', fiscalYear: 2026 }],
    ['令和５年度　平均工賃月額（円）', { field: 'WAGE_MONTH', fiscalYear: 2023 }],
    ['R5平均工賃(時間額)', { field: 'WAGE_HOUR', fiscalYear: 2023 }],
    ['平均工賃 令和元年度 月額', { field: 'WAGE_MONTH', fiscalYear: 2019 }],
    ['平成30年度工賃', { field: 'WAGE_MONTH', fiscalYear: 2018 }],
    ['2024年度賃金月額', { field: 'WAGE_MONTH', fiscalYear: 2024 }],
    ['R6目標工賃', { field: 'TARGET', fiscalYear: 2024 }],
    ['平均工賃月額', 'FISCAL_YEAR_MISSING'],
    ['所在地', null],
    ['電話番号', null],
    ['令和5年度工賃支払総額', null],
    ['工賃向上計画の有無', null],
    ['最低賃金', null],
    ['', null],
  ])('reads %j as %j', (header, meaning) => {
    expect(meaningOfHeader(header)).toEqual(meaning);
  });

  it('takes the assumed year for a wage without one, and never over one that is written', () => {
    expect(meaningOfHeader('平均工賃月額', 2023)).toEqual({ field: 'WAGE_MONTH', fiscalYear: 2023 });
    expect(meaningOfHeader('令和4年度平均工賃月額', 2023)).toEqual({ field: 'WAGE_MONTH', fiscalYear: 2022 });
  });
});

describe('fiscalYearIn', () => {
  it('reads back the label the product writes', () => {
    assertProperty(
      fc.property(fc.integer({ min: 1990, max: 2080 }), (year) => {
        expect(fiscalYearIn(fiscalYearLabel(year, 'ja'))).toBe(year);
        expect(fiscalYearIn(fiscalYearLabel(year, 'en'))).toBe(year);
      }),
    );
  });
});
