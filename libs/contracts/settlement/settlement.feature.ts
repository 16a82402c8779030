import { feature } from '#yui/platform';
import { SettlementLine } from './settlement-line.entity.js';

export const settlement = feature({
  entities: [SettlementLine],
  auditSentences: {
    'settlement.book': { ja: '精算を記帳しました。', en: 'Booked a settlement.' },
  },
});
