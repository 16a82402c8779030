import { type Catalogue, useWords } from '../words/words.js';
import { ja, type ResultsWords } from './words.ja.js';

const words: Catalogue<ResultsWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useResultsWords(): ResultsWords {
  return useWords(words);
}
