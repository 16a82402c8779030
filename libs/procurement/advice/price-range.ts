/** Fewer would show what one of them asks. */
const MIN_FACILITIES = 5;
const DIGITS = 2;

export interface PriceRange {
  /** Price of one unit in sen (1/100 yen), without tax and without the fee of the desk. */
  readonly fromSen: number;
  readonly toSen: number;
}

/**
 * Between what the middle half of the facilities ask for one unit, widened to two digits, so that it is the price of none
 * of them. Null: they are too few.
 */
export function priceRange(pricesSen: readonly number[]): PriceRange | null {
  if (pricesSen.length < MIN_FACILITIES) return null;
  const sorted = [...pricesSen].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  return { fromSen: rounded(at(0.25), Math.floor), toSen: rounded(at(0.75), Math.ceil) };
}

function rounded(sen: number, round: (value: number) => number): number {
  if (sen === 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(sen)) + 1 - DIGITS);
  return round(sen / step) * step;
}
