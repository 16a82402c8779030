import { type Catalogue, useWords } from '../words/words.js';
import { ja, type WebhookWords } from './words.ja.js';

const words: Catalogue<WebhookWords> = { ja, en: async () => (await import('./words.en.js')).en };

export function useWebhookWords(): WebhookWords {
  return useWords(words);
}
