import type { InvoiceKind, SettlementKind } from '#yui/contracts';
import type { ContractState } from '#yui/contracts';
import type { AssignmentState } from '#yui/fulfilment';
import type { ContractType, WorkOrderState } from '#yui/orders';

export interface Word {
  readonly ja: string;
  readonly en: string;
}
export type Words = Readonly<Record<string, Word>>;

export const CONTRACT_TYPES: Readonly<Record<ContractType, Word>> = {
  DESK_CONTRACT: { ja: '契約型', en: 'Desk contract' },
  BROKERED: { ja: '調整・仲介型', en: 'Brokered' },
  REFERRAL: { ja: '斡旋型', en: 'Referral' },
};

export const ORDER_STATES: Readonly<Record<WorkOrderState, Word>> = {
  DRAFT: { ja: '下書き', en: 'Draft' },
  SUBMITTED: { ja: '受付待ち', en: 'Submitted' },
  REVIEWING: { ja: '内容の確認中', en: 'Reviewing' },
  QUOTED: { ja: '見積中', en: 'Quoted' },
  QUOTE_EXPIRED: { ja: '見積の期限切れ', en: 'Quote expired' },
  ORDERED: { ja: '発注済み', en: 'Ordered' },
  ALLOCATING: { ja: '配分中', en: 'Allocating' },
  IN_PRODUCTION: { ja: '作業中', en: 'In production' },
  DELIVERED: { ja: '納品済み', en: 'Delivered' },
  ACCEPTED: { ja: '検収済み', en: 'Accepted' },
  SETTLED: { ja: '精算済み', en: 'Settled' },
  CLOSED: { ja: '完了', en: 'Closed' },
  REJECTED: { ja: 'お断り', en: 'Rejected' },
  WITHDRAWN: { ja: '取り下げ', en: 'Withdrawn' },
  CANCELLING: { ja: '取り消しの手続き中', en: 'Being cancelled' },
  CANCELLED: { ja: '取り消し', en: 'Cancelled' },
};

export const ASSIGNMENT_STATES: Readonly<Record<AssignmentState, Word>> = {
  PLANNED: { ja: '準備中', en: 'Planned' },
  OFFERED: { ja: '返事待ち', en: 'Offered' },
  PARTLY_ACCEPTED: { ja: '一部の確認待ち', en: 'Partly accepted' },
  ACCEPTED: { ja: '引き受けた', en: 'Accepted' },
  IN_PROGRESS: { ja: '作業中', en: 'In progress' },
  DELIVERED: { ja: '納品済み', en: 'Delivered' },
  INSPECTED: { ja: '検品済み', en: 'Inspected' },
  REWORK: { ja: 'やり直し', en: 'Rework' },
  COMPLETED: { ja: '完了', en: 'Completed' },
  DECLINED: { ja: '断った', en: 'Declined' },
  EXPIRED: { ja: '期限切れ', en: 'Expired' },
  WITHDRAWN: { ja: '取り下げ', en: 'Withdrawn' },
  CANCELLED: { ja: '取り消し', en: 'Cancelled' },
  STOPPING: { ja: '中止の確認中', en: 'Stopping' },
};

export const CONTRACT_STATES: Readonly<Record<ContractState, Word>> = {
  DRAFT: { ja: '準備中', en: 'Draft' },
  ISSUED: { ja: '返事待ち', en: 'Issued' },
  CONCLUDED: { ja: '成立', en: 'Concluded' },
  FULFILLED: { ja: '検収済み', en: 'Fulfilled' },
  SETTLED: { ja: '支払い済み', en: 'Settled' },
  TERMINATED: { ja: '終了', en: 'Terminated' },
  INTRODUCED: { ja: '紹介した', en: 'Introduced' },
  NEGOTIATING: { ja: '話し合い中', en: 'Negotiating' },
  NOT_CONCLUDED: { ja: '不成立', en: 'Not concluded' },
  LAPSED: { ja: '期限切れ', en: 'Lapsed' },
};

export const INVOICE_KINDS: Readonly<Record<InvoiceKind, Word>> = {
  INVOICE: { ja: '請求書', en: 'Invoice' },
  RETURN_INVOICE: { ja: '返還請求書', en: 'Return invoice' },
  PAYMENT_NOTICE: { ja: '支払通知書', en: 'Payment notice' },
};

export const SETTLEMENT_KINDS: Readonly<Record<SettlementKind, Word>> = {
  WORK: { ja: '仕事', en: 'Work' },
  FEE: { ja: '手数料', en: 'Fee' },
};

