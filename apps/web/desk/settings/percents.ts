import { readNumber } from '../../words/typed-numbers.js';

const PERMILLE_PER_PERCENT = 10;

/** Percent with at most one digit behind the point, as thousandths; null where nothing was entered. */
export function readPermille(typed: string): number | null {
  const percent = readNumber(typed);
  return percent === null ? null : Math.round(percent * PERMILLE_PER_PERCENT);
}

export function writePermille(permille: number | null): string {
  return permille === null ? '' : String(permille / PERMILLE_PER_PERCENT);
}
