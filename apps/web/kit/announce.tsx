import { useSyncExternalStore } from 'react';
import { plain } from '../words/readings.js';

let said = '';
const listeners = new Set<() => void>();

/** Says something to who cannot see that it changed; what is said also stands on the page. */
export function announce(sentence: string): void {
  // The same sentence twice is to be heard twice.
  said = plain(sentence) === said ? `${plain(sentence)}\u{00A0}` : plain(sentence);
  for (const listener of listeners) listener();
}

export function Announcements() {
  const sentence = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {sentence}
    </div>
  );
}
