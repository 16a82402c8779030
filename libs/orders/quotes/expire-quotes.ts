import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork, transition } from '#yui/platform';
import { quoteTransitions } from './quote.transitions.js';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { Quote } from './quote.entity.js';
import { isPastItsDays } from './require-open.js';

const BATCH = 50;

/** Ends quotes whose last day has passed. Called by the worker again and again. */
@Injectable()
export class ExpireQuotes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many orders were looked at; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      // The order is locked first, as everybody does; orders somebody is working on are left for the next round.
      const orders = await tx.manager
        .createQueryBuilder(WorkOrder, 'work_order')
        .innerJoin(Quote, 'quote', `quote.work_order_id = work_order.id AND quote.status = 'ISSUED'`)
        .where('quote.valid_until < :now', { now: tx.now })
        .andWhere(`work_order.status = 'QUOTED'`)
        .orderBy('work_order.id')
        .limit(BATCH)
        .setLock('pessimistic_write', undefined, ['work_order'])
        .setOnLocked('skip_locked')
        .getMany();
      for (const order of orders) {
        // Read under the lock: the desk may have quoted again while the order was looked for.
        const quote = await tx.get(Quote, { workOrderId: order.id, status: 'ISSUED' });
        if (!isPastItsDays(quote, tx.now)) continue;
        await transition(tx, quoteTransitions, quote, 'expire');
        await transitionOrder(tx, order, 'expireQuote');
        await emitOrderEvent(tx, order.deskId, 'quote.expired', { workOrderId: order.id, quoteId: quote.id });
      }
      return orders.length;
    });
  }
}
