import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork, transition } from '#yui/platform';
import { amendmentTransitions } from './amendment.transitions.js';
import { emitOrderEvent, isDesk } from '#yui/orders';
import { lockAmendmentOfBuyer, lockAmendmentOfDesk } from './amendment.access.js';

export interface AmendmentInput {
  readonly idempotencyKey: string;
  readonly amendmentId: string;
}

/** The side that proposed it has thought better of it: the order stays as it is. */
@Injectable()
export class WithdrawAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (decided already) */
  async execute(actor: PersonActor, input: AmendmentInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('withdrawAmendment', actor, input, async (tx) => {
      const id = input.amendmentId;
      const { order, amendment } = isDesk(actor)
        ? await lockAmendmentOfDesk(tx, actor, { id, isProposedByBuyer: false })
        : await lockAmendmentOfBuyer(tx, actor, { id, isProposedByBuyer: true });
      await transition(tx, amendmentTransitions, amendment, 'withdraw');
      await emitOrderEvent(tx, order.deskId, 'amendment.withdrawn', {
        workOrderId: order.id,
        amendmentId: amendment.id,
      });
      return { workOrderId: order.id };
    });
  }
}
