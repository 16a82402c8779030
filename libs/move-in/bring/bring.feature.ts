import { feature } from '#yui/platform';
import { ImportWorkbook } from './import-workbook.js';
import { MoveInRow } from './move-in-row.entity.js';
import { MoveInQueries } from './move-in.queries.js';

export const bring = feature({
  entities: [MoveInRow],
  commands: [ImportWorkbook],
  queries: [MoveInQueries],
  auditSentences: {
    'moveIn.import': { ja: '移行ブックを取り込みました。', en: 'Imported the workbook of a desk that moved in.' },
  },
});
