import { feature } from '#yui/platform';
import { AddFeeRule } from './add-fee-rule.js';
import { BuyerTerms } from './buyer-terms.entity.js';
import { DeskTerms } from './desk-terms.entity.js';
import { EndFeeRule } from './end-fee-rule.js';
import { FeeRule } from './fee-rule.entity.js';
import { InvoiceIssuer } from './invoice-issuer.entity.js';
import { SetBuyerTerms } from './set-buyer-terms.js';
import { SetDeskTerms } from './set-desk-terms.js';
import { SetInvoiceIssuer } from './set-invoice-issuer.js';
import { TermsQueries } from './terms.queries.js';

export const terms = feature({
  entities: [BuyerTerms, DeskTerms, FeeRule, InvoiceIssuer],
  commands: [AddFeeRule, EndFeeRule, SetBuyerTerms, SetDeskTerms, SetInvoiceIssuer],
  queries: [TermsQueries],
  auditSentences: {
    'buyerTerms.set': { ja: '発注者との支払条件を変更しました。', en: 'Changed the terms with a buyer.' },
    'deskTerms.set': { ja: '窓口の取引条件を変更しました。', en: 'Changed the terms of the desk.' },
    'feeRule.add': { ja: '手数料の決まりを追加しました。', en: 'Added a fee rule.' },
    'feeRule.end': { ja: '手数料の決まりを終了しました。', en: 'Ended a fee rule.' },
    'invoiceIssuer.set': { ja: '請求書の発行者情報を変更しました。', en: 'Changed who issues invoices.' },
  },
});
