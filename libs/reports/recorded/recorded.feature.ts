import { feature } from '#yui/platform';
import { ImportResults } from './import-results.js';
import { RecordResults } from './record-results.js';
import { RecordedResult } from './recorded-result.entity.js';
import { RecordedResultQueries } from './recorded-result.queries.js';
import { RemoveRecordedResult } from './remove-recorded-result.js';

export const recorded = feature({
  entities: [RecordedResult],
  commands: [ImportResults, RecordResults, RemoveRecordedResult],
  queries: [RecordedResultQueries],
  auditSentences: {
    importResults: { ja: '前からの実績をファイルから取り込みました。', en: 'Imported results of before from a file.' },
    recordResults: { ja: '実績を記録しました。', en: 'Recorded results.' },
    removeRecordedResult: { ja: '記録した実績を取り消しました。', en: 'Took back a recorded result.' },
  },
});
