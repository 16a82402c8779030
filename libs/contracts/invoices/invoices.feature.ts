import { feature } from '#yui/platform';
import { CorrectInvoice } from './correct-invoice.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { Invoice } from './invoice.entity.js';
import { IssueInvoice } from './issue-invoice.js';

export const invoices = feature({
  entities: [InvoiceLine, Invoice],
  commands: [CorrectInvoice, IssueInvoice],
  auditSentences: {
    'invoice.issue': { ja: '請求書を発行しました。', en: 'Issued an invoice.' },
    'invoice.correct': { ja: '修正した請求書を発行しました。', en: 'Issued a corrected invoice.' },
  },
});
