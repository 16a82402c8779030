import { addDays } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import type { StepToSplit } from './plan-step.js';
import { readCandidates } from './read-candidates.js';

/** What each facility could do if the date were 1, 2, … days later. */
export async function readLaterCapacities(
  tx: Transaction,
  { context, facilityDueOn }: Pick<StepToSplit, 'context' | 'facilityDueOn'>,
  days: number,
): Promise<Map<string, readonly number[]>> {
  const laterDays = Array.from({ length: days }, (_, index) => addDays(facilityDueOn, index + 1));
  const { candidates } = await readCandidates(tx, context, laterDays);
  return new Map(candidates.map((row) => [row.facilityId, row.laterCapacityUnits ?? []]));
}
