import { readTexts } from '../../app/search.js';

/** What the lists of money are narrowed by, as it stands in the address. */
export const moneySearch = readTexts('from', 'to', 'min', 'max', 'partner', 'walked');
export type MoneySearch = ReturnType<typeof moneySearch>;
