import { feature } from '#yui/platform';
import { ExpireQuotes } from './expire-quotes.js';
import { IssueQuote } from './issue-quote.js';
import { PlaceOrder } from './place-order.js';
import { QuoteCandidate } from './quote-candidate.entity.js';
import { QuoteCharge } from './quote-charge.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStep } from './quote-step.entity.js';
import { Quote } from './quote.entity.js';
import { QuoteQueries } from './quote.queries.js';
import { RefuseQuote } from './refuse-quote.js';
import { ReviseQuote } from './revise-quote.js';

export const quotes = feature({
  entities: [QuoteCandidate, QuoteCharge, QuoteLine, QuoteStep, Quote],
  commands: [IssueQuote, PlaceOrder, RefuseQuote, ReviseQuote],
  queries: [QuoteQueries],
  deadlines: [ExpireQuotes],
  auditSentences: {
    'workOrder.tax': { ja: '明細の税区分を変えました。', en: 'Changed how a line is taxed.' },
    'quote.refuse': { ja: '見積をお断りしました。', en: 'Refused a quote.' },
    'quote.issue': { ja: '見積を発行しました。', en: 'Issued a quote.' },
    'quote.order': { ja: '見積のとおりに発注しました。', en: 'Ordered at the terms of a quote.' },
    'quote.revise': { ja: '見積を取り下げました。', en: 'Took a quote back.' },
    'quote.replace': { ja: '見積が新しい版に替わりました。', en: 'A new version replaced a quote.' },
    'quote.expire': { ja: '見積の有効期限が切れました。', en: 'A quote expired.' },
    'quote.drop': { ja: '案件が終わったため、見積は無効になりました。', en: 'A quote ended with its order.' },
  },
});
