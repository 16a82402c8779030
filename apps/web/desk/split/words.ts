import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type SplitWords } from './words.ja.js';

const words: Catalogue<SplitWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useSplitWords(): SplitWords {
  return useWords(words);
}
