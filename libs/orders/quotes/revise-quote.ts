import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { transitionOrder } from '../work-orders/transition-order.js';
import type { WorkOrderInput } from '../work-orders/work-order.input.js';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';
import { takeBackQuote } from './take-back-quote.js';

/** The desk takes back the quote the buyer has not answered yet, to make another: other prices, another contract type. */
@Injectable()
export class ReviseQuote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (nothing is open, or it was ordered already) */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('reviseQuote', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      await transitionOrder(tx, order, 'reviseQuote');
      await takeBackQuote(tx, order);
      return { workOrderId: order.id };
    });
  }
}
