import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type ResultWords } from './words.ja.js';

const words: Catalogue<ResultWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useResultWords(): ResultWords {
  return useWords(words);
}
