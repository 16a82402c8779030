import { type Catalogue, useWords } from '../../words/words.js';
import { type CapacityCalendarWords, ja } from './words.ja.js';

const words: Catalogue<CapacityCalendarWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useCapacityCalendarWords(): CapacityCalendarWords {
  return useWords(words);
}
