import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { dropOpenQuotes } from '../quotes/drop-open-quotes.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import type { WorkOrderInput } from '../work-orders/work-order.input.js';
import { lockOrderOfBuyer } from '../work-orders/work-order.access.js';

/** A buyer takes an order back before it is binding. */
@Injectable()
export class WithdrawWorkOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (it was ordered already) */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('withdrawWorkOrder', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      const isKnownToDesk = order.status !== 'DRAFT';
      await transitionOrder(tx, order, 'withdraw');
      await dropOpenQuotes(tx, order, 'drop');
      if (isKnownToDesk) await emitOrderEvent(tx, order.deskId, 'work-order.withdrawn', { workOrderId: order.id });
      return { workOrderId: order.id };
    });
  }
}
