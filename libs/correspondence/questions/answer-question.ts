import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, requireText, UnitOfWork, transition } from '#yui/platform';
import { questionTransitions } from './question.transitions.js';
import { emitOrderEvent } from '#yui/orders';
import { lockQuestion, sideOf } from './question.access.js';

export interface AnswerQuestionInput {
  readonly idempotencyKey: string;
  readonly questionId: string;
  readonly answer: string;
  /** Of the desk to a facility: every facility of the order reads question and answer. Omitted: yes. */
  readonly isForAllFacilities?: boolean | null;
}

/** Who was asked answers. What the desk answers to one facility all of the order read, without who had asked. */
@Injectable()
export class AnswerQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for who was not asked), TRANSITION.NOT_ALLOWED (answered already), INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: AnswerQuestionInput): Promise<{ questionId: string }> {
    return this.unitOfWork.command('answerQuestion', actor, input, async (tx) => {
      const { order, question } = await lockQuestion(tx, actor, input.questionId);
      if (question.askedOf !== sideOf(actor)) throw accessErrors.NOT_FOUND();
      const isOfFacility = question.askedBy === 'FACILITY';
      await transition(tx, questionTransitions, question, 'answer', {
        answer: requireText('answer', input.answer, 2000),
        answeredByAccount: actor.accountId,
        answeredAt: tx.now,
        isForAllFacilities: isOfFacility && (input.isForAllFacilities ?? true),
      });
      await emitOrderEvent(tx, order.deskId, 'question.answered', { workOrderId: order.id, questionId: question.id });
      return { questionId: question.id };
    });
  }
}
