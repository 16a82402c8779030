import { divideRounded } from './rounding.js';
import type { Yen } from './yen.js';

const PER_MILLION = 1_000_000n;

/**
 * What an average becomes when it grows by the same rate every year, rounded from the exact value each year, not from
 * the rounded year before.
 * @param growthPpm growth a year in millionths: 16,100 is 1.61 %
 * @returns of the next `years` years
 */
export function growthTrend(baseYen: Yen, growthPpm: number, years: number): Yen[] {
  const factor = PER_MILLION + BigInt(growthPpm);
  return Array.from({ length: years }, (_, index) => {
    const power = BigInt(index + 1);
    return Number(divideRounded(BigInt(baseYen) * factor ** power, PER_MILLION ** power, 'NEAREST'));
  });
}

/**
 * The growth a year, in millionths, that leads from the first figure to the last.
 * @returns null where there is nothing to grow from
 */
export function yearlyGrowthPpm(firstYen: Yen, lastYen: Yen, years: number): number | null {
  if (firstYen <= 0 || lastYen <= 0 || years < 1) return null;
  return Math.round(((lastYen / firstYen) ** (1 / years) - 1) * Number(PER_MILLION));
}

/** What somebody needs a month beside the pension: a target one can live on. */
export function livingCostGap(costsYen: readonly Yen[], pensionYen: Yen): Yen {
  return costsYen.reduce((sum, yen) => sum + yen, 0) - pensionYen;
}

/**
 * The least target of 目標工賃達成加算 (from fiscal 2024): last year's average + (national average two years before − three
 * years before), or last year's average where that is higher.
 */
export function leastAdditionTarget(lastYen: Yen, nationalTwoBeforeYen: Yen, nationalThreeBeforeYen: Yen): Yen {
  return Math.max(lastYen, lastYen + nationalTwoBeforeYen - nationalThreeBeforeYen);
}
