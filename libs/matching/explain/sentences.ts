import type { Fix } from '../alternatives/smallest-fixes.js';
import type { SplitResult, SplitShare } from '../snapshot/types.js';
import type { WhatIf } from '../alternatives/what-if.js';
import type { BatchFact } from './batch-facts.js';

/** The sentences of one language. Facts come from the results alone. */
export interface Sentences {
  share(result: SplitResult, share: SplitShare): string;
  split(result: SplitResult): string[];
  fix(result: SplitResult, fix: Fix): string;
  whatIf(trial: WhatIf): string[];
  batch(fact: BatchFact, names: BatchNames): string;
}

/** What lines and facilities are called for the reader. */
export interface BatchNames {
  line: (lineId: string) => string;
  facility: (facilityId: string) => string;
}

/** So many are named; of the others their number is told. */
export const MAX_NAMED = 3;

/** Facilities that would get less although more is placed: with lots or limits that happens, and must be said. */
export const losersOfMore = ({ before, result, changed }: WhatIf): number =>
  result.placed > before.placed ? changed.filter((change) => change.toUnits < change.fromUnits).length : 0;
