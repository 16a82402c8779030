import { feature } from '#yui/platform';
import { PaperPrinter } from './paper-printer.js';
import { Paper } from './paper.entity.js';
import { PaperHandler } from './paper.handler.js';
import { PaperQueries } from './paper.queries.js';

export const papers = feature({
  entities: [Paper],
  queries: [PaperQueries],
  parts: [PaperHandler, PaperPrinter],
  auditSentences: {
    'paper.issue': { ja: '書類を発行しました。', en: 'Issued a paper.' },
    'paper.read': { ja: '書類を表示しました。', en: 'Looked at a paper.' },
    'paper.download': { ja: '書類をダウンロードしました。', en: 'Downloaded a paper.' },
  },
});
