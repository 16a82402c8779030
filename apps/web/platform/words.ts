import { type Catalogue, useWords } from '../words/words.js';
import { ja, type PlatformWords } from './words.ja.js';

const words: Catalogue<PlatformWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function usePlatformWords(): PlatformWords {
  return useWords(words);
}
