import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork, transition } from '#yui/platform';
import { amendmentTransitions } from './amendment.transitions.js';
import { emitOrderEvent } from '#yui/orders';
import { lockAmendmentOfBuyer } from './amendment.access.js';

export interface AmendmentInput {
  readonly idempotencyKey: string;
  readonly amendmentId: string;
}

/** The buyer has thought better of it: the order stays as it is. */
@Injectable()
export class WithdrawAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (decided already) */
  async execute(actor: PersonActor, input: AmendmentInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('withdrawAmendment', actor, input, async (tx) => {
      const { order, amendment } = await lockAmendmentOfBuyer(tx, actor, input.amendmentId);
      await transition(tx, amendmentTransitions, amendment, 'withdraw');
      await emitOrderEvent(tx, order.deskId, 'amendment.withdrawn', {
        workOrderId: order.id,
        amendmentId: amendment.id,
      });
      return { workOrderId: order.id };
    });
  }
}
