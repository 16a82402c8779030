import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { dropOpenQuotes } from '../quotes/drop-open-quotes.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';

export interface RejectWorkOrderInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly reason: string;
}

/** The desk cannot serve an order, and tells the buyer why. */
@Injectable()
export class RejectWorkOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: RejectWorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('rejectWorkOrder', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      const rejectionReason = requireText('reason', input.reason, 1000);
      await transitionOrder(tx, order, 'reject', { rejectionReason });
      await dropOpenQuotes(tx, order, 'drop');
      await emitOrderEvent(tx, order.deskId, 'work-order.rejected', { workOrderId: order.id });
      return { workOrderId: order.id };
    });
  }
}
