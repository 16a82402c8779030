import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { lockCallOfDesk } from './call.access.js';
import { callErrors } from './call.errors.js';
import { CallQuestion } from './call-question.entity.js';
import { callTransitions } from './call.transitions.js';

export interface AnswerCallQuestionInput {
  readonly idempotencyKey: string;
  readonly callQuestionId: string;
  readonly answer: string;
}

/** The desk answers a question for all who were called. */
@Injectable()
export class AnswerCallQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CALL.OVER, CALL.QUESTION_ANSWERED, INPUT.* */
  async execute(actor: PersonActor, input: AnswerCallQuestionInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('answerCallQuestion', actor, input, async (tx) => {
      const own = { id: input.callQuestionId, deskId: actor.organisationId };
      const { callId } = await tx.get(CallQuestion, own);
      const call = await lockCallOfDesk(tx, actor, callId);
      if (!callTransitions.can(call.status, 'answerQuestion')) throw callErrors.OVER();
      // Read again: only under the lock of its call is it certain that nobody has answered.
      const question = await tx.get(CallQuestion, own);
      if (question.answer !== null) throw callErrors.QUESTION_ANSWERED();
      const answer = requireText('answer', input.answer, 2000);
      await tx.manager.update(CallQuestion, { id: question.id }, { answer, answeredAt: tx.now });
      await tx.audit(
        'call.answerQuestion',
        { deskId: call.deskId, subjectType: 'CallQuestion', subjectId: question.id },
        { callId },
      );
      await emitOrderEvent(tx, call.deskId, 'call.question-answered', {
        workOrderId: call.workOrderId,
        callId,
        callQuestionId: question.id,
      });
      return { callId };
    });
  }
}
