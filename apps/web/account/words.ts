import { type Catalogue, useWords } from '../words/words.js';
import { type AccountWords, ja } from './words.ja.js';

const words: Catalogue<AccountWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function useAccountWords(): AccountWords {
  return useWords(words);
}
