import { type Catalogue, useWords } from '../words/words.js';
import { ja, type WageWords } from './words.ja.js';

const words: Catalogue<WageWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useWageWords(): WageWords {
  return useWords(words);
}
