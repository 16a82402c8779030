import { feature } from '#yui/platform';
import { CancelWorkOrder } from './cancel-work-order.js';
import { Cancellation } from './cancellation.entity.js';
import { CancellationQueries } from './cancellation.queries.js';
import { RefuseCancellation } from './refuse-cancellation.js';
import { RequestCancellation } from './request-cancellation.js';
import { WithdrawCancellation } from './withdraw-cancellation.js';

export const cancellations = feature({
  entities: [Cancellation],
  commands: [CancelWorkOrder, RefuseCancellation, RequestCancellation, WithdrawCancellation],
  queries: [CancellationQueries],
  auditSentences: {
    'cancellation.request': { ja: 'キャンセルを申し込みました。', en: 'Asked for a cancellation.' },
    'cancellation.withdraw': { ja: 'キャンセルの申し込みを取り下げました。', en: 'Withdrew a request to cancel.' },
    'cancellation.grant': { ja: 'キャンセルを認めました。', en: 'Granted a cancellation.' },
    'cancellation.refuse': { ja: 'キャンセルをお断りしました。', en: 'Refused a cancellation.' },
    'cancellation.finish': { ja: 'キャンセルの手続きが終わりました。', en: 'A cancellation was finished.' },
  },
});
