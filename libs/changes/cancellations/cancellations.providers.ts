import { CancelWorkOrder } from './cancel-work-order.js';
import { Cancellation } from './cancellation.entity.js';
import { CancellationQueries } from './cancellation.queries.js';
import { RefuseCancellation } from './refuse-cancellation.js';
import { RequestCancellation } from './request-cancellation.js';
import { WithdrawCancellation } from './withdraw-cancellation.js';

/** All that belongs to cancelling an order, for the module. */
export const cancellations = {
  entities: [Cancellation],
  queries: [CancellationQueries],
  commands: [RequestCancellation, WithdrawCancellation, RefuseCancellation, CancelWorkOrder],
};
