import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type LetterWords } from './words.ja.js';

const words: Catalogue<LetterWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useLetterWords(): LetterWords {
  return useWords(words);
}
