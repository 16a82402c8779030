import type { CancellationState } from '#yui/changes';
import type { OrderEventName } from '#yui/orders';
import type { CancellationFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, reason, toBuyer, toDesk } from './phrases.js';

const isIn =
  (...states: readonly CancellationState[]) =>
  ({ cancellation }: CancellationFacts) =>
    states.includes(cancellation.status);

const given = (facts: CancellationFacts) =>
  [orderFact(facts), reason('理由', facts.cancellation.reason)].filter((line) => line !== '');

/** What buyer and desk are told about the end of an order that was placed; facilities are told about their own share. */
export const cancellationMessages = {
  'cancellation.requested': {
    isStillTrue: isIn('REQUESTED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `取り消しの依頼：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} から、次の案件を取り消したいという依頼がありました。`,
          given(facts),
          '作業の進み具合を確かめて、取り消すか、お断りするかを決めてください。',
        ],
        english: `The buyer asks to cancel ${orderNameEn(facts)}. Please decide.`,
      }),
    ],
  },
  'cancellation.withdrawn': {
    isStillTrue: isIn('WITHDRAWN'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `取り消しの依頼はなくなりました：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} が、取り消しの依頼を取り下げました。案件は、そのまま続けてください。`,
          [orderFact(facts)],
        ],
        english: `The buyer no longer asks to cancel ${orderNameEn(facts)}. It goes on.`,
      }),
    ],
  },
  'cancellation.refused': {
    isStillTrue: isIn('REFUSED'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `取り消しをお受けできません：${facts.order.title}`,
        paragraphs: [
          '申し訳ありません。次の案件は、取り消すことができませんでした。案件は、そのまま続きます。',
          [orderFact(facts), reason('理由', facts.cancellation.refusalReason), fact('窓口', facts.desk.name)].filter(
            (line) => line !== '',
          ),
          'わからないことは、窓口にお問い合わせください。',
        ],
        english: `The desk cannot cancel ${orderNameEn(facts)}; it goes on. The reason is given above.`,
      }),
    ],
  },
  'cancellation.granted': {
    isStillTrue: isIn('GRANTED'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `取り消しの手続きを始めました：${facts.order.title}`,
        paragraphs: [
          '次の案件を取り消します。まだ始まっていない作業は、止めました。',
          given(facts),
          'すでにできあがった分は、納品と検品をして、その分だけ精算します。終わったら、またお知らせします。',
        ],
        english: `${orderNameEn(facts)} is being cancelled. Work done so far is delivered and settled.`,
      }),
    ],
  },
  'work-order.cancelled': {
    isStillTrue: ({ order }) => order.status === 'CANCELLED',
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `取り消しが終わりました：${facts.order.title}`,
        paragraphs: [
          '次の案件の取り消しが終わりました。',
          given(facts),
          'できあがっていた分の精算がある場合は、窓口からご連絡します。',
        ],
        english: `${orderNameEn(facts)} is cancelled. The desk will contact you if work done is to be settled.`,
      }),
      message(toDesk(facts), {
        subject: `取り消しが終わりました：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          '次の案件は、作業中のものがなくなり、取り消しが終わりました。',
          given(facts),
          'できあがっていた分の精算を確かめてください。',
        ],
        english: `${orderNameEn(facts)} is cancelled; nothing is on its way any more. Please check what is to be settled.`,
      }),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<CancellationFacts>>>;
