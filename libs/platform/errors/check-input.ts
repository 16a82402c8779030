import type { DomainError } from './domain-error.js';
import { inputErrors } from './platform.errors.js';

/** Largest quantity, in units, that one line or answer may name. */
export const MAX_UNITS = 100_000_000;
/** Largest sum a quote, an order or a payment may come to: a trillion yen. Sums of thousands of them are exact. */
export const MAX_YEN = 1_000_000_000_000;
/** Largest unit price: 10,000,000 yen, in sen. */
export const MAX_UNIT_PRICE_SEN = 1_000_000_000;

/**
 * @param refusal what is thrown instead of INPUT.NUMBER_OUT_OF_RANGE, where it can say more of the matter
 * @throws INPUT.NUMBER_OUT_OF_RANGE unless `value` is a whole number from `least` to `most`.
 */
export function requireInteger(
  field: string,
  value: number,
  least: number,
  most: number,
  refusal: DomainError = inputErrors.NUMBER_OUT_OF_RANGE({ field, least, most }),
): number {
  if (!Number.isSafeInteger(value) || value < least || value > most) throw refusal.at(field);
  return value;
}
