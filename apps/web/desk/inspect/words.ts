import { type Catalogue, useWords } from '../../words/words.js';
import { type InspectWords, ja } from './words.ja.js';

const words: Catalogue<InspectWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useInspectWords(): InspectWords {
  return useWords(words);
}
