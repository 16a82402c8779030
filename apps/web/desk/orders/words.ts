import { type Catalogue, useWords } from '../../words/words.js';
import { type BoardWords, ja } from './words.ja.js';

const words: Catalogue<BoardWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useBoardWords(): BoardWords {
  return useWords(words);
}
