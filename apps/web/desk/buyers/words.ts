import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type BuyerWords } from './words.ja.js';

const words: Catalogue<BuyerWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useBuyerWords(): BuyerWords {
  return useWords(words);
}
