import type { BuyerTerms } from '#yui/directory';
import type { OrderTerms, WorkOrderLine } from '#yui/orders';
import type { PaperDelivery, TradeTerms } from '#yui/papers';

type PaymentTerms = Pick<
  BuyerTerms & OrderTerms,
  'closingDay' | 'paymentMonths' | 'paymentDay' | 'dueDayRule' | 'acceptanceDays' | 'isGovernment'
>;

const LAST_DAY = 31;
const MONTH_WORDS = ['当月', '翌月', '翌々月'];

/** What a buyer and the one who works for it hold on to, in words. */
export function tradeTerms(lines: readonly Pick<WorkOrderLine, 'dueOn'>[], terms: PaymentTerms): TradeTerms {
  return {
    deliverOn:
      lines
        .map(({ dueOn }) => dueOn)
        .sort()
        .at(-1) ?? null,
    deliverTo: null,
    inspection: `納品後${terms.acceptanceDays}日以内`,
    payment: paymentWords(terms),
  };
}

/** With what goes where, if the terms cannot say it in one row. */
export function withDeliveries(terms: TradeTerms, deliveries: readonly PaperDelivery[]): TradeTerms {
  return deliveries.length === 0 ? terms : { ...terms, deliveries };
}

const DUE_DAY_WORDS = {
  AS_IS: '',
  BEFORE: '（金融機関が休みの日は、その前の営業日）',
  AFTER: '（金融機関が休みの日は、その次の営業日）',
} as const;

function paymentWords({ closingDay, paymentMonths, paymentDay, dueDayRule, isGovernment }: PaymentTerms): string {
  if (isGovernment) return '検収後、適法な請求書を受理した日から30日以内に銀行振込';
  const month = MONTH_WORDS[paymentMonths] ?? `${paymentMonths}か月後`;
  return `毎月${dayWords(closingDay)}締め、${month}${dayWords(paymentDay)}に銀行振込${DUE_DAY_WORDS[dueDayRule]}`;
}

function dayWords(day: number): string {
  return day === LAST_DAY ? '末日' : `${day}日`;
}
