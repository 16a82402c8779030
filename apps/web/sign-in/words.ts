import { type Catalogue, useWords } from '../words/words.js';
import { ja, type SignInWords } from './words.ja.js';

const words: Catalogue<SignInWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useSignInWords(): SignInWords {
  return useWords(words);
}
