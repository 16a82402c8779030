import { feature } from '#yui/platform';
import { ReportQueries } from './report.queries.js';

export const results = feature({
  queries: [ReportQueries],
  auditSentences: {
    'contractResults.read': { ja: '実績表を見ました。', en: 'Read the table of results.' },
  },
});
