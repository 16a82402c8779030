import { MoneyError } from './money-error.js';

/**
 * What happens to a fraction: 切り捨て, 四捨五入 or 切り上げ. All three look at the size of an amount and leave its sign
 * alone, so that a correction of −x always cancels x.
 */
export type Rounding = 'DOWN' | 'NEAREST' | 'UP';

/**
 * numerator ÷ denominator as a whole number, exact before it is rounded. A half goes away from zero under `NEAREST`.
 * @throws MoneyError `DIVISOR.NOT_POSITIVE`
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new MoneyError('DIVISOR.NOT_POSITIVE', { value: String(denominator) });
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const size = rest < 0n ? -rest : rest;
  const isRoundedAway = rounding === 'UP' ? size > 0n : rounding === 'NEAREST' && size * 2n >= denominator;
  return isRoundedAway ? quotient + (numerator < 0n ? -1n : 1n) : quotient;
}
