import { readTexts } from '../app/search.js';

/** What the address of a page of results can say. Apart from what is made of it, since every page fetches its route. */
export const resultsSearch = readTexts(
  'from',
  'to',
  'by',
  'money',
  'unit',
  'key',
  'year',
  'report',
  'closed',
  'walked',
);
export type ResultsSearch = ReturnType<typeof resultsSearch>;
