import { feature } from '#yui/platform';
import { JointOrderQueries } from './joint-orders.queries.js';
import { ReportQueries } from './report.queries.js';

export const results = feature({
  queries: [JointOrderQueries, ReportQueries],
  auditSentences: {
    'jointOrderResults.read': { ja: '共同受注の実績の表を見ました。', en: 'Read the table of joint orders.' },
    'contractResults.read': { ja: '実績表を見ました。', en: 'Read the table of results.' },
  },
});
