/** Business papers: what each says, as a PDF and as its HTML twin. No database and no framework. */
export type { FaxAnswer, Letter } from './letters/letter.js';
export { PAPER_STYLESHEET } from './html/paper-stylesheet.js';
export { type HtmlOptions, renderHtml } from './html/render-html.js';
export {
  type AcceptanceNotePaper,
  type AllocationNoticePaper,
  type BankAccount,
  type ContractPaper,
  type DecidedItem,
  type DeliveryNotePaper,
  type InvoicePaper,
  type OrderAcknowledgementPaper,
  PAPER_KINDS,
  PAPER_TITLES,
  type PaperData,
  type PaperDelivery,
  type PaperKind,
  type PaperLine,
  type PaperParty,
  type PaperPhoto,
  type PaperReference,
  type PaymentNoticePaper,
  type PriceTable,
  type PurchaseOrderPaper,
  type QuotePaper,
  type ReferralLetterPaper,
  type ReturnInvoicePaper,
  type SubcontractTerms,
  type SuppliedMaterial,
  type TradeTerms,
  type UndecidedItem,
  type WorkLine,
  type WorkReportPaper,
} from './sheet/paper-data.js';
export { PaperPress } from './typeset/render-pdf.js';
export type { Cell, Column, Sheet, TableBlock } from './sheet/sheet.js';
