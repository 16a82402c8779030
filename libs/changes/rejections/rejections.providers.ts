import { AnswerRejection } from './answer-rejection.js';
import { AskRework } from './ask-rework.js';
import { DeemAccepted } from './deem-accepted.js';
import { RejectWork } from './reject-work.js';
import { RejectionQueries } from './rejection.queries.js';
import { WorkRejectionLine } from './work-rejection-line.entity.js';
import { WorkRejection } from './work-rejection.entity.js';

/** All that belongs to a buyer's no to delivered work, and to its silence, for the module. */
export const rejections = {
  entities: [WorkRejection, WorkRejectionLine],
  queries: [RejectionQueries],
  commands: [RejectWork, AskRework, AnswerRejection],
  deadlines: [DeemAccepted],
};
