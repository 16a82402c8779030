import { In } from 'typeorm';
import { Assignment, LIVE_STATES } from '#yui/fulfilment';
import type { Transaction } from '#yui/platform';

/** What has become of the shares of one order. */
export interface SharesSoFar {
  /** By facility: the first of its shares that still stands. */
  readonly live: ReadonlyMap<string, Assignment>;
  /** Facilities that were asked and of whose shares none stands: declined, expired, withdrawn, handed back, cancelled. */
  readonly ended: ReadonlySet<string>;
}

export async function readSharesSoFar(
  tx: Transaction,
  workOrderId: string,
  facilityIds: readonly string[],
): Promise<SharesSoFar> {
  const assignments = await tx.manager.find(Assignment, {
    where: { workOrderId, facilityId: In(facilityIds) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const live = new Map<string, Assignment>();
  for (const each of assignments) {
    if (LIVE_STATES.includes(each.status) && !live.has(each.facilityId)) live.set(each.facilityId, each);
  }
  // A plan that was made again before it was sent is no answer: the facility never knew of it, and had no day to answer by.
  const known = assignments.filter(({ answerBy }) => answerBy !== null);
  return { live, ended: new Set(known.map(({ facilityId }) => facilityId).filter((id) => !live.has(id))) };
}
