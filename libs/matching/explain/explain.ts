import type { BatchResult } from '../batch/types.js';
import type { Fix } from '../alternatives/smallest-fixes.js';
import type { SplitResult, SplitShare } from '../snapshot/types.js';
import type { WhatIf } from '../alternatives/what-if.js';
import { batchFacts } from './batch-facts.js';
import { english } from './english.js';
import { japanese } from './japanese.js';
import type { BatchNames, Sentences } from './sentences.js';

export type ExplainLocale = 'ja' | 'en';

const LANGUAGES: Readonly<Record<ExplainLocale, Sentences>> = { ja: japanese, en: english };

/** Why this facility has this share: one or two plain sentences. */
export function explainShare(result: SplitResult, share: SplitShare, locale: ExplainLocale): string {
  return LANGUAGES[locale].share(result, share);
}

/** The line as a whole: placed, left over, level, proof. One sentence each, most important first. */
export function explainSplit(result: SplitResult, locale: ExplainLocale): string[] {
  return LANGUAGES[locale].split(result);
}

/** What one of the `smallestFixes` means. */
export function explainFix(result: SplitResult, fix: Fix, locale: ExplainLocale): string {
  return LANGUAGES[locale].fix(result, fix);
}

/** What a trial would change: placed, who is affected, what it does to fairness. */
export function explainWhatIf(trial: WhatIf, locale: ExplainLocale): string[] {
  return LANGUAGES[locale].whatIf(trial);
}

/** A plan of many lines: what is placed, what stands in the way, who is on which level and why, proof. One sentence each. */
export function explainBatch(result: BatchResult, names: BatchNames, locale: ExplainLocale): string[] {
  return batchFacts(result).map((fact) => LANGUAGES[locale].batch(fact, names));
}
