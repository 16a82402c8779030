import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { lockOrderOfBuyer } from '../work-orders/work-order.access.js';
import type { WorkOrderInput } from '../work-orders/work-order.input.js';
import { requireDueDate } from './work-order-content.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';

/** A buyer sends a draft to the desk. */
@Injectable()
export class SubmitWorkOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, WORK_ORDER.DUE_DATE_TOO_EARLY (the draft lay too long) */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('submitWorkOrder', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      await transitionOrder(tx, order, 'submit', { submittedAt: tx.now });
      for (const line of await tx.manager.findBy(WorkOrderLine, { workOrderId: order.id })) {
        requireDueDate(tx, line.dueOn);
      }
      await emitOrderEvent(tx, order.deskId, 'work-order.submitted', { workOrderId: order.id });
      return { workOrderId: order.id };
    });
  }
}
