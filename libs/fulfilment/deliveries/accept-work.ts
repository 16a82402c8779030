import { Injectable } from '@nestjs/common';
import { type PersonActor, Port, type Transaction, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import {
  emitOrderEvent,
  lockOrderOfBuyer,
  transitionOrder,
  onOwedChanged,
  type WorkOrder,
  type WorkOrderInput,
} from '#yui/orders';

/** The buyer takes the work as it is: what was still asked for has come too late. */
export const onAccepted = new Port<[tx: Transaction, order: WorkOrder]>('onAccepted');

/** The buyer accepts the finished work (検収). */
@Injectable()
export class AcceptWork {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('acceptWork', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      await completeOrder(tx, order, 'accept');
      return { workOrderId: order.id };
    });
  }
}

/** Delivered work is accepted, by the buyer or by its silence; the shares are complete. Needs the lock of the order. */
export async function completeOrder(
  tx: Transaction,
  order: WorkOrder,
  action: 'accept' | 'deemAccepted',
): Promise<void> {
  await transitionOrder(tx, order, action, { acceptedAt: tx.now });
  await onAccepted.run(tx, order);
  const finished = await tx.manager.find(Assignment, {
    where: { workOrderId: order.id, status: 'INSPECTED' },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const assignment of finished) await transitionAssignment(tx, assignment, 'complete');
  await emitOrderEvent(tx, order.deskId, 'work-order.accepted', { workOrderId: order.id });
  await onOwedChanged.run(tx, order);
}
