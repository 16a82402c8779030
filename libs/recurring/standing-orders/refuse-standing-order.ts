import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, transition, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfBuyer } from './standing-order.access.js';
import { emitStandingEvent } from './standing-order.events.js';
import { standingOrderTransitions } from './standing-order.transitions.js';

export interface RefuseStandingOrderInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  readonly reason: string;
}

/** The buyer does not want it at these terms, and says why. */
@Injectable()
export class RefuseStandingOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: RefuseStandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('refuseStandingOrder', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfBuyer(tx, actor, input.standingOrderId);
      const refusalReason = requireText('reason', input.reason, 1000);
      await transition(tx, standingOrderTransitions, standing, 'refuse', { refusalReason, decidedAt: tx.now });
      await emitStandingEvent(tx, standing.deskId, 'standing-order.refused', { standingOrderId: standing.id });
      return { standingOrderId: standing.id };
    });
  }
}
