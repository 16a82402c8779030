import { readTexts } from '../../app/search.js';

export const resultSearch = readTexts('year');
