import { type Catalogue, useWords } from '../../words/words.js';
import { type TodayWords, ja } from './words.ja.js';

const words: Catalogue<TodayWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useTodayWords(): TodayWords {
  return useWords(words);
}
