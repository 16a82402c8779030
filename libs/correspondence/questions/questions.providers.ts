import { AnswerQuestion } from './answer-question.js';
import { AskQuestion } from './ask-question.js';
import { PassOnQuestion } from './pass-on-question.js';
import { Question } from './question.entity.js';
import { QuestionQueries } from './question.queries.js';
import { WithdrawQuestion } from './withdraw-question.js';

/** All that belongs to questions about an order, for the module. */
export const questions = {
  entities: [Question],
  queries: [QuestionQueries],
  commands: [AskQuestion, AnswerQuestion, PassOnQuestion, WithdrawQuestion],
};
