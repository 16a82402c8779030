import type { SplitResult, SplitShare } from '../split/types.js';

/** The sentences of one language. Facts come from the result alone. */
export interface Sentences {
  share(result: SplitResult, share: SplitShare): string;
  split(result: SplitResult): string[];
}
