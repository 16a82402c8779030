import { readTexts } from '../../app/search.js';

/** By what facilities are found, as it stands in the address. */
export const facilitySearch = readTexts('text', 'work', 'walked');
