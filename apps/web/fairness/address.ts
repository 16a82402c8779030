import { readTexts } from '../app/search.js';

/** What the address of the ledger can say. Apart from what is made of it, since every page fetches its route. */
export const fairnessSearch = readTexts('year', 'measure', 'facility', 'month', 'walked');
export type FairnessSearch = ReturnType<typeof fairnessSearch>;
