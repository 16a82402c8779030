import type { ExplainLocale, Fix, ShareChange, SplitResult } from '#yui/matching';
import type { Basis, Decided } from './compute.js';

/** What the page asks its worker. */
export type SplitQuestion =
  | { readonly kind: 'load'; readonly basis: Basis }
  | { readonly kind: 'split'; readonly id: number; readonly decided: Decided; readonly locale: ExplainLocale };

export interface SplitAnswer {
  readonly result: SplitResult;
  readonly changes: readonly ShareChange[];
  /** Units by facility if nothing were decided. */
  readonly proposal: Readonly<Record<string, number>>;
  /** One sentence for each facility. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The split as a whole. */
  readonly sentences: readonly string[];
}

/** `code`: why the engine refused. */
export type SplitReply =
  { readonly id: number; readonly answer: SplitAnswer } | { readonly id: number; readonly code: string };

export interface FixQuestion {
  readonly basis: Basis;
  readonly decided: Decided;
  /** By facility, 1, 2, … days later. */
  readonly later: Readonly<Record<string, readonly number[]>>;
  readonly locale: ExplainLocale;
}

export interface ToldFix {
  readonly fix: Fix;
  readonly sentence: string;
}
