import { composeAcceptanceNote } from './kinds/acceptance-note.js';
import { composeAllocationNotice } from './kinds/allocation-notice.js';
import { composeContract } from './kinds/contract.js';
import { composeDeliveryNote } from './kinds/delivery-note.js';
import { composeInvoice } from './kinds/invoice.js';
import { composeOrderAcknowledgement } from './kinds/order-acknowledgement.js';
import { composePaymentNotice } from './kinds/payment-notice.js';
import { composePurchaseOrder } from './kinds/purchase-order.js';
import { composeQuote } from './kinds/quote.js';
import { composeReferralLetter } from './kinds/referral-letter.js';
import { PAPER_TITLES, type PaperData } from './paper-data.js';
import { dateWords } from './parts/words.js';
import type { Sheet, SheetBody } from './sheet.js';

/** Writes out all a paper says. */
export function composeSheet(paper: PaperData): Sheet {
  return {
    title: PAPER_TITLES[paper.kind],
    number: paper.number,
    issuedOn: dateWords(paper.issuedOn),
    hasAddress: paper.kind !== 'CONTRACT',
    ...composeBody(paper),
  };
}

function composeBody(paper: PaperData): SheetBody {
  switch (paper.kind) {
    case 'QUOTE':
      return composeQuote(paper);
    case 'PURCHASE_ORDER':
      return composePurchaseOrder(paper);
    case 'ORDER_ACKNOWLEDGEMENT':
      return composeOrderAcknowledgement(paper);
    case 'CONTRACT':
      return composeContract(paper);
    case 'REFERRAL_LETTER':
      return composeReferralLetter(paper);
    case 'ALLOCATION_NOTICE':
      return composeAllocationNotice(paper);
    case 'DELIVERY_NOTE':
      return composeDeliveryNote(paper);
    case 'ACCEPTANCE_NOTE':
      return composeAcceptanceNote(paper);
    case 'INVOICE':
      return composeInvoice(paper);
    case 'PAYMENT_NOTICE':
      return composePaymentNotice(paper);
  }
}
