import { type Catalogue, useWords } from '../../words/words.js';
import { type FacilitySettingsWords, ja } from './words.ja.js';

const words: Catalogue<FacilitySettingsWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => (await import('./words.easy.js')).easy,
};

export function useFacilitySettingsWords(): FacilitySettingsWords {
  return useWords(words);
}
