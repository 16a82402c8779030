import { AnswerShareChange } from './answer-share-change.js';
import { ProposeShareChange } from './propose-share-change.js';
import { RemindShareChanges } from './remind-share-changes.js';
import { ShareChange } from './share-change.entity.js';
import { ShareChangeQueries } from './share-change.queries.js';
import { WithdrawShareChange } from './withdraw-share-change.js';

/** All that belongs to asking a facility for another share than it accepted, for the module. */
export const shareChanges = {
  entities: [ShareChange],
  queries: [ShareChangeQueries],
  commands: [ProposeShareChange, WithdrawShareChange, AnswerShareChange],
  deadlines: [RemindShareChanges],
};
