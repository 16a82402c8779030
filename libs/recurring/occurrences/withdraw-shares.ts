import { In } from 'typeorm';
import { releaseHeld } from '#yui/directory';
import { groupBy, type Transaction } from '#yui/platform';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { OccurrenceShare } from './occurrence-share.entity.js';

/**
 * Takes shares back, whose standing order is locked: what they held of capacity is free, and each facility that knew of some is
 * told once. Facilities take their turn in the order of their ids.
 */
export async function withdrawShares(
  tx: Transaction,
  standing: Pick<StandingOrder, 'id' | 'deskId'>,
  shares: readonly OccurrenceShare[],
  reason: string,
): Promise<void> {
  if (shares.length === 0) return;
  const byFacility = groupBy(shares, ({ facilityId }) => facilityId);
  for (const facilityId of [...byFacility.keys()].sort()) {
    const own = byFacility.get(facilityId) ?? [];
    const held = own.filter(({ status }) => status === 'AGREED').map(({ id }) => id);
    await releaseHeld(tx, facilityId, held);
    const isKnown = own.some(({ status }) => status !== 'PLANNED');
    if (!isKnown) continue;
    const payload = { standingOrderId: standing.id, facilityId, reason };
    await emitStandingEvent(tx, standing.deskId, 'occurrence-shares.withdrawn', payload);
  }
  await tx.manager.update(
    OccurrenceShare,
    { id: In(shares.map(({ id }) => id)) },
    { status: 'WITHDRAWN', answeredAt: tx.now, reason },
  );
}
