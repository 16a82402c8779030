import { feature } from '#yui/platform';
import { CloseYear } from './close-year.js';
import { ClosedRow } from './closed-row.entity.js';
import { ClosedYear } from './closed-year.entity.js';
import { ClosedYearQueries } from './closed-year.queries.js';

export const closing = feature({
  entities: [ClosedYear, ClosedRow],
  commands: [CloseYear],
  queries: [ClosedYearQueries],
  auditSentences: {
    closeYear: { ja: '年度の実績を締めました。', en: 'Closed a fiscal year.' },
    'closedYear.read': { ja: '締めた年度の実績を見ました。', en: 'Read a closed fiscal year.' },
  },
});