export const INQUIRY_WORDS = {
  kinds: { INQUIRY: { ja: '引合い', en: 'Inquiry' }, VISIT: { ja: '訪問', en: 'Visit' } },
  channels: {
    PHONE: { ja: '電話', en: 'Telephone' },
    FAX: { ja: 'FAX', en: 'Fax' },
    MAIL: { ja: 'メール', en: 'Mail' },
    VISIT: { ja: '来所', en: 'Visit' },
    LETTER: { ja: '書面', en: 'Letter' },
  },
  states: {
    OPEN: { ja: '対応中', en: 'Open' },
    ORDERED: { ja: '案件になった', en: 'Became an order' },
    REFERRED: { ja: '紹介した', en: 'Referred' },
    ENDED: { ja: '終わった', en: 'Ended' },
  },
  reasons: {
    PRICE: { ja: '価格が合わなかった', en: 'Price' },
    DATE: { ja: '納期が合わなかった', en: 'Date' },
    NO_FACILITY: { ja: 'できる事業所がなかった', en: 'No facility' },
    WENT_ELSEWHERE: { ja: 'ほかへ頼んだ', en: 'Went elsewhere' },
    NO_ANSWER: { ja: '返事がなくなった', en: 'No answer' },
    OTHER: { ja: 'その他', en: 'Other' },
  },
} as const;

export const BUYER_KINDS = {
  COMPANY: { ja: '企業', en: 'Company' },
  GOVERNMENT: { ja: '官公庁', en: 'Government' },
} as const;

export const PROCUREMENT_WORDS: Words = {
  total: { ja: '合計', en: 'Total' },
  unstated: { ja: '記載なし', en: 'Not stated' },
  difference: { ja: '前年度との差', en: 'Difference to the year before' },
  change: { ja: '前年度からの増減', en: 'Change to the year before' },
  JOINT_DESK: { ja: '共同受注窓口', en: 'Joint-order desk' },
  NATION: { ja: '国', en: 'Nation' },
  PREFECTURE: { ja: '都道府県', en: 'Prefecture' },
  MUNICIPALITY: { ja: '市町村', en: 'Municipalities' },
  INCORPORATED: { ja: '独立行政法人等', en: 'Incorporated agencies' },
  ITEM_1: { ja: '随意契約（1号）', en: 'Negotiated (item 1)' },
  ITEM_3: { ja: '随意契約（3号）', en: 'Negotiated (item 3)' },
  TENDER: { ja: '入札', en: 'Tender' },
};

export const JOINT_ORDER_WORDS: Words = {
  ...CONTRACT_TYPES,
  unstated: PROCUREMENT_WORDS.unstated!,
  total: PROCUREMENT_WORDS.total!,
  matching: { ja: 'マッチング件数', en: 'Matches' },
};

/** Rows and columns of `closedYearTable`. */
export const CLOSING_WORDS: Words = {
  ...CONTRACT_TYPES,
  unstated: PROCUREMENT_WORDS.unstated!,
  total: PROCUREMENT_WORDS.total!,
  closed_orders: { ja: '締めたときの件数', en: 'Orders when closed' },
  present_orders: { ja: '今の件数', en: 'Orders now' },
  difference_orders: { ja: '件数の差', en: 'Difference of orders' },
  closed_facilities: { ja: '締めたときの延べ事業所数', en: 'Facilities when closed' },
  present_facilities: { ja: '今の延べ事業所数', en: 'Facilities now' },
  difference_facilities: { ja: '延べ事業所数の差', en: 'Difference of facilities' },
  closed_yen: { ja: '締めたときの金額', en: 'Amount when closed' },
  present_yen: { ja: '今の金額', en: 'Amount now' },
  difference_yen: { ja: '金額の差', en: 'Difference of amounts' },
};

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const MONTH_NAME = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

export const FAIRNESS_WORDS: Words = {
  persons: { ja: '利用者の数', en: 'people' },
  undated: { ja: '月の記載なし', en: 'without a month' },
  ...Object.fromEntries(
    MONTHS.map((month) => [`m${month}`, { ja: `${month}月`, en: MONTH_NAME.format(Date.UTC(2000, month - 1)) }]),
  ),
  amount: { ja: '年度の計', en: 'year' },
  perPerson: { ja: '1人あたり', en: 'per person' },
  difference: { ja: '水準との差', en: 'against the level' },
  level: { ja: '全体の水準', en: 'level of all' },
};
