import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork, transition } from '#yui/platform';
import { questionTransitions } from './question.transitions.js';
import { lockQuestion, sideOf } from './question.access.js';

/** Who asked no longer needs the answer. */
@Injectable()
export class WithdrawQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for who did not ask), TRANSITION.NOT_ALLOWED (answered already) */
  async execute(
    actor: PersonActor,
    input: { readonly idempotencyKey: string; readonly questionId: string },
  ): Promise<{ questionId: string }> {
    return this.unitOfWork.command('withdrawQuestion', actor, input, async (tx) => {
      const { question } = await lockQuestion(tx, actor, input.questionId);
      if (question.askedBy !== sideOf(actor)) throw accessErrors.NOT_FOUND();
      await transition(tx, questionTransitions, question, 'withdraw');
      return { questionId: question.id };
    });
  }
}
