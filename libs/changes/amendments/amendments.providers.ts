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
  entities: [Amendment, AmendmentLine],
  queries: [AmendmentQueries],
  commands: [ProposeAmendment, WithdrawAmendment, PreviewAmendment, AcceptAmendment, RefuseAmendment],
};
