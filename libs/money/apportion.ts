import { MoneyError } from './money-error.js';
import { type Yen, toBigInt, toYen } from './yen.js';

/** An exact amount in yen before it is rounded: `numerator` ÷ `denominator`, which is above 0. */
export interface ExactAmount {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What is split by: exact, however large. */
export type Weight = number | bigint;

/**
 * Splits a total in proportion to weights by the largest remainder: the shares add up to the total to the yen, and each
 * is its exact proportion rounded down or up. Of equal remainders the earlier share gets the yen, so the caller's order
 * decides. A negative total is split as its opposite is. A weight of 0 gets nothing.
 * @param weights whole numbers from 0 up; products of user input, which no `number` may hold exactly, as `bigint`
 * @throws MoneyError `WEIGHTS.INVALID` for other weights, or if all are 0 (or there are none) and the total is not 0
 */
export function apportion(totalYen: Yen, weights: readonly Weight[]): Yen[] {
  return apportionExact({ numerator: toBigInt(totalYen), denominator: 1n }, weights);
}

/**
 * As `apportion`, of an amount that need not be whole. The shares add up to the amount rounded down, but they are the
 * proportions of the amount as it is: each exact share is rounded down, and the missing yen go to the largest fractions.
 * So a share whose exact amount is whole is exactly that. Rounding the amount before it is split would take a yen from it.
 * @throws MoneyError as `apportion`
 */
export function apportionExact({ numerator, denominator }: ExactAmount, weights: readonly Weight[]): Yen[] {
  if (denominator <= 0n) throw new MoneyError('DIVISOR.NOT_POSITIVE', { value: String(denominator) });
  const amount = numerator < 0n ? -numerator : numerator;
  const parts = weights.map((weight) => {
    const isWhole = typeof weight === 'bigint' || Number.isSafeInteger(weight);
    if (!isWhole || weight < 0) throw new MoneyError('WEIGHTS.INVALID', { value: String(weight) });
    return BigInt(weight);
  });
  const weightSum = parts.reduce((sum, part) => sum + part, 0n);
  if (weightSum === 0n) {
    if (amount !== 0n) throw new MoneyError('WEIGHTS.INVALID', { value: weights.map(String) });
    return weights.map(() => 0);
  }

  const divisor = denominator * weightSum;
  const shares = parts.map((part) => (amount * part) / divisor);
  const left = Number(amount / denominator - shares.reduce((sum, share) => sum + share, 0n));
  const remainders = parts.map((part, index) => ({ index, remainder: (amount * part) % divisor }));
  // A stable sort keeps the caller's order among equal remainders.
  remainders.sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders.slice(0, left)) shares[index]! += 1n;

  return shares.map((share) => toYen(numerator < 0n ? -share : share));
}
