import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork, transition } from '#yui/platform';
import { amendmentTransitions } from './amendment.transitions.js';
import { emitOrderEvent } from '#yui/orders';
import { lockAmendmentOfDesk } from './amendment.access.js';
import type { AmendmentInput } from './withdraw-amendment.js';

/** The desk cannot do it differently, and tells the buyer why. The order stays as it is. */
@Injectable()
export class RefuseAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (decided or withdrawn already), INPUT.TEXT_EMPTY */
  async execute(
    actor: PersonActor,
    input: AmendmentInput & { readonly reason: string },
  ): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('refuseAmendment', actor, input, async (tx) => {
      const { order, amendment } = await lockAmendmentOfDesk(tx, actor, {
        id: input.amendmentId,
        isProposedByBuyer: true,
      });
      const refusalReason = requireText('reason', input.reason, 1000);
      await transition(tx, amendmentTransitions, amendment, 'refuse', { refusalReason, decidedAt: tx.now });
      await emitOrderEvent(tx, order.deskId, 'amendment.refused', {
        workOrderId: order.id,
        amendmentId: amendment.id,
      });
      return { workOrderId: order.id };
    });
  }
}
