import { formatDateJa } from '#yui/calendar';
import { formatUnitPrice } from '#yui/money';
import type { OrderEventName } from '#yui/orders';
import type { MaterialFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { count, fact, orderFact, orderNameEn, toDesk, toFacility, toFacilityOf } from './phrases.js';

const what = (facts: MaterialFacts) => [
  orderFact(facts),
  fact('材料', facts.material.name),
  fact('数', count(facts.quantity, facts.material.unit)),
];

/** 有償支給: what it costs, and when and how the facility pays. */
function payment({ material: { unitPriceSen, unit, payOn, payBy } }: MaterialFacts): string[] {
  if (unitPriceSen === null || payOn === null) return [];
  return [
    fact('代金', `1${unit} ${formatUnitPrice(unitPriceSen)}（税抜き）`),
    fact('お支払い', `${formatDateJa(payOn)} ${payBy ?? ''}`),
  ];
}

/** What desk and facility are told about material that is on its way. */
export const materialMessages = {
  'material.sent': {
    isStillTrue: () => true,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `材料を送りました：${facts.material.name} ${count(facts.quantity, facts.material.unit)}`,
        paragraphs: [
          toFacility(facts),
          'お仕事に使う材料を送りました。',
          [...what(facts), ...payment(facts)],
          '届いたら数を確かめて、下のページで「受け取った」を記録してください。数が違うときは、窓口にお知らせください。',
        ],
        english: `Material for your job is on its way: ${facts.material.name}. Please record it when it has arrived.`,
      }),
    ],
  },
  'material.returned': {
    isStillTrue: () => true,
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `材料が返送されました：${facts.facility.name} ${facts.material.name}`,
        paragraphs: [
          `${facts.facility.name} が、残った材料を返送しました。`,
          what(facts),
          '届いたら数を確かめて、「返却を受け取った」を記録してください。',
        ],
        english: `A facility has returned material of ${orderNameEn(facts)}: ${facts.material.name}.`,
      }),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<MaterialFacts>>>;
