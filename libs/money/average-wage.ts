import { divideRounded } from './rounding.js';
import type { Yen } from './yen.js';

/** How average users a day become one decimal: 四捨五入, or 切り上げ. Published readings of the formula differ. */
export type UsersRounding = 'HALF_UP' | 'UP';

/** The first fiscal year of the formula by average users (令和6年度報酬改定). */
export const AVERAGE_USERS_FROM = 2024;

const TENTHS = 10n;

/**
 * Average users a day (一日の平均利用者数): person-days ÷ days open, in tenths of a person.
 * @returns null where there were no days or no users
 */
export function averageUsersTenths(personDays: number, daysOpen: number, rounding: UsersRounding): number | null {
  if (personDays <= 0 || daysOpen <= 0) return null;
  const exact = [BigInt(personDays) * TENTHS, BigInt(daysOpen)] as const;
  return Number(divideRounded(...exact, rounding === 'UP' ? 'UP' : 'NEAREST')) || null;
}

/** Average monthly wage from fiscal 2024: total ÷ average users a day ÷ months open, 四捨五入. */
export function monthlyWageByUsers(totalYen: Yen, usersTenths: number, monthsOpen: number): Yen {
  return Number(divideRounded(BigInt(totalYen) * TENTHS, BigInt(usersTenths) * BigInt(monthsOpen), 'NEAREST'));
}

/** Person-months (工賃支払対象者数の各月の合計). */
export function personMonths(byMonth: readonly (number | null)[]): number {
  return byMonth.reduce<number>((sum, persons) => sum + (persons ?? 0), 0);
}

/** Average monthly wage to fiscal 2023: total ÷ person-months, 四捨五入. @returns null without person-months */
export function monthlyWageByPersons(totalYen: Yen, byMonth: readonly (number | null)[]): Yen | null {
  const months = personMonths(byMonth);
  return months > 0 ? Number(divideRounded(BigInt(totalYen), BigInt(months), 'NEAREST')) : null;
}

/** Average hourly wage: total ÷ hours, 四捨五入. @returns null without hours */
export function hourlyWage(totalYen: Yen, hours: number | null): Yen | null {
  return hours !== null && hours > 0 ? Number(divideRounded(BigInt(totalYen), BigInt(hours), 'NEAREST')) : null;
}

/** What a facility reports of a fiscal year. Counts of people, never persons. */
export interface WageYear {
  /** First calendar year of the fiscal year. */
  readonly fiscalYear: number;
  readonly totalYen: Yen;
  /** 延べ利用者数. */
  readonly personDays: number | null;
  /** 年間開所日数: days of production. */
  readonly daysOpen: number | null;
  /** 12, fewer in the year in which it opened or closed. */
  readonly monthsOpen: number;
  /** 工賃支払対象者数 of April to March; null: not recorded. */
  readonly personsByMonth: readonly (number | null)[];
  readonly hours: number | null;
}

export interface AverageWage {
  /** The figure of the year: by average users from fiscal 2024 on, by person-months before; null: not to be calculated yet. */
  readonly monthYen: Yen | null;
  readonly hourYen: Yen | null;
  readonly usersTenths: number | null;
  /** By both formulas, to be compared. */
  readonly byUsersYen: Yen | null;
  readonly byPersonsYen: Yen | null;
}

/** The averages of a year by both formulas. */
export function averageWage(year: WageYear, rounding: UsersRounding): AverageWage {
  const { fiscalYear, totalYen, personDays, daysOpen, monthsOpen, personsByMonth, hours } = year;
  const usersTenths = averageUsersTenths(personDays ?? 0, daysOpen ?? 0, rounding);
  const byUsersYen =
    usersTenths === null || monthsOpen < 1 ? null : monthlyWageByUsers(totalYen, usersTenths, monthsOpen);
  const byPersonsYen = monthlyWageByPersons(totalYen, personsByMonth);
  return {
    monthYen: fiscalYear >= AVERAGE_USERS_FROM ? byUsersYen : byPersonsYen,
    hourYen: hourlyWage(totalYen, hours),
    usersTenths,
    byUsersYen,
    byPersonsYen,
  };
}
