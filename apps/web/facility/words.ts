import { type Catalogue, useWords } from '../words/words.js';
import { type FacilityWords, ja } from './words.ja.js';

const words: Catalogue<FacilityWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useFacilityWords(): FacilityWords {
  return useWords(words);
}
