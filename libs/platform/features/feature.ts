import type { Type } from '@nestjs/common';

/** The same sentence for readers of Japanese and of English. */
export interface Sentence {
  readonly ja: string;
  readonly en: string;
}

/** A use case that time sets off. It tells how much it did: while that is above 0, more may be waiting. */
export interface Deadline {
  execute(): Promise<number>;
}

/**
 * What a folder brings to the product, in one place: `<folder>/<folder>.feature.ts`. What the product lists (providers,
 * entities, deadlines, sentences of the audit, what is deleted when) is derived from these, and recorded nowhere else.
 */
export interface Feature {
  /** Its tables. */
  readonly entities?: readonly Type[];
  /** What people do. */
  readonly commands?: readonly Type[];
  /** What people read. */
  readonly queries?: readonly Type[];
  /** What time does. What ends something stands before what reminds of it. */
  readonly deadlines?: readonly Type<Deadline>[];
  /** Handlers of events and helpers, which nobody outside asks for. */
  readonly parts?: readonly Type[];
  /** By action of the audit: what was done, for who reads the audit. */
  readonly auditSentences?: Readonly<Record<string, Sentence>>;
  /** By table: the rows that only served their time, in SQL. docs/data-map.md tells people the same. */
  readonly retention?: Readonly<Record<string, string>>;
}

/** A feature, its types checked. */
export function feature<const Brought extends Feature>(brought: Brought): Brought {
  return brought;
}

/** All features of the product, for those who derive a list from them. */
export const FEATURES = Symbol('FEATURES');

/** The tables of some features. */
export function entitiesOf(features: readonly Feature[]): Type[] {
  return features.flatMap(({ entities = [] }) => [...entities]);
}

/** One list of what is named in all features. @throws Error when two features bring the same name */
export function named<Value>(
  features: readonly Feature[],
  part: (feature: Feature) => Readonly<Record<string, Value>> | undefined,
): ReadonlyMap<string, Value> {
  const all = new Map<string, Value>();
  for (const [name, value] of features.flatMap((one) => Object.entries(part(one) ?? {}))) {
    if (all.has(name)) throw new Error(`Two features bring ${name}`);
    all.set(name, value);
  }
  return all;
}
