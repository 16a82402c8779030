import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { type PersonActor, requireText, transition, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfDesk } from '../standing-orders/standing-order.access.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { standingOrderTransitions } from '../standing-orders/standing-order.transitions.js';
import { OccurrenceShare, STANDING_STATES } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';
import { withdrawShares } from './withdraw-shares.js';

export interface EndStandingOrderInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  readonly reason: string;
}

/** Ends it before its time: what is no order yet is omitted; orders go on, and are cancelled one by one where they must be. */
@Injectable()
export class EndStandingOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: EndStandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('endStandingOrder', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfDesk(tx, actor, input.standingOrderId);
      const skipReason = requireText('reason', input.reason, 500);
      const endedOn = todayInTokyo(tx.now);
      await transition(tx, standingOrderTransitions, standing, 'end', { endedOn });
      const shares = await tx.manager.findBy(OccurrenceShare, {
        standingOrderId: standing.id,
        status: In([...STANDING_STATES]),
      });
      await withdrawShares(tx, standing, shares, skipReason);
      const coming = { standingOrderId: standing.id, status: 'COMING' as const };
      await tx.manager.update(Occurrence, coming, { status: 'SKIPPED', skipReason });
      await emitStandingEvent(tx, standing.deskId, 'standing-order.ended', { standingOrderId: standing.id });
      return { standingOrderId: standing.id };
    });
  }
}
