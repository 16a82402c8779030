import type { LocalDate } from '#yui/calendar';

/** What an order to a subcontractor states (中小受託取引適正化法 第4条第1項, 同条規則 第1条). */
export const ORDER_ITEMS = [
  'PARTIES',
  'ORDER_DATE',
  'WORK',
  'RECEIPT_DATE',
  'RECEIPT_PLACE',
  'INSPECTION_DATE',
  'AMOUNT',
  'PAYMENT_DATE',
  'PAYMENT_METHOD',
] as const;
export type OrderItem = (typeof ORDER_ITEMS)[number];

/** Names of the items, and where to state them. */
export const ITEM_WORDS: Readonly<Record<OrderItem, { readonly ja: string; readonly en: string }>> = {
  PARTIES: { ja: '窓口と事業所の名前', en: 'the names of desk and facility' },
  ORDER_DATE: { ja: '発注の日', en: 'the date of the order' },
  WORK: { ja: '作業の内容と数', en: 'what is done, and how much' },
  RECEIPT_DATE: { ja: '受け取る日（納期）', en: 'the date of receipt' },
  RECEIPT_PLACE: { ja: '受け取る場所', en: 'the place of receipt' },
  INSPECTION_DATE: { ja: '検査を終える日', en: 'the date of inspection' },
  AMOUNT: { ja: '代金の額', en: 'the amount' },
  PAYMENT_DATE: { ja: '支払いの日（受け取ってから60日以内）', en: 'the date of payment, within 60 days of receipt' },
  PAYMENT_METHOD: { ja: '支払いの方法', en: 'how it is paid' },
};

/** What an order to one facility states. An empty text or null is not stated. */
export interface OrderStatement {
  readonly deskName: string;
  readonly facilityName: string;
  readonly orderedOn: LocalDate | null;
  readonly work: string;
  readonly units: number;
  readonly receivedOn: LocalDate | null;
  readonly receiptPlace: string;
  readonly inspectedBy: LocalDate | null;
  readonly unitPriceSen: number;
  readonly paidOn: LocalDate | null;
  /** The last day the law allows. */
  readonly latestPaymentOn: LocalDate | null;
  readonly paymentMethod: string;
}

/** Items that the order does not state and that nobody has declared open, in their order. */
export function missingItems(order: OrderStatement, undecided: readonly OrderItem[]): OrderItem[] {
  const isStated: Readonly<Record<OrderItem, boolean>> = {
    PARTIES: order.deskName !== '' && order.facilityName !== '',
    ORDER_DATE: order.orderedOn !== null,
    WORK: order.work !== '' && order.units > 0,
    RECEIPT_DATE: order.receivedOn !== null,
    RECEIPT_PLACE: order.receiptPlace !== '',
    INSPECTION_DATE: order.inspectedBy !== null,
    AMOUNT: order.unitPriceSen > 0,
    PAYMENT_DATE: order.paidOn !== null && order.latestPaymentOn !== null && order.paidOn <= order.latestPaymentOn,
    PAYMENT_METHOD: order.paymentMethod !== '',
  };
  return ORDER_ITEMS.filter((item) => !isStated[item] && !undecided.includes(item));
}
