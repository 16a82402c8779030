import type { LocalDate } from '#yui/calendar';
import type { InvoiceTax, Sen, TaxRate, Yen } from '#yui/money';

/** The papers, in the order in which business goes. */
export const PAPER_KINDS = [
  'QUOTE',
  'PURCHASE_ORDER',
  'ORDER_ACKNOWLEDGEMENT',
  'CONTRACT',
  'REFERRAL_LETTER',
  'ALLOCATION_NOTICE',
  'DELIVERY_NOTE',
  'WORK_REPORT',
  'ACCEPTANCE_NOTE',
  'INVOICE',
  'RETURN_INVOICE',
  'PAYMENT_NOTICE',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Anyone who a paper comes from or goes to, as it stood on the day of the paper. */
export interface PaperParty {
  /** The name people know it by: a company, a city, a desk, a facility. */
  readonly name: string;
  /** The corporation behind it (運営法人), where it has another name. */
  readonly operator: string | null;
  /** Who contracts for it (`見本市長 見本 次郎`), in place of its name; omitted: it goes by its name. */
  readonly contractingParty?: string | null;
  /** 部局・課 of a government, 部署 of a company. */
  readonly department: string | null;
  /** Who signs for it, with the title: `理事長 山田 花子`. */
  readonly representative: string | null;
  /** Whom to ask there (担当者): of the recipient with 様 in the address, of the sender beside its telephone. */
  readonly contactPerson: string | null;
  /** Where that person is reached, where it is not the telephone of the whole. */
  readonly contactPhone?: string | null;
  /** `781-5101` */
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** `T` and 13 digits; null: it is no qualified invoice issuer, or nobody has said so. */
  readonly registrationNumber: string | null;
}

/** Where a payment goes (振込先). */
export interface BankAccount {
  readonly bankName: string;
  readonly branchName: string;
  /** 統一金融機関コード and that of the branch; omitted: the bank is in no list. */
  readonly bankCode?: string | null;
  readonly branchCode?: string | null;
  readonly accountType: 'ORDINARY' | 'CURRENT';
  readonly accountNumber: string;
  /** In katakana, as banks ask for it. */
  readonly holderKana: string;
}

/** One priced line. */
export interface PaperLine {
  readonly name: string;
  readonly specification: string | null;
  readonly quantity: number;
  readonly unit: string;
  /** null: the line is one sum (一式). */
  readonly unitPriceSen: Sen | null;
  /** Without tax or with it, as `pricing` of the table says. */
  readonly amountYen: Yen;
  readonly taxRate: TaxRate;
  /** 取引年月日; an invoice over a period states it for each line. */
  readonly tradedOn: LocalDate | null;
}

/** Lines and what they add up to. `tax` is `invoiceTax` of the lines: rounded once per rate. */
export interface PriceTable {
  readonly pricing: 'TAX_EXCLUSIVE' | 'TAX_INCLUSIVE';
  readonly lines: readonly PaperLine[];
  readonly tax: InvoiceTax;
}

/** One line of work without a price. */
export interface WorkLine {
  readonly name: string;
  readonly specification: string | null;
  readonly quantity: number;
  readonly unit: string;
  readonly note: string | null;
}

/** Another paper this one speaks of: `見積書 Q-2026-0012（令和8年11月2日）`. */
export interface PaperReference {
  readonly kind: PaperKind;
  readonly number: string;
  readonly issuedOn: LocalDate;
}

/** When, where and how: what both sides hold on to. null: the paper leaves the row out. */
export interface TradeTerms {
  /** 納期 */
  readonly deliverOn: LocalDate | null;
  /** 納入場所 */
  readonly deliverTo: string | null;
  /** 検収: `納品後10日以内` */
  readonly inspection: string | null;
  /** 支払条件: `検収月の翌月末日、銀行振込` */
  readonly payment: string | null;
  /** What goes where and by when; omitted: all of it to one place on one day. */
  readonly deliveries?: readonly PaperDelivery[];
}

/** A part of a line that goes to one place (納入先). */
export interface PaperDelivery {
  readonly name: string;
  /** null: where the terms say. */
  readonly place: string | null;
  readonly address: string | null;
  readonly units: number;
  readonly unit: string;
  readonly deliverOn: LocalDate;
}

/** Something that could not be settled when the order was sent (未定事項): why, and by when it will be. */
export interface UndecidedItem {
  readonly item: string;
  readonly reason: string;
  readonly decideOn: LocalDate;
}

/** What had been open and was settled after the order was sent (未定事項の補充). */
export interface DecidedItem {
  readonly item: string;
  readonly decision: string;
  readonly decidedOn: LocalDate;
}

/** Material the orderer sells or lends to the one who does the work (原材料等の有償支給). */
export interface SuppliedMaterial {
  readonly name: string;
  readonly quantity: string;
  /** null: free of charge. */
  readonly priceYen: Yen | null;
  readonly handOverOn: LocalDate;
  /** 決済の期日・方法; null: free of charge. */
  readonly settlement: string | null;
}

/**
 * What an order to a subcontractor has to state besides names, content and amount
 * (中小受託取引適正化法 第4条, in force from 2026-01-01).
 */
export interface SubcontractTerms {
  /** 委託をした日 */
  readonly orderedOn: LocalDate;
  /** 給付を受領する期日; for a period the first day in `receiveFrom`. */
  readonly receiveFrom: LocalDate | null;
  readonly receiveOn: LocalDate;
  readonly receiveAt: string;
  /** 検査を完了する期日; null: the work is not inspected. */
  readonly inspectedBy: LocalDate | null;
  /** How the amount comes about where it is no fixed sum (算定方法). */
  readonly formula: string | null;
  /** 支払期日: within 60 days of receipt. */
  readonly payOn: LocalDate;
  /** 支払方法, such as `銀行振込（振込手数料は当窓口が負担）`. */
  readonly payBy: string;
  /** 現金以外の方法（電子記録債権など）; null: money only. */
  readonly nonCash: string | null;
  readonly materials: readonly SuppliedMaterial[];
  readonly undecided: readonly UndecidedItem[];
  /** What takes the place of the terms above; omitted: nothing was open before. */
  readonly decided?: readonly DecidedItem[];
}

/** What every paper has. */
interface PaperHead {
  /** Gapless for each issuer and fiscal year. */
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** 件名 */
  readonly subject: string;
  readonly issuer: PaperParty;
  readonly recipient: PaperParty;
  /** The number of the order (案件番号), by which both sides find it. */
  readonly workOrderNumber: string | null;
  /** The number the buyer gave the order itself; only on papers from or to the buyer. */
  readonly buyerNumber?: string | null;
  /** The paper this one corrects. */
  readonly replaces: PaperReference | null;
  /** 備考, a paragraph each. */
  readonly notes: readonly string[];
}

/** 見積書 */
export interface QuotePaper extends PaperHead {
  readonly kind: 'QUOTE';
  readonly prices: PriceTable;
  readonly terms: TradeTerms;
  readonly validUntil: LocalDate;
}

/** 発注書 */
export interface PurchaseOrderPaper extends PaperHead {
  readonly kind: 'PURCHASE_ORDER';
  readonly prices: PriceTable;
  readonly terms: TradeTerms;
  readonly basis: PaperReference | null;
  /** Set when a desk passes work on (契約型): then the paper states all the law asks for. */
  readonly subcontract: SubcontractTerms | null;
  /** Who made the paper for the issuer (仲介型: the desk). */
  readonly preparedBy: string | null;
}

/** 注文請書 */
export interface OrderAcknowledgementPaper extends PaperHead {
  readonly kind: 'ORDER_ACKNOWLEDGEMENT';
  readonly prices: PriceTable;
  readonly terms: TradeTerms;
  readonly basis: PaperReference | null;
  readonly orderedOn: LocalDate;
}

/** 契約書, short form. `recipient` is 甲 (who orders), `issuer` is 乙 (who does it). */
export interface ContractPaper extends PaperHead {
  readonly kind: 'CONTRACT';
  readonly prices: PriceTable;
  readonly terms: TradeTerms;
  readonly concludedOn: LocalDate;
  /** Printed, sealed and kept by both; omitted: concluded as data, without seal or stamp. */
  readonly forSeal?: { readonly stampDutyYen: Yen; readonly isWithGovernment: boolean };
  readonly articles: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

/** 紹介状 */
export interface ReferralLetterPaper extends PaperHead {
  readonly kind: 'REFERRAL_LETTER';
  readonly introduced: PaperParty;
  /** What the facility does: `封入・封緘`, `印刷`. */
  readonly strengths: readonly string[];
  readonly works: readonly WorkLine[];
  readonly deliverOn: LocalDate | null;
  /** By when the desk wants to hear what came of it. */
  readonly reportBy: LocalDate;
}

/** 配分通知書: one facility's share, and nobody else's. */
export interface AllocationNoticePaper extends PaperHead {
  readonly kind: 'ALLOCATION_NOTICE';
  readonly shares: readonly {
    readonly name: string;
    readonly step: string | null;
    readonly specification: string | null;
    readonly units: number;
    readonly unit: string;
    readonly unitPriceSen: Sen;
    readonly amountYen: Yen;
    readonly deliverOn: LocalDate;
  }[];
  readonly totalYen: Yen;
  /** Until when the facility answers, as `令和8年11月25日（水）17:00`. */
  readonly answerBy: string | null;
  /** Why this share: sentences of the plan that concern this facility alone. */
  readonly reasons: readonly string[];
}

/** 納品書 */
export interface DeliveryNotePaper extends PaperHead {
  readonly kind: 'DELIVERY_NOTE';
  readonly works: readonly WorkLine[];
  readonly deliveredOn: LocalDate;
  readonly deliverTo: string | null;
}

/** 検収書. `recipient` is who delivered. */
export interface AcceptanceNotePaper extends PaperHead {
  readonly kind: 'ACCEPTANCE_NOTE';
  readonly results: readonly {
    readonly name: string;
    readonly unit: string;
    readonly deliveredUnits: number;
    readonly acceptedUnits: number;
    readonly defectUnits: number;
    /** What happens to the defective ones: `手直し（令和8年12月4日まで）`. */
    readonly handling: string | null;
    /** When the last of it came, where lines came on several days; left out: on the day of the paper as a whole. */
    readonly deliveredOn?: LocalDate | null;
  }[];
  readonly deliveredOn: LocalDate;
  readonly acceptedOn: LocalDate;
  /** 検査員; omitted: not stated. */
  readonly inspector?: string | null;
  /** What is owed for it, with tax; null where the prices are agreed elsewhere. */
  readonly amountYen: Yen | null;
  /** The same without tax, and the tax. What is without tax adds up to that of the invoice; left out: not stated. */
  readonly amountParts?: { readonly netYen: Yen; readonly taxYen: Yen };
}

/** 作業完了報告書: work that comes again, as it was done: of one date, or of all dates of a month. */
export interface WorkReportPaper extends PaperHead {
  readonly kind: 'WORK_REPORT';
  /** Over a month: its first day; null: of one date. */
  readonly doneFrom: LocalDate | null;
  readonly doneOn: LocalDate;
  readonly works: readonly {
    readonly doneOn: LocalDate;
    readonly place: string;
    readonly name: string;
    readonly quantity: number;
    readonly unit: string;
    /** What the one who did it wrote. */
    readonly note: string | null;
  }[];
  readonly photos: readonly PaperPhoto[];
}

/** A photo on a paper: its bytes are an attachment that never changes. */
export interface PaperPhoto {
  readonly attachmentId: string;
  readonly mediaType: string;
  readonly takenFor: LocalDate;
  readonly place: string;
}

/** 請求書 */
export interface InvoicePaper extends PaperHead {
  readonly kind: 'INVOICE';
  readonly prices: PriceTable;
  /** 取引年月日 or 取引期間 of the whole. */
  readonly tradedFrom: LocalDate | null;
  readonly tradedOn: LocalDate;
  readonly payOn: LocalDate;
  readonly bankAccount: BankAccount | null;
}

/** 適格返還請求書: what the issuer takes off or gives back (消費税法 第57条の4 第3項). Each line names the day of its first trade. */
export interface ReturnInvoicePaper extends PaperHead {
  readonly kind: 'RETURN_INVOICE';
  readonly prices: PriceTable;
  /** When it was taken off, or went back; a period where there are several days. */
  readonly tradedFrom: LocalDate | null;
  readonly tradedOn: LocalDate;
}

/** 支払通知書. The payer is the issuer; with the recipient's registration number it is a 仕入明細書. */
export interface PaymentNoticePaper extends PaperHead {
  readonly kind: 'PAYMENT_NOTICE';
  readonly prices: PriceTable;
  readonly tradedFrom: LocalDate | null;
  readonly tradedOn: LocalDate;
  readonly payOn: LocalDate;
  readonly bankAccount: BankAccount | null;
  /** By when the recipient says that something is wrong; silence means agreement. */
  readonly objectBy: LocalDate;
}

/** All a paper says. Stored as it is, and enough to print it again. */
export type PaperData =
  | QuotePaper
  | PurchaseOrderPaper
  | OrderAcknowledgementPaper
  | ContractPaper
  | ReferralLetterPaper
  | AllocationNoticePaper
  | DeliveryNotePaper
  | WorkReportPaper
  | AcceptanceNotePaper
  | InvoicePaper
  | ReturnInvoicePaper
  | PaymentNoticePaper;

/** 見積書 and so on, by kind. */
export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  QUOTE: '見積書',
  PURCHASE_ORDER: '発注書',
  ORDER_ACKNOWLEDGEMENT: '注文請書',
  CONTRACT: '契約書',
  REFERRAL_LETTER: '紹介状',
  ALLOCATION_NOTICE: '配分通知書',
  DELIVERY_NOTE: '納品書',
  WORK_REPORT: '作業完了報告書',
  ACCEPTANCE_NOTE: '検収書',
  INVOICE: '請求書',
  RETURN_INVOICE: '返還請求書',
  PAYMENT_NOTICE: '支払通知書',
};
