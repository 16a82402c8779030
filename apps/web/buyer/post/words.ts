import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type PostWords } from './words.ja.js';

const words: Catalogue<PostWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function usePostWords(): PostWords {
  return useWords(words);
}
