import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { eraDate, formatDateJa, formatDateTimeJa } from './japanese-date.js';
import { type LocalDate, addDays } from './local-date.js';

describe('eraDate', () => {
  it.each<[LocalDate, string]>([
    ['2026-11-21', '令和8年11月21日'],
    ['2020-01-01', '令和2年1月1日'],
    ['2019-12-31', '令和元年12月31日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1873-01-01', '明治6年1月1日'],
  ])('%s is %s', (date, text) => {
    expect(eraDate(date)).toBe(text);
  });

  it('agrees with the Japanese calendar of ICU', () => {
    const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    const dates = fc.nat(365 * 220).map((days) => addDays('1880-01-01', days));
    assertProperty(fc.property(dates, (date) => expect(eraDate(date)).toBe(icu.format(new Date(date)))));
  });

  it('refuses a date that is none', () => {
    expect(() => eraDate('2026-02-30')).toThrow('LOCAL_DATE.INVALID');
  });
});

describe('formatDateJa', () => {
  it('adds the weekday', () => {
    expect(formatDateJa('2026-11-21')).toBe('令和8年11月21日（土）');
    expect(formatDateJa('2026-11-22')).toBe('令和8年11月22日（日）');
  });
});

describe('formatDateTimeJa', () => {
  it('is the time in Tokyo', () => {
    expect(formatDateTimeJa(new Date('2026-11-21T00:05:59Z'))).toBe('令和8年11月21日（土）09:05');
    expect(formatDateTimeJa(new Date('2026-11-20T15:00:00Z'))).toBe('令和8年11月21日（土）00:00');
  });
});
