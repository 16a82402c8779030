import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type MoneyWords } from './words.ja.js';

const words: Catalogue<MoneyWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function useMoneyWords(): MoneyWords {
  return useWords(words);
}
