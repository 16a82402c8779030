import { use } from 'react';
import { type Language, useLanguage } from './language.js';
import { markReadings } from './readings.js';

/** The words of a feature: sentences, and functions that make sentences; grouped as its pages are. */
type Words = { readonly [name: string]: Words | string | ((...values: never[]) => string) };

/** What another language says in place of the Japanese; what it does not say stays as it is. */
export type Over<W> = {
  readonly [Name in keyof W]?: W[Name] extends string | ((...values: never[]) => string) ? W[Name] : Over<W[Name]>;
};

export interface Catalogue<W> {
  readonly ja: W;
  /** Loaded when somebody chose the language. */
  readonly en: () => Promise<W>;
  /** Easy words, where the feature has them. */
  readonly easy?: () => Promise<Over<W>>;
}

const loaded = new WeakMap<Catalogue<never>, Map<Language, Promise<unknown>>>();

export function useWords<W>(catalogue: Catalogue<W>): W {
  const language = useLanguage();
  return language === 'ja' ? catalogue.ja : use(load(catalogue, language));
}

function load<W>(catalogue: Catalogue<W>, language: 'en' | 'easy'): Promise<W> {
  const kept = loaded.get(catalogue as Catalogue<never>) ?? new Map<Language, Promise<unknown>>();
  loaded.set(catalogue as Catalogue<never>, kept);
  const before = kept.get(language) as Promise<W> | undefined;
  if (before) return before;
  const words = read(catalogue, language);
  kept.set(language, words);
  // What could not be loaded is tried again the next time.
  words.catch(() => kept.delete(language));
  return words;
}

async function read<W>(catalogue: Catalogue<W>, language: 'en' | 'easy'): Promise<W> {
  if (language === 'en') return catalogue.en();
  const over = await catalogue.easy?.();
  return markReadings(merge(catalogue.ja as Words, (over ?? {}) as Words)) as W;
}

function merge(under: Words, over: Words): Words {
  return Object.fromEntries(
    Object.entries(under).map(([name, value]) => {
      const other = over[name];
      if (other === undefined) return [name, value];
      return [name, typeof value === 'object' ? merge(value, other as Words) : other];
    }),
  );
}
