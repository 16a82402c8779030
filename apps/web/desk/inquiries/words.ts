import { type Catalogue, useWords } from '../../words/words.js';
import { type InquiryWords, ja } from './words.ja.js';

const words: Catalogue<InquiryWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useInquiryWords(): InquiryWords {
  return useWords(words);
}
