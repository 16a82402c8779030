import { deductionPercentOn } from './input-tax-deduction.js';

describe('what a buyer may deduct of a purchase without a qualified invoice', () => {
  it.each([
    ['2023-09-30', 100],
    ['2023-10-01', 80],
    ['2026-09-30', 80],
    ['2026-10-01', 70],
    ['2028-09-30', 70],
    ['2028-10-01', 50],
    ['2030-10-01', 30],
    ['2031-09-30', 30],
    ['2031-10-01', 0],
  ] as const)('on %s: %i %%', (date, percent) => {
    expect(deductionPercentOn(date)).toBe(percent);
  });

  it('is not known before there was a tax', () => {
    expect(() => deductionPercentOn('1989-03-31')).toThrow('TAX_DATE.INVALID');
  });
});
