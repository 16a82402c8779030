import type { MoneyFilterInput } from '../../data/generated/types.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { MoneySearch } from './money-search.js';

export function moneyFilterOf({ from, to, min, max, partner }: MoneySearch): MoneyFilterInput {
  return {
    from: from ?? null,
    to: to ?? null,
    minYen: readWholeNumber(min ?? ''),
    maxYen: readWholeNumber(max ?? ''),
    partner: partner ?? null,
  };
}

export function isNarrowed({ walked: _, ...rest }: MoneySearch): boolean {
  return Object.keys(rest).length > 0;
}
