import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type OrdersWords } from './words.ja.js';

const words: Catalogue<OrdersWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function useOrdersWords(): OrdersWords {
  return useWords(words);
}
