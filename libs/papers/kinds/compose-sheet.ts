import { composeAcceptanceNote } from './acceptance-note.js';
import { composeAllocationNotice } from './allocation-notice.js';
import { composeContract } from './contract.js';
import { composeDeliveryNote } from './delivery-note.js';
import { composeInvoice } from './invoice.js';
import { composeOrderAcknowledgement } from './order-acknowledgement.js';
import { composePaymentNotice } from './payment-notice.js';
import { composePurchaseOrder } from './purchase-order.js';
import { composeQuote } from './quote.js';
import { composeReturnInvoice } from './return-invoice.js';
import { composeWorkReport } from './work-report.js';
import { composeReferralLetter } from './referral-letter.js';
import { PAPER_TITLES, type PaperData } from '../sheet/paper-data.js';
import { dateWords } from '../parts/words.js';
import { printable } from '../parts/printable.js';
import type { Sheet, SheetBody } from '../sheet/sheet.js';

/** Writes out all a paper says. */
export function composeSheet(given: PaperData): Sheet {
  const paper = printable(given);
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
    case 'WORK_REPORT':
      return composeWorkReport(paper);
    case 'ACCEPTANCE_NOTE':
      return composeAcceptanceNote(paper);
    case 'INVOICE':
      return composeInvoice(paper);
    case 'RETURN_INVOICE':
      return composeReturnInvoice(paper);
    case 'PAYMENT_NOTICE':
      return composePaymentNotice(paper);
  }
}
