import { divideRounded } from './rounding.js';
import type { Yen } from './yen.js';

/** The last year of a facility that is known: what a forecast of its average wage starts from. */
export interface WageBasis {
  /** First calendar year of the fiscal year. */
  readonly fiscalYear: number;
  /** RETURN: of its checked return. LISTED: of a published list, with its places (定員) taken for average users. */
  readonly source: 'RETURN' | 'LISTED';
  readonly totalYen: Yen;
  /** What the total is divided by for the average month, in tenths: average users × months, or person-months; above 0. */
  readonly userMonthTenths: number;
  /** How much of what production brings in was paid as wages, in thousandths; null: not reported, all of it is assumed. */
  readonly wagePermille: number | null;
}

/** A forecast, never a promise: the year is assumed to be like the one of the basis, with this work besides. */
export interface WageForecast {
  /** How much of what is earned would be paid as wages. */
  readonly wageYen: Yen;
  /** Average monthly wage of the basis, and with the work. */
  readonly fromMonthYen: Yen;
  readonly toMonthYen: Yen;
  /** What the work adds to it. */
  readonly addedMonthYen: Yen;
}

const PERMILLE = 1_000n;
const TENTHS = 10n;

/** What earning so much more would make of the average monthly wage, 四捨五入. @param earnedYen without tax, 0 or more */
export function wageForecast({ totalYen, userMonthTenths, wagePermille }: WageBasis, earnedYen: Yen): WageForecast {
  const wageYen = Number(divideRounded(BigInt(earnedYen) * BigInt(wagePermille ?? 1_000), PERMILLE, 'NEAREST'));
  const monthOf = (yen: Yen) => Number(divideRounded(BigInt(yen) * TENTHS, BigInt(userMonthTenths), 'NEAREST'));
  const [fromMonthYen, toMonthYen] = [monthOf(totalYen), monthOf(totalYen + wageYen)];
  return { wageYen, fromMonthYen, toMonthYen, addedMonthYen: toMonthYen - fromMonthYen };
}

/** Wages paid of what production brought in, in thousandths, at most all of it. @returns null where it is not reported */
export function wagePermille(totalYen: Yen, productionRevenueYen: Yen | null): number | null {
  if (productionRevenueYen === null || productionRevenueYen <= 0) return null;
  return Math.min(1_000, Number(divideRounded(BigInt(totalYen) * PERMILLE, BigInt(productionRevenueYen), 'NEAREST')));
}
