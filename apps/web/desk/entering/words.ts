import { type Catalogue, useWords } from '../../words/words.js';
import { type DeskEnteringWords, ja } from './words.ja.js';

const words: Catalogue<DeskEnteringWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useDeskEnteringWords(): DeskEnteringWords {
  return useWords(words);
}
