import { AnswerShareChange } from '../share-changes/answer-share-change.js';
import { ProposeShareChange } from '../share-changes/propose-share-change.js';
import { ShareChange } from '../share-changes/share-change.entity.js';
import { ShareChangeQueries } from '../share-changes/share-change.queries.js';
import { RemindShareChanges } from '../share-changes/remind-share-changes.js';
import { WithdrawShareChange } from '../share-changes/withdraw-share-change.js';
import { AcceptAmendment } from './accept-amendment.js';
import { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';
import { AmendmentQueries } from './amendment.queries.js';
import { PreviewAmendment } from './preview-amendment.js';
import { ProposeAmendment } from './propose-amendment.js';
import { RefuseAmendment } from './refuse-amendment.js';
import { WithdrawAmendment } from './withdraw-amendment.js';

/** All that belongs to changing an order after it was placed, for the module. */
export const amendments = {
  entities: [Amendment, AmendmentLine, ShareChange],
  queries: [AmendmentQueries, ShareChangeQueries],
  commands: [
    ProposeAmendment,
    WithdrawAmendment,
    PreviewAmendment,
    AcceptAmendment,
    RefuseAmendment,
    ProposeShareChange,
    WithdrawShareChange,
    AnswerShareChange,
  ],
  deadlines: [RemindShareChanges],
};
