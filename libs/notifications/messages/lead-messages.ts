import type { OrderEventName } from '#yui/orders';
import type { AssignmentFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, toFacility, toFacilityOf } from './phrases.js';

/** What a facility hears when the desk asks it to lead. */
export const leadMessages = {
  'work-order.lead-named': {
    isStillTrue: ({ order, facility }) => order.leadFacilityId === facility.id,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `まとめ役をお願いします：${facts.order.title}`,
        paragraphs: [
          toFacility(facts),
          '次の案件で、いっしょに作業する事業所のまとめ役をお願いします。',
          [orderFact(facts), fact('窓口', facts.desk.name)],
          '下のページで、ほかの事業所の名前と数を見られます。困ったことがあれば、窓口にご相談ください。',
        ],
        english: `Please lead the facilities that work on ${orderNameEn(facts)}. The page shows who they are.`,
      }),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<AssignmentFacts>>>;
