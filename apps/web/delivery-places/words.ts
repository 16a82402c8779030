import { type Catalogue, useWords } from '../words/words.js';
import { ja, type DeliveryPlaceWords } from './words.ja.js';

const words: Catalogue<DeliveryPlaceWords> = {
  ja,
  en: async () => (await import('./words.en.js')).en,
  easy: async () => ({ ...ja, ...(await import('./words.easy.js')).easy }),
};

export function useDeliveryPlaceWords(): DeliveryPlaceWords {
  return useWords(words);
}
