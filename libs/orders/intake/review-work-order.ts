import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { transitionOrder } from '../work-orders/transition-order.js';
import type { WorkOrderInput } from '../work-orders/work-order.input.js';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';

/** A coordinator takes a submitted order up. */
@Injectable()
export class ReviewWorkOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('reviewWorkOrder', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      await transitionOrder(tx, order, 'review');
      return { workOrderId: order.id };
    });
  }
}
