import { type Catalogue, useWords } from '../words/words.js';
import { ja, type StandingWords } from './words.ja.js';

const words: Catalogue<StandingWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useStandingWords(): StandingWords {
  return useWords(words);
}
