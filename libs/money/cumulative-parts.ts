import { type Yen, toBigInt, toYen } from './yen.js';

/**
 * Amounts of parts that come one after another, so that after every part the sum is `amountOf` the parts so far: nothing
 * is lost to rounding, and a part that is added later leaves the earlier ones as they were.
 * @param parts what is added up: units, or yen
 * @param amountOf the amount of a sum of parts, rounded as it may be
 */
export function cumulativeParts(parts: readonly number[], amountOf: (sum: number) => Yen): Yen[] {
  let sum = 0n;
  let before = 0n;
  return parts.map((part) => {
    sum += toBigInt(part);
    const now = toBigInt(amountOf(toYen(sum)));
    const amount = now - before;
    before = now;
    return toYen(amount);
  });
}
