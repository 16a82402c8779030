import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork, transition } from '#yui/platform';
import { cancellationTransitions } from './cancellation.transitions.js';
import { emitOrderEvent, lockOrderOfBuyer, type WorkOrderInput } from '#yui/orders';
import { cancellationErrors } from './cancellation.errors.js';
import { openCancellation } from './request-cancellation.js';

/** The buyer has thought better of it: the order goes on. */
@Injectable()
export class WithdrawCancellation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CANCELLATION.NOT_ASKED */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('withdrawCancellation', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      const cancellation = await openCancellation(tx, order);
      if (!cancellation) throw cancellationErrors.NOT_ASKED();
      await transition(tx, cancellationTransitions, cancellation, 'withdraw');
      await emitOrderEvent(tx, order.deskId, 'cancellation.withdrawn', {
        workOrderId: order.id,
        cancellationId: cancellation.id,
      });
      return { workOrderId: order.id };
    });
  }
}
