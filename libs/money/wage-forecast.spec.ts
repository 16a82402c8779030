import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { averageWage } from './average-wage.js';
import { type WageBasis, wageForecast, wagePermille } from './wage-forecast.js';

const basis: WageBasis = {
  fiscalYear: 2024,
  source: 'RETURN',
  totalYen: 3_510_000,
  userMonthTenths: 146 * 12,
  wagePermille: null,
};

describe('what work adds to the average wage', () => {
  it('is what it earns by average users and months: 175,200 yen over 14.6 users are 1,000 a month', () => {
    expect(wageForecast(basis, 175_200)).toEqual({
      wageYen: 175_200,
      fromMonthYen: 20_034,
      toMonthYen: 21_034,
      addedMonthYen: 1_000,
    });
  });

  it('counts as much of it as was paid as wages before', () => {
    expect(wagePermille(3_510_000, 7_020_000)).toBe(500);
    expect(wagePermille(3_510_000, 3_000_000)).toBe(1_000);
    expect(wagePermille(3_510_000, null)).toBeNull();
    expect(wagePermille(3_510_000, 0)).toBeNull();
    expect(wageForecast({ ...basis, wagePermille: 500 }, 175_200)).toMatchObject({
      wageYen: 87_600,
      addedMonthYen: 500,
    });
  });

  it('begins at the figure of the year, adds nothing for nothing, never falls, and is off by at most a yen', () => {
    const any = fc.record({
      personDays: fc.integer({ min: 1, max: 50_000 }),
      daysOpen: fc.integer({ min: 1, max: 366 }),
      monthsOpen: fc.integer({ min: 1, max: 12 }),
      totalYen: fc.nat(10 ** 9),
      wagePermille: fc.option(fc.nat(1_000)),
    });
    assertProperty(
      fc.property(any, fc.nat(10 ** 8), fc.nat(10 ** 8), ({ wagePermille: part, ...year }, earned, more) => {
        const { monthYen, usersTenths } = averageWage(
          { fiscalYear: 2024, ...year, personsByMonth: Array<null>(12).fill(null), hours: null },
          'HALF_UP',
        );
        if (monthYen === null || usersTenths === null) return;
        const of = {
          ...basis,
          totalYen: year.totalYen,
          userMonthTenths: usersTenths * year.monthsOpen,
          wagePermille: part,
        };
        const forecast = wageForecast(of, earned);
        expect(forecast.fromMonthYen).toBe(monthYen);
        expect(wageForecast(of, 0).addedMonthYen).toBe(0);
        expect(wageForecast(of, earned + more).toMonthYen).toBeGreaterThanOrEqual(forecast.toMonthYen);
        const exact = (forecast.wageYen * 10) / of.userMonthTenths;
        expect(Math.abs(forecast.addedMonthYen - exact)).toBeLessThanOrEqual(1 + 1e-3);
      }),
    );
  });
});
