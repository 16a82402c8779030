import { type Catalogue, useWords } from '../words/words.js';
import { type BankWords, ja } from './words.ja.js';

const words: Catalogue<BankWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useBankWords(): BankWords {
  return useWords(words);
}
