import type { Fix } from '../smallest-fixes.js';
import type { SplitResult, SplitShare } from '../split/types.js';
import type { WhatIf } from '../what-if.js';

/** The sentences of one language. Facts come from the results alone. */
export interface Sentences {
  share(result: SplitResult, share: SplitShare): string;
  split(result: SplitResult): string[];
  fix(result: SplitResult, fix: Fix): string;
  whatIf(trial: WhatIf): string[];
}

/** Facilities that would get less although more is placed: with lots or limits that happens, and must be said. */
export const losersOfMore = ({ before, result, changed }: WhatIf): number =>
  result.placed > before.placed ? changed.filter((change) => change.toUnits < change.fromUnits).length : 0;
