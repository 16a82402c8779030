import { feature } from '#yui/platform';
import { AnswerRejection } from './answer-rejection.js';
import { AskRework } from './ask-rework.js';
import { DeemAccepted } from './deem-accepted.js';
import { RejectWork } from './reject-work.js';
import { RejectionQueries } from './rejection.queries.js';
import { WorkRejectionLine } from './work-rejection-line.entity.js';
import { WorkRejection } from './work-rejection.entity.js';

export const rejections = feature({
  entities: [WorkRejectionLine, WorkRejection],
  commands: [AnswerRejection, AskRework, RejectWork],
  queries: [RejectionQueries],
  deadlines: [DeemAccepted],
  auditSentences: {
    'workRejection.open': { ja: '不合格を申し入れました。', en: 'Objected to delivered work.' },
    'workRejection.answer': { ja: '不合格の申し入れに答えました。', en: 'Answered an objection.' },
  },
});
