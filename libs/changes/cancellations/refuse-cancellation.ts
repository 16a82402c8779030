import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork, transition } from '#yui/platform';
import { cancellationTransitions } from './cancellation.transitions.js';
import { emitOrderEvent, lockOrderOfDesk } from '#yui/orders';
import { cancellationErrors } from './cancellation.errors.js';
import { openCancellation, type ReasonedOrderInput } from './request-cancellation.js';

/** The desk cannot stop the work any more, and tells the buyer why. The order goes on. */
@Injectable()
export class RefuseCancellation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CANCELLATION.NOT_ASKED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReasonedOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('refuseCancellation', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      const cancellation = await openCancellation(tx, order);
      if (!cancellation) throw cancellationErrors.NOT_ASKED();
      const refusalReason = requireText('reason', input.reason, 1000);
      await transition(tx, cancellationTransitions, cancellation, 'refuse', { refusalReason, decidedAt: tx.now });
      await emitOrderEvent(tx, order.deskId, 'cancellation.refused', {
        workOrderId: order.id,
        cancellationId: cancellation.id,
      });
      return { workOrderId: order.id };
    });
  }
}
