import { type Catalogue, useWords } from '../../words/words.js';
import { ja, type SettingsWords } from './words.ja.js';

const words: Catalogue<SettingsWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useSettingsWords(): SettingsWords {
  return useWords(words);
}
