import { queryClient } from '../data/use-ask.js';
import { announce } from './announce.js';

/** What follows when something was saved: it is said, the form goes, and what is on the screen is asked for again. */
export async function afterSaving(sentence: string, close: () => void): Promise<void> {
  announce(sentence);
  close();
  await queryClient.invalidateQueries();
}
