import { type Catalogue, useWords } from '../words/words.js';
import { type FairnessWords, ja } from './words.ja.js';

const words: Catalogue<FairnessWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useFairnessWords(): FairnessWords {
  return useWords(words);
}
