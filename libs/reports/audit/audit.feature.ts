import { feature } from '#yui/platform';
import { AuditQueries } from './audit.queries.js';

export const audit = feature({
  queries: [AuditQueries],
  auditSentences: {
    'auditEntries.read': { ja: '操作の記録を見ました。', en: 'Read the audit.' },
  },
});
