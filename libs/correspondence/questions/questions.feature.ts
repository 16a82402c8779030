import { feature } from '#yui/platform';
import { AnswerQuestion } from './answer-question.js';
import { AskQuestion } from './ask-question.js';
import { PassOnQuestion } from './pass-on-question.js';
import { Question } from './question.entity.js';
import { QuestionQueries } from './question.queries.js';
import { WithdrawQuestion } from './withdraw-question.js';

export const questions = feature({
  entities: [Question],
  commands: [AnswerQuestion, AskQuestion, PassOnQuestion, WithdrawQuestion],
  queries: [QuestionQueries],
  auditSentences: {
    'question.ask': { ja: '質問しました。', en: 'Asked a question.' },
    'question.answer': { ja: '質問に答えました。', en: 'Answered a question.' },
    'question.passOn': { ja: '質問を発注者に取り次ぎました。', en: 'Passed a question on.' },
    'question.withdraw': { ja: '質問を取り下げました。', en: 'Withdrew a question.' },
  },
});
