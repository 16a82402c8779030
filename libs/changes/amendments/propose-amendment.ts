import { Injectable } from '@nestjs/common';
import { emitOrderEvent, lockOrderOfBuyer, WorkOrder } from '#yui/orders';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { addAmendment, askBeforeAmending, type ProposedChange } from './add-amendment.js';

export interface ProposeAmendmentInput extends ProposedChange {
  readonly idempotencyKey: string;
}

/** A buyer proposes to change quantity, date or specification of an order it has placed. The desk decides. */
@Injectable()
export class ProposeAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, AMENDMENT.*, QUOTE.AMOUNT_TOO_LARGE, WORK_ORDER.DUE_DATE_*, OCCURRENCE.CEILING_EXCEEDED, INPUT.* */
  async execute(
    actor: PersonActor,
    input: ProposeAmendmentInput,
  ): Promise<{ workOrderId: string; amendmentId: string }> {
    return this.unitOfWork.command('proposeAmendment', actor, input, async (tx) => {
      await tx.get(WorkOrder, { id: input.workOrderId, buyerId: actor.organisationId });
      await askBeforeAmending(tx, input);
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      const { id } = await addAmendment(tx, actor, order, { ...input, isProposedByBuyer: true });
      await emitOrderEvent(tx, order.deskId, 'amendment.proposed', { workOrderId: order.id, amendmentId: id });
      return { workOrderId: order.id, amendmentId: id };
    });
  }
}
