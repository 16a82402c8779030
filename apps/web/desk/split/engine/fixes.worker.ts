import { explainFix, smallestFixes } from '#yui/matching';
import { compute } from './compute.js';
import type { FixQuestion, ToldFix } from './messages.js';

/** Many splits are tried, which may take seconds: in a worker of its own, that is ended when it is no longer asked. */
addEventListener('message', ({ data: { basis, decided, later, locale } }: MessageEvent<FixQuestion>) => {
  const { snapshot, result } = compute(basis, decided);
  const candidates = snapshot.candidates.map((row) => ({ ...row, laterCapacityUnits: later[row.facilityId] ?? [] }));
  const fixes = smallestFixes({ ...snapshot, candidates }, result);
  const told: readonly ToldFix[] = fixes.map((fix) => ({ fix, sentence: explainFix(result, fix, locale) }));
  postMessage(told);
});
