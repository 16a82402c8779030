import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { type PersonActor, transition, UnitOfWork } from '#yui/platform';
import { facilityPriceOf, lockStandingOrderOfBuyer } from '../standing-orders/standing-order.access.js';
import { priceDates } from '../standing-orders/price-dates.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { StandingOrderSite } from '../standing-orders/standing-order-site.entity.js';
import { standingOrderErrors } from '../standing-orders/standing-order.errors.js';
import { standingOrderTransitions } from '../standing-orders/standing-order.transitions.js';
import type { StandingOrderInput } from '../standing-orders/withdraw-standing-order.js';
import { insertOccurrences } from './insert-occurrences.js';

/** The buyer agrees to the whole period at once. Its dates, as far as they are to come, are written with their prices. */
@Injectable()
export class AgreeStandingOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, STANDING_ORDER.NO_DATES (all have passed) */
  async execute(actor: PersonActor, input: StandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('agreeStandingOrder', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfBuyer(tx, actor, input.standingOrderId);
      await transition(tx, standingOrderTransitions, standing, 'agree', { decidedAt: tx.now });
      const sites = await tx.manager.find(StandingOrderSite, {
        where: { standingOrderId: standing.id },
        order: { position: 'ASC' },
      });
      const today = todayInTokyo(tx.now);
      const coming = priceDates(standing, sites, await facilityPriceOf(tx, standing))
        .map((date) => ({ ...date, origin: 'RHYTHM' as const }))
        .filter(({ dueOn }) => dueOn > today);
      if (standing.rhythm.kind !== 'ON_CALL' && coming.length === 0) throw standingOrderErrors.NO_DATES();
      await insertOccurrences(tx, standing, coming);
      await emitStandingEvent(tx, standing.deskId, 'standing-order.agreed', { standingOrderId: standing.id });
      return { standingOrderId: standing.id };
    });
  }
}
