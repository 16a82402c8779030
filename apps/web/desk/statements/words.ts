import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type StatementWords } from './words.ja.js';

const words: Catalogue<StatementWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useStatementWords(): StatementWords {
  return useWords(words);
}
