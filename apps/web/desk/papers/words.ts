import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type DeskPaperWords } from './words.ja.js';

const words: Catalogue<DeskPaperWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useDeskPaperWords(): DeskPaperWords {
  return useWords(words);
}
