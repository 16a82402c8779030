import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { fiscalYearLabel, fiscalYearOf, fiscalYearRange } from './fiscal-year.js';
import { addDays, daysBetween } from './local-date.js';

const anyFiscalYear = fc.integer({ min: 1873, max: 9997 });

describe('fiscal year', () => {
  it('begins on 1 April', () => {
    expect(fiscalYearOf('2026-03-31')).toBe(2025);
    expect(fiscalYearOf('2026-04-01')).toBe(2026);
    expect(fiscalYearRange(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
  });

  it('every day is in exactly the year that says so, and years follow without a gap', () => {
    assertProperty(
      fc.property(anyFiscalYear, fc.nat(365), (year, offset) => {
        const { from, to } = fiscalYearRange(year);
        const day = addDays(from, Math.min(offset, daysBetween(from, to)));
        expect(fiscalYearOf(day)).toBe(year);
        expect(fiscalYearOf(addDays(from, -1))).toBe(year - 1);
        expect(fiscalYearRange(year + 1).from).toBe(addDays(to, 1));
      }),
    );
  });

  it.each([
    [2026, '令和8年度'],
    [2020, '令和2年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('%i is %s', (year, label) => {
    expect(fiscalYearLabel(year, 'ja')).toBe(label);
  });

  it('has an English name', () => {
    expect(fiscalYearLabel(2026, 'en')).toBe('FY2026');
  });

  it.each([2026.5, NaN, 26, 9999])('refuses %d', (year) => {
    expect(() => fiscalYearRange(year)).toThrow('FISCAL_YEAR.INVALID');
    expect(() => fiscalYearLabel(year, 'ja')).toThrow('FISCAL_YEAR.INVALID');
  });
});
