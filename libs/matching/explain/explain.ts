import type { BatchResult } from '../batch/types.js';
import type { Fix } from '../alternatives/smallest-fixes.js';
import type { SplitResult, SplitShare } from '../snapshot/types.js';
import type { WhatIf } from '../alternatives/what-if.js';
import { batchFacts } from './batch-facts.js';
import * as english from './english.js';
import * as japanese from './japanese.js';
import type { BatchNames } from './sentences.js';

export type ExplainLocale = 'ja' | 'en';

// Chosen by kind of sentence, so that who explains one kind (a worker in a browser) carries no other.
const SHARE = { ja: japanese.share, en: english.share } as const;
const SPLIT = { ja: japanese.split, en: english.split } as const;
const FIX = { ja: japanese.fix, en: english.fix } as const;
const WHAT_IF = { ja: japanese.whatIf, en: english.whatIf } as const;
const BATCH = { ja: japanese.batch, en: english.batch } as const;

/** Why this facility has this share: one or two plain sentences. */
export function explainShare(result: SplitResult, share: SplitShare, locale: ExplainLocale): string {
  return SHARE[locale](result, share);
}

/** The line as a whole: placed, left over, level, proof. One sentence each, most important first. */
export function explainSplit(result: SplitResult, locale: ExplainLocale): string[] {
  return SPLIT[locale](result);
}

/** What one of the `smallestFixes` means. */
export function explainFix(result: SplitResult, fix: Fix, locale: ExplainLocale): string {
  return FIX[locale](result, fix);
}

/** What a trial would change: placed, who is affected, what it does to fairness. */
export function explainWhatIf(trial: WhatIf, locale: ExplainLocale): string[] {
  return WHAT_IF[locale](trial);
}

/** A plan of many lines: what is placed, what stands in the way, who is on which level and why, proof. One sentence each. */
export function explainBatch(result: BatchResult, names: BatchNames, locale: ExplainLocale): string[] {
  return batchFacts(result).map((fact) => BATCH[locale](fact, names));
}
