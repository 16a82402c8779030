import type { Transaction } from '#yui/platform';
import type { Contract } from './contract.entity.js';
import { TimelineEntry, type TimelineKind } from './timeline-entry.entity.js';

/** Adds what has just happened to the timeline of a contract. */
export async function writeTimeline(
  tx: Transaction,
  contract: Pick<Contract, 'id' | 'deskId' | 'workOrderId' | 'buyerId' | 'facilityId'>,
  kind: TimelineKind,
  about: Partial<Pick<TimelineEntry, 'milestone' | 'onDate' | 'amountYen' | 'note'>> = {},
): Promise<void> {
  await tx.manager.insert(TimelineEntry, {
    id: tx.newId(),
    deskId: contract.deskId,
    contractId: contract.id,
    workOrderId: contract.workOrderId,
    buyerId: contract.buyerId,
    facilityId: contract.facilityId,
    at: tx.now,
    kind,
    note: '',
    ...about,
  });
}
