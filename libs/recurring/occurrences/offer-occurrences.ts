import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfDesk, requireActive } from '../standing-orders/standing-order.access.js';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import type { StandingOrderInput } from '../standing-orders/withdraw-standing-order.js';
import { OccurrenceShare } from './occurrence-share.entity.js';

/** The desk asks the facilities about all dates it has planned for them, each facility once. */
@Injectable()
export class OfferOccurrences {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STANDING_ORDER.NOT_ACTIVE, OCCURRENCE.NOTHING_TO_OFFER */
  async execute(actor: PersonActor, input: StandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('offerOccurrences', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfDesk(tx, actor, input.standingOrderId);
      requireActive(standing);
      if ((await offerPlanned(tx, standing)) === 0) throw occurrenceErrors.NOTHING_TO_OFFER();
      return { standingOrderId: standing.id };
    });
  }
}

/**
 * @param only one date; omitted: all
 * @returns how many facilities are asked
 */
export async function offerPlanned(
  tx: Transaction,
  { id, deskId }: StandingOrder,
  only: Pick<FindOptionsWhere<OccurrenceShare>, 'occurrenceId'> = {},
): Promise<number> {
  const where = { ...only, standingOrderId: id, status: 'PLANNED' as const };
  const planned = await tx.manager.findBy(OccurrenceShare, where);
  const facilityIds = [...new Set(planned.map(({ facilityId }) => facilityId))].sort();
  await tx.manager.update(OccurrenceShare, where, { status: 'OFFERED', offeredAt: tx.now });
  for (const facilityId of facilityIds) {
    await emitStandingEvent(tx, deskId, 'occurrence-shares.offered', { standingOrderId: id, facilityId });
  }
  if (facilityIds.length > 0) {
    const fact = { deskId, subjectType: 'StandingOrder', subjectId: id };
    await tx.audit('standingOrder.offer', fact, { facilityIds, shares: planned.length });
  }
  return facilityIds.length;
}
