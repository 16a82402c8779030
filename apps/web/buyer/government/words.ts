import { type Catalogue, useWords } from '../../words/words.js';
import { type GovernmentWords, ja } from './words.ja.js';

const words: Catalogue<GovernmentWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
};

export function useGovernmentWords(): GovernmentWords {
  return useWords(words);
}
