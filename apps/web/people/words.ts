import { type Catalogue, useWords } from '../words/words.js';
import { ja, type PeopleWords } from './words.ja.js';

const words: Catalogue<PeopleWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function usePeopleWords(): PeopleWords {
  return useWords(words);
}
