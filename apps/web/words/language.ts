import { useSyncExternalStore } from 'react';

/** Japanese, English, and Japanese in easy words with readings over the characters (for facility pages). */
export const LANGUAGES = ['ja', 'en', 'easy'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT_AS = 'yui-language';
const listeners = new Set<() => void>();

let language: Language = read();
apply();

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => language);
}

export function currentLanguage(): Language {
  return language;
}

/** Kept in this browser; no page is loaded again for it. */
export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem(KEPT_AS, next);
  apply();
  for (const listener of listeners) listener();
}

function read(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  return LANGUAGES.find((each) => each === kept) ?? 'ja';
}

function apply(): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'ja';
  document.documentElement.classList.toggle('is-large-type', language === 'easy');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
