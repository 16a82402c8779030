import { feature } from '#yui/platform';
import { AuditQueries } from './audit.queries.js';
import { OrderTimelines } from './order-timelines.js';

export const audit = feature({
  queries: [AuditQueries, OrderTimelines],
  auditSentences: {
    'auditEntries.read': { ja: '操作の記録を見ました。', en: 'Read the audit.' },
  },
});
