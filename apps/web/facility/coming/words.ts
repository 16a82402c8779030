import { type Catalogue, useWords } from '../../words/words.js';
import { type ComingWords, ja } from './words.ja.js';

const words: Catalogue<ComingWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useComingWords(): ComingWords {
  return useWords(words);
}
