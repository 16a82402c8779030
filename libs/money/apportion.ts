import { MoneyError } from './money-error.js';
import { type Yen, toBigInt, toYen } from './yen.js';

/**
 * Splits a total in proportion to weights by the largest remainder: the shares add up to the total to the yen, and each
 * is its exact proportion rounded down or up. Of equal remainders the earlier share gets the yen, so the caller's order
 * decides. A negative total is split as its opposite is. A weight of 0 gets nothing.
 * @param weights safe integers from 0 up
 * @throws MoneyError `WEIGHTS.INVALID` for other weights, or if all are 0 (or there are none) and the total is not 0
 */
export function apportion(totalYen: Yen, weights: readonly number[]): Yen[] {
  const total = toBigInt(Math.abs(totalYen));
  const parts = weights.map((weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new MoneyError('WEIGHTS.INVALID', { value: weight });
    return BigInt(weight);
  });
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole === 0n) {
    if (total !== 0n) throw new MoneyError('WEIGHTS.INVALID', { value: weights });
    return weights.map(() => 0);
  }

  const shares = parts.map((part) => (total * part) / whole);
  const left = Number(total - shares.reduce((sum, share) => sum + share, 0n));
  const remainders = parts.map((part, index) => ({ index, remainder: (total * part) % whole }));
  // A stable sort keeps the caller's order among equal remainders.
  remainders.sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders.slice(0, left)) shares[index]! += 1n;

  return shares.map((share) => toYen(totalYen < 0 ? -share : share));
}
