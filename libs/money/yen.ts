import { MoneyError } from './money-error.js';
import { type Rounding, divideRounded } from './rounding.js';

/** A whole number of yen within ±(2^53 − 1), 9,007 trillion: a `bigint` column and a JSON number hold it exactly. */
export type Yen = number;

/** Unit prices may have two decimals (3.50 円/通), so they are stored as a whole number of sen, 1/100 yen. */
export type Sen = number;

const SEN_PER_YEN = 100n;
const grouped = new Intl.NumberFormat('ja-JP');

/**
 * Unit price × quantity, multiplied exactly and rounded once.
 * @throws MoneyError `AMOUNT.NOT_SAFE_INTEGER` for a fraction, or a product too large for yen
 */
export function lineAmountYen(unitPriceSen: Sen, quantity: number, rounding: Rounding): Yen {
  return toYen(divideRounded(toBigInt(unitPriceSen) * toBigInt(quantity), SEN_PER_YEN, rounding));
}

/** Thousands of yen (千円) for tables. Add up yen first and round the total: rounded parts need not sum to it. */
export function toThousands(amountYen: Yen, rounding: Rounding): number {
  return toYen(divideRounded(toBigInt(amountYen), 1000n, rounding));
}

/** `12,345円`, `-12,345円` */
export function formatYen(amountYen: Yen): string {
  return `${grouped.format(toBigInt(amountYen))}円`;
}

/** `3.50円`; a whole number of yen without decimals, `300円`. */
export function formatUnitPrice(unitPriceSen: Sen): string {
  const sen = toBigInt(unitPriceSen);
  const size = sen < 0n ? -sen : sen;
  const decimals = size % SEN_PER_YEN === 0n ? '' : `.${String(size % SEN_PER_YEN).padStart(2, '0')}`;
  return `${sen < 0n ? '-' : ''}${grouped.format(size / SEN_PER_YEN)}${decimals}円`;
}

/** @throws MoneyError `AMOUNT.NOT_SAFE_INTEGER` */
export function toBigInt(amount: number): bigint {
  if (!Number.isSafeInteger(amount)) throw new MoneyError('AMOUNT.NOT_SAFE_INTEGER', { value: amount });
  return BigInt(amount);
}

/** @throws MoneyError `AMOUNT.NOT_SAFE_INTEGER` */
export function toYen(amount: bigint): Yen {
  const yen = Number(amount);
  if (!Number.isSafeInteger(yen)) throw new MoneyError('AMOUNT.NOT_SAFE_INTEGER', { value: String(amount) });
  return yen;
}
