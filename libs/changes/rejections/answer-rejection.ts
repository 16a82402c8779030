import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, transition, UnitOfWork } from '#yui/platform';
import { emitOrderEvent, lockOrderOfDesk } from '#yui/orders';
import { advanceOrder } from '#yui/fulfilment';
import { rejectionTransitions } from './rejection.transitions.js';
import { WorkRejection } from './work-rejection.entity.js';

export interface AnswerRejectionInput {
  readonly idempotencyKey: string;
  readonly rejectionId: string;
  /** What is done about it and until when, for the buyer to read. */
  readonly answer: string;
}

/**
 * The desk tells the buyer what it does about the no. From here on the order is delivered again as soon as all that went
 * back is made good; at once, when nothing went back.
 */
@Injectable()
export class AnswerRejection {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INPUT.* */
  async execute(actor: PersonActor, input: AnswerRejectionInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('answerRejection', actor, input, async (tx) => {
      const { workOrderId } = await tx.get(WorkRejection, { id: input.rejectionId, deskId: actor.organisationId });
      const order = await lockOrderOfDesk(tx, actor, workOrderId);
      const rejection = await tx.lock(WorkRejection, { id: input.rejectionId });
      const answer = requireText('answer', input.answer, 1000);
      const answered = { answer, answeredAt: tx.now };
      await transition(tx, rejectionTransitions, rejection, 'answer', answered, { workOrderId });
      await emitOrderEvent(tx, order.deskId, 'work-order.rejection-answered', {
        workOrderId,
        rejectionId: rejection.id,
      });
      await advanceOrder(tx, order);
      return { workOrderId };
    });
  }
}
