import { type Catalogue, useWords } from '../../words/words.js';
import { type TransferWords, ja } from './words.ja.js';

const words: Catalogue<TransferWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useTransferWords(): TransferWords {
  return useWords(words);
}
