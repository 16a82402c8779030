import { In } from 'typeorm';
import { releaseHeld } from '#yui/directory';
import { placeAgreedShares } from '#yui/fulfilment';
import { placeAgreedOrder } from '#yui/orders';
import { SYSTEM, type Transaction } from '#yui/platform';
import { agreedTerms } from '../standing-orders/standing-order.access.js';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { OccurrencePrice } from './occurrence-price.entity.js';
import { OccurrenceShare, STANDING_STATES } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';

/**
 * Makes an order of a coming occurrence, whose standing order is locked. Facilities that agreed to its date are bound: what
 * they held is released and promised again for the order, under their turn, so that nobody comes between and nothing is
 * taken twice. Where anything is open the desk is told.
 */
export async function placeOccurrence(
  tx: Transaction,
  standing: StandingOrder,
  occurrence: Occurrence,
): Promise<string> {
  const system = tx.as(SYSTEM);
  const { facilityUnitPriceSen } = await tx.get(OccurrencePrice, { occurrenceId: occurrence.id });
  const isOneSite = standing.title.includes(occurrence.siteName);
  const order = await placeAgreedOrder(system, {
    deskId: standing.deskId,
    buyerId: standing.buyerId,
    departmentId: standing.departmentId,
    title: isOneSite ? standing.title : `${standing.title} ${occurrence.siteName}`.slice(0, 100),
    description: `${standing.number}\n${occurrence.siteName}`,
    isPublicMoney: standing.isPublicMoney,
    createdBy: standing.createdBy,
    contractType: standing.contractType,
    workTypeCode: standing.workTypeCode,
    specification: standing.specification,
    quantity: occurrence.quantity,
    startOn: occurrence.startOn,
    dueOn: occurrence.dueOn,
    unitPriceSen: occurrence.unitPriceSen,
    facilityUnitPriceSen,
    terms: await agreedTerms(tx, standing),
  });
  await tx.manager.update(Occurrence, { id: occurrence.id }, { status: 'ORDERED', workOrderId: order.id });
  Object.assign(occurrence, { status: 'ORDERED', workOrderId: order.id });
  const shares = await tx.manager.find(OccurrenceShare, {
    where: { occurrenceId: occurrence.id, status: In([...STANDING_STATES]) },
    order: { facilityId: 'ASC' },
  });
  for (const share of shares) if (share.status === 'AGREED') await releaseHeld(tx, share.facilityId, [share.id]);
  const isBound = await placeAgreedShares(
    system,
    order,
    shares.map(({ facilityId, units, status }) => ({ facilityId, units, hasAgreed: status === 'AGREED' })),
    standing.createdBy,
  );
  await tx.manager.update(OccurrenceShare, { id: In(shares.map(({ id }) => id)) }, { status: 'PASSED_ON' });
  if (!isBound) {
    const payload = { standingOrderId: standing.id, occurrenceId: occurrence.id };
    await emitStandingEvent(tx, standing.deskId, 'occurrence.open', payload);
  }
  return order.id;
}
