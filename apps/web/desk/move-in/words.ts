import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type MoveInWords } from './words.ja.js';

const words: Catalogue<MoveInWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useMoveInWords(): MoveInWords {
  return useWords(words);
}
