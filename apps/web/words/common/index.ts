import { type Catalogue, useWords } from '../words.js';
import { type CommonWords, ja } from './words.ja.js';

const common: Catalogue<CommonWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useCommon(): CommonWords {
  return useWords(common);
}
