import { feature } from '#yui/platform';
import { RecordExport } from './record-export.js';

export const exports = feature({
  queries: [RecordExport],
  auditSentences: { 'list.export': { ja: '一覧を書き出しました。', en: 'Exported a list.' } },
});
