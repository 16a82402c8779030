import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork, transition } from '#yui/platform';
import { questionTransitions } from './question.transitions.js';
import { addQuestion } from './ask-question.js';
import { lockQuestion } from './question.access.js';
import { questionErrors } from './question.errors.js';

export interface PassOnQuestionInput {
  readonly idempotencyKey: string;
  readonly questionId: string;
  /** In the words of the desk: who had asked is not to be read in them. */
  readonly body: string;
}

/** The desk asks the buyer what a facility wants to know. Which facility it was the buyer never learns. */
@Injectable()
export class PassOnQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, QUESTION.NOT_PASSED_ON, TRANSITION.NOT_ALLOWED (answered already), INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: PassOnQuestionInput): Promise<{ questionId: string }> {
    return this.unitOfWork.command('passOnQuestion', actor, input, async (tx) => {
      const { order, question } = await lockQuestion(tx, actor, input.questionId);
      if (question.askedBy !== 'FACILITY') throw questionErrors.NOT_PASSED_ON();
      await transition(tx, questionTransitions, question, 'passOn');
      const questionId = await addQuestion(tx, actor, order, {
        askedBy: 'DESK',
        askedOf: 'BUYER',
        assignmentId: null,
        facilityId: null,
        passedOnFromId: question.id,
        body: requireText('body', input.body, 2000),
      });
      return { questionId };
    });
  }
}
