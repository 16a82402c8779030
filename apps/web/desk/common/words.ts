import { type Catalogue, useWords } from '../../words/words.js';
import { type DeskCommonWords, ja } from './words.ja.js';

const words: Catalogue<DeskCommonWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useDeskCommon(): DeskCommonWords {
  return useWords(words);
}
