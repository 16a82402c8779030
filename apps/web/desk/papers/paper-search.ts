import { readTexts } from '../../app/search.js';

/** By what papers are found, as it stands in the address; kinds with dots between. */
export const paperSearch = readTexts('from', 'to', 'min', 'max', 'partner', 'kinds', 'walked');
export type PaperSearch = ReturnType<typeof paperSearch>;
