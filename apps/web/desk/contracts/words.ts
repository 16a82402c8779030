import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type ContractWords } from './words.ja.js';

const words: Catalogue<ContractWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useContractWords(): ContractWords {
  return useWords(words);
}
