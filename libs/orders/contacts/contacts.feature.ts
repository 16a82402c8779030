import { feature } from '#yui/platform';
import { ContactQueries } from './contact.queries.js';
import { OrderContact } from './order-contact.entity.js';
import { SetOrderContact } from './set-order-contact.js';

export const contacts = feature({
  entities: [OrderContact],
  commands: [SetOrderContact],
  queries: [ContactQueries],
  auditSentences: {
    'workOrder.setContact': {
      ja: '発注者の注文番号・担当者を変更しました。',
      en: 'Changed the buyer’s own number of an order or whom to ask.',
    },
  },
});
