import { type Catalogue, useWords } from '../words/words.js';
import { ja, type PrefectureWords } from './words.ja.js';

const words: Catalogue<PrefectureWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function usePrefectureWords(): PrefectureWords {
  return useWords(words);
}
