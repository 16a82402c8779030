import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type JournalWords } from './words.ja.js';

const words: Catalogue<JournalWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useJournalWords(): JournalWords {
  return useWords(words);
}
