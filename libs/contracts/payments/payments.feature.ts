import { feature } from '#yui/platform';
import { PaymentPart } from './payment-part.entity.js';
import { Payment } from './payment.entity.js';
import { RecordPayment } from './record-payment.js';
import { ReversePayment } from './reverse-payment.js';

export const payments = feature({
  entities: [PaymentPart, Payment],
  commands: [RecordPayment, ReversePayment],
  auditSentences: {
    'payment.recordRepayment': { ja: '払いすぎた分の返金を記録しました。', en: 'Recorded a repayment.' },
    'payment.record': { ja: '支払いを記録しました。', en: 'Recorded a payment.' },
    'payment.reverse': { ja: '支払いの記録を取り消しました。', en: 'Reversed a payment.' },
  },
});
