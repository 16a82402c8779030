import { type Catalogue, useWords } from '../words/words.js';
import { ja, type BusinessWords } from './words.ja.js';

const words: Catalogue<BusinessWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function useBusinessWords(): BusinessWords {
  return useWords(words);
}
