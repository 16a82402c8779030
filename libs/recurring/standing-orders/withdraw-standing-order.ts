import { Injectable } from '@nestjs/common';
import { type PersonActor, transition, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfDesk } from './standing-order.access.js';
import { emitStandingEvent } from './standing-order.events.js';
import { standingOrderTransitions } from './standing-order.transitions.js';

export interface StandingOrderInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
}

/** The desk takes a proposal back before the buyer has answered: to make another, or none. */
@Injectable()
export class WithdrawStandingOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: StandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('withdrawStandingOrder', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfDesk(tx, actor, input.standingOrderId);
      await transition(tx, standingOrderTransitions, standing, 'withdraw', { decidedAt: tx.now });
      await emitStandingEvent(tx, standing.deskId, 'standing-order.withdrawn', { standingOrderId: standing.id });
      return { standingOrderId: standing.id };
    });
  }
}
