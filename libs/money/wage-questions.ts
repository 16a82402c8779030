import { averageWage, personMonths, type UsersRounding, type WageYear } from './average-wage.js';

/** What is asked of a return that may well be right: nothing of it is refused. */
export type WageQuestion =
  | 'FAR_FROM_LAST_YEAR'
  | 'FORMULAS_DIFFER'
  | 'MORE_USERS_THAN_PLACES'
  | 'FEW_DAYS_OPEN'
  | 'MANY_DAYS_OPEN'
  | 'MONTH_STANDS_OUT'
  | 'MONTHS_WITHOUT_PERSONS'
  | 'HOURLY_UNUSUAL'
  | 'BELOW_MINIMUM_WAGE'
  | 'WAGES_ABOVE_PRODUCTION'
  | 'TARGET_BELOW_LAST_YEAR';

export interface WageContext {
  readonly rounding: UsersRounding;
  /** The figure of the year before; null: not known. */
  readonly lastMonthYen: number | null;
  readonly lastTargetYen: number | null;
  /** 定員. */
  readonly capacityPersons: number | null;
  /** Employment contracts (A型): the minimum wage holds. */
  readonly isEmployer: boolean;
  /** Of the date the year ends on; null: not known. */
  readonly minimumHourYen: number | null;
}

export interface AskedWageYear extends WageYear {
  readonly targetYen: number | null;
  readonly productionRevenueYen: number | null;
  readonly productionCostYen: number | null;
}

const MAX_CHANGE_PERCENT = 30;
const MAX_DIFFERENCE_PERCENT = 50;
const MAX_USE_PERCENT = 125;
const MIN_DAYS_A_MONTH = 12;
const MAX_DAYS_A_MONTH = 26;
const MAX_OFF_MEDIAN_PERCENT = 50;
const USUAL_HOURLY_YEN = { min: 30, max: 3_000 } as const;

/** What about a return is worth a second look, in a fixed order. Each is confirmed by the facility or corrected. */
export function wageQuestions(year: AskedWageYear, context: WageContext): WageQuestion[] {
  const { monthYen, hourYen, usersTenths, byUsersYen, byPersonsYen } = averageWage(year, context.rounding);
  const { daysOpen, monthsOpen, personsByMonth, totalYen, targetYen } = year;
  const { lastMonthYen, lastTargetYen, capacityPersons, isEmployer, minimumHourYen } = context;
  const production =
    year.productionRevenueYen === null || year.productionCostYen === null
      ? null
      : year.productionRevenueYen - year.productionCostYen;
  const asked: Readonly<Record<WageQuestion, boolean>> = {
    FAR_FROM_LAST_YEAR: monthYen !== null && lastMonthYen !== null && isOff(monthYen, lastMonthYen, MAX_CHANGE_PERCENT),
    FORMULAS_DIFFER:
      byUsersYen !== null && byPersonsYen !== null && isOff(byUsersYen, byPersonsYen, MAX_DIFFERENCE_PERCENT),
    MORE_USERS_THAN_PLACES:
      usersTenths !== null && capacityPersons !== null && usersTenths * 10 > capacityPersons * MAX_USE_PERCENT,
    FEW_DAYS_OPEN: daysOpen !== null && daysOpen < monthsOpen * MIN_DAYS_A_MONTH,
    MANY_DAYS_OPEN: daysOpen !== null && daysOpen > monthsOpen * MAX_DAYS_A_MONTH,
    MONTH_STANDS_OUT: monthStandsOut(personsByMonth),
    MONTHS_WITHOUT_PERSONS:
      personMonths(personsByMonth) > 0 && personsByMonth.filter((persons) => (persons ?? 0) > 0).length !== monthsOpen,
    HOURLY_UNUSUAL: hourYen !== null && (hourYen < USUAL_HOURLY_YEN.min || hourYen > USUAL_HOURLY_YEN.max),
    BELOW_MINIMUM_WAGE: isEmployer && hourYen !== null && minimumHourYen !== null && hourYen < minimumHourYen,
    WAGES_ABOVE_PRODUCTION: production !== null && production < totalYen,
    TARGET_BELOW_LAST_YEAR: targetYen !== null && lastTargetYen !== null && targetYen < lastTargetYen,
  };
  return (Object.keys(asked) as WageQuestion[]).filter((question) => asked[question]);
}

function isOff(value: number, from: number, percent: number): boolean {
  return Math.abs(value - from) * 100 > from * percent;
}

/** A month far from the middle one: a slip of the keys, or a month in which much happened. */
function monthStandsOut(byMonth: readonly (number | null)[]): boolean {
  const counts = byMonth.filter((persons) => persons !== null && persons > 0) as number[];
  const median = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)];
  return median !== undefined && counts.some((count) => isOff(count, median, MAX_OFF_MEDIAN_PERCENT));
}
