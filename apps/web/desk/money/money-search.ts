import { readTexts } from '../../app/search.js';
import type { MoneyFilterInput } from '../../data/generated/types.js';
import { readWholeNumber } from '../../words/typed-numbers.js';

/** What the lists of money are narrowed by, as it stands in the address. */
export const moneySearch = readTexts('from', 'to', 'min', 'max', 'partner', 'walked');
export type MoneySearch = ReturnType<typeof moneySearch>;

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
