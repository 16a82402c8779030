import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type FacilitiesWords } from './words.ja.js';

const words: Catalogue<FacilitiesWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useFacilitiesWords(): FacilitiesWords {
  return useWords(words);
}
