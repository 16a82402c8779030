import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { averageUsersTenths, averageWage, monthlyWageByUsers, personMonths, type WageYear } from './average-wage.js';
import { type AskedWageYear, type WageContext, wageQuestions } from './wage-questions.js';
import { growthTrend, leastAdditionTarget, livingCostGap, yearlyGrowthPpm } from './wage-targets.js';

const year = (change: Partial<AskedWageYear> = {}): AskedWageYear => ({
  fiscalYear: 2024,
  totalYen: 3_510_000,
  personDays: 3_655,
  daysOpen: 250,
  monthsOpen: 12,
  personsByMonth: Array.from({ length: 12 }, () => 15),
  hours: 12_000,
  targetYen: null,
  productionRevenueYen: null,
  productionCostYen: null,
  ...change,
});

const context = (change: Partial<WageContext> = {}): WageContext => ({
  rounding: 'HALF_UP',
  lastMonthYen: 20_000,
  lastTargetYen: null,
  capacityPersons: 20,
  isEmployer: false,
  minimumHourYen: null,
  ...change,
});

describe('the average monthly wage', () => {
  it('from fiscal 2024: 3,510,000 with 14.62 users a day is 20,034, and 19,898 where they are rounded up', () => {
    expect(averageWage(year(), 'HALF_UP')).toMatchObject({ usersTenths: 146, monthYen: 20_034, byUsersYen: 20_034 });
    expect(averageWage(year(), 'UP')).toMatchObject({ usersTenths: 147, monthYen: 19_898 });
  });

  it('to fiscal 2023: by 584 person-months', () => {
    const personsByMonth = [45, 50, 48, 50, 50, 50, 49, 50, 45, 47, 50, 50];
    expect(personMonths(personsByMonth)).toBe(584);
    const asked = averageWage(year({ fiscalYear: 2023, totalYen: 5_840_000, personsByMonth }), 'HALF_UP');
    expect(asked).toMatchObject({ monthYen: 10_000, byPersonsYen: 10_000 });
    expect(asked.byUsersYen).not.toBe(asked.monthYen);
  });

  it('is none where it cannot be calculated', () => {
    const empty = year({ personDays: null, daysOpen: null, personsByMonth: Array<null>(12).fill(null), hours: null });
    expect(averageWage(empty, 'UP')).toEqual({
      monthYen: null,
      hourYen: null,
      usersTenths: null,
      byUsersYen: null,
      byPersonsYen: null,
    });
    expect(averageWage(year({ monthsOpen: 0 }), 'UP').monthYen).toBeNull();
  });

  it('is off from the exact quotient by at most half a yen, and users by less than a tenth', () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 366 }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 12 }),
        (personDays, daysOpen, totalYen, monthsOpen) => {
          const exact = (personDays * 10) / daysOpen;
          const up = averageUsersTenths(personDays, daysOpen, 'UP')!;
          const near = averageUsersTenths(personDays, daysOpen, 'HALF_UP');
          expect(up - exact).toBeGreaterThanOrEqual(-1e-6);
          expect(up - exact).toBeLessThan(1);
          expect(Math.abs((near ?? 0) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
          const wage = monthlyWageByUsers(totalYen, up, monthsOpen);
          expect(Math.abs(wage - (totalYen * 10) / (up * monthsOpen))).toBeLessThanOrEqual(0.5 + 1e-3);
        },
      ),
    );
  });

  it('grows with what is paid, and never with the rounding up of users', () => {
    const anyYear = fc.record({
      fiscalYear: fc.constantFrom(2023, 2024),
      totalYen: fc.nat(10 ** 9),
      personDays: fc.integer({ min: 1, max: 50_000 }),
      daysOpen: fc.integer({ min: 1, max: 366 }),
      monthsOpen: fc.integer({ min: 1, max: 12 }),
      personsByMonth: fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }),
      hours: fc.option(fc.integer({ min: 1, max: 100_000 })),
    });
    assertProperty(
      fc.property(anyYear, fc.nat(10 ** 6), (of: WageYear, more) => {
        const [less, greater] = [of, { ...of, totalYen: of.totalYen + more }].map((each) =>
          averageWage(each, 'HALF_UP'),
        );
        expect(greater!.monthYen ?? 0).toBeGreaterThanOrEqual(less!.monthYen ?? 0);
        expect(averageWage(of, 'UP').byUsersYen ?? 0).toBeLessThanOrEqual(less!.byUsersYen ?? Infinity);
      }),
    );
  });
});

describe('what is asked of a return', () => {
  it('is nothing of one like the others', () => {
    expect(wageQuestions(year(), context())).toEqual([]);
  });

  it.each([
    ['FAR_FROM_LAST_YEAR', year({ totalYen: 5_000_000 }), context()],
    ['MORE_USERS_THAN_PLACES', year(), context({ capacityPersons: 10 })],
    ['FEW_DAYS_OPEN', year({ daysOpen: 100, personDays: 1_462 }), context()],
    ['MANY_DAYS_OPEN', year({ daysOpen: 330, personDays: 4_825 }), context()],
    ['MONTH_STANDS_OUT', year({ personsByMonth: [15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 51] }), context()],
    ['MONTHS_WITHOUT_PERSONS', year({ personsByMonth: [...Array<number>(11).fill(15), 0] }), context()],
    ['HOURLY_UNUSUAL', year({ hours: 120_000_0 }), context()],
    ['BELOW_MINIMUM_WAGE', year(), context({ isEmployer: true, minimumHourYen: 1_023 })],
    ['WAGES_ABOVE_PRODUCTION', year({ productionRevenueYen: 4_000_000, productionCostYen: 1_000_000 }), context()],
    ['TARGET_BELOW_LAST_YEAR', year({ targetYen: 19_000 }), context({ lastTargetYen: 20_000 })],
    ['FORMULAS_DIFFER', year({ personsByMonth: Array<number>(12).fill(30) }), context()],
  ])('%s', (question, asked, of) => {
    expect(wageQuestions(asked, of)).toContain(question);
  });
});

describe('targets', () => {
  it('grow by their trend, each year from the exact value', () => {
    expect(growthTrend(27_869, 16_100, 3)).toEqual([28_318, 28_774, 29_237]);
  });

  it('cover what living costs beside the pension', () => {
    expect(livingCostGap([15_938, 43_640, 27_790, 16_620], 68_000)).toBe(35_988);
  });

  it('count for the addition when they grow like the national average, or at least hold', () => {
    expect(leastAdditionTarget(20_000, 23_053, 17_031)).toBe(26_022);
    expect(leastAdditionTarget(20_000, 17_000, 17_500)).toBe(20_000);
  });

  it('find the growth that a trend was made with', () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 5_000, max: 100_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 15 }),
        (base, ppm, years) => {
          const last = growthTrend(base, ppm, years).at(-1)!;
          expect(Math.abs(yearlyGrowthPpm(base, last, years)! - ppm)).toBeLessThanOrEqual(150);
        },
      ),
    );
    expect(yearlyGrowthPpm(0, 10, 1)).toBeNull();
  });
});
