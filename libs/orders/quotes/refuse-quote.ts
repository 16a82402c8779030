import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork, transition } from '#yui/platform';
import { quoteTransitions } from './quote.transitions.js';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { lockOrderOfBuyer } from '../work-orders/work-order.access.js';
import { Quote } from './quote.entity.js';
import { requireOpen } from './require-open.js';

export interface RefuseQuoteInput {
  readonly idempotencyKey: string;
  readonly quoteId: string;
  readonly reason: string;
}

/** The buyer does not want it at these terms, and says why. The desk may quote again, or end the order. */
@Injectable()
export class RefuseQuote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, QUOTE.EXPIRED, .REPLACED, .TAKEN_BACK, TRANSITION.NOT_ALLOWED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: RefuseQuoteInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('refuseQuote', actor, input, async (tx) => {
      const { workOrderId } = await tx.get(Quote, { id: input.quoteId });
      const order = await lockOrderOfBuyer(tx, actor, workOrderId);
      const quote = await tx.get(Quote, { id: input.quoteId });
      requireOpen(quote, tx.now);
      const refusalReason = requireText('reason', input.reason, 1000);
      await transitionOrder(tx, order, 'refuseQuote');
      await transition(tx, quoteTransitions, quote, 'refuse', { refusalReason });
      await emitOrderEvent(tx, order.deskId, 'quote.refused', { workOrderId: order.id, quoteId: quote.id });
      return { workOrderId: order.id };
    });
  }
}
