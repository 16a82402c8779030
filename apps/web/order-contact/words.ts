import { type Catalogue, useWords } from '../words/words.js';
import { ja, type OrderContactWords } from './words.ja.js';

const words: Catalogue<OrderContactWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function useOrderContactWords(): OrderContactWords {
  return useWords(words);
}
