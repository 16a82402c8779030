import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type WeekWords } from './words.ja.js';

const words: Catalogue<WeekWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useWeekWords(): WeekWords {
  return useWords(words);
}
