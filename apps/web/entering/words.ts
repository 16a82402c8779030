import { type Catalogue, useWords } from '../words/words.js';
import { type EnteringWords, ja } from './words.ja.js';

const words: Catalogue<EnteringWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useEnteringWords(): EnteringWords {
  return useWords(words);
}
