import { feature } from '#yui/platform';
import { PrintReport } from './print-report.js';
import { RecordExport } from './record-export.js';

export const exports = feature({
  queries: [PrintReport, RecordExport],
  auditSentences: { 'list.export': { ja: '一覧を書き出しました。', en: 'Exported a list.' } },
});
