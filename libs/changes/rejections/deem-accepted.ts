import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { emitOrderEvent, OrderTerms, Quote, WorkOrder } from '#yui/orders';
import { completeOrder } from '#yui/fulfilment';

const MAX_ORDERS = 50;

/**
 * みなし検収: where the quote says so, delivered work counts as accepted when the buyer has said nothing until the end of
 * its days. Called by the worker again and again.
 */
@Injectable()
export class DeemAccepted {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many orders were accepted; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const orders = await tx.manager
        .createQueryBuilder(WorkOrder, 'work_order')
        .innerJoin(Quote, 'quote', `quote.work_order_id = work_order.id AND quote.status = 'ACCEPTED'`)
        .innerJoin(OrderTerms, 'terms', 'terms.work_order_id = work_order.id')
        .where(`work_order.status = 'DELIVERED' AND quote.is_deemed_accepted`)
        .andWhere(
          `(work_order.delivered_at AT TIME ZONE 'Asia/Tokyo')::date + terms.acceptance_days < CAST(:today AS date)`,
          { today: todayInTokyo(tx.now) },
        )
        .orderBy('work_order.id')
        .limit(MAX_ORDERS)
        .setLock('pessimistic_write', undefined, ['work_order'])
        .setOnLocked('skip_locked')
        .getMany();
      for (const order of orders) {
        await completeOrder(tx, order, 'deemAccepted');
        await emitOrderEvent(tx, order.deskId, 'work-order.deemed-accepted', { workOrderId: order.id });
      }
      return orders.length;
    });
  }
}
