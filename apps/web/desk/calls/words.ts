import { type Catalogue, useWords } from '../../words/words.js';
import { type CallWords, ja } from './words.ja.js';

const words: Catalogue<CallWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useCallWords(): CallWords {
  return useWords(words);
}
