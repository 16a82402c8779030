import { type Catalogue, useWords } from '../../words/words.js';
import { type OrderWords, ja } from './words.ja.js';

const words: Catalogue<OrderWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useOrderWords(): OrderWords {
  return useWords(words);
}
