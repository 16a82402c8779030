import type { OrderEventName, WorkOrderState } from '#yui/orders';
import type { OrderFacts } from './facts.js';
import { message, type MessageKind, oneLine } from './message.js';
import { fact, orderFact, orderName, orderNameEn, reason, toBuyer, toDesk, workLines } from './phrases.js';

const isIn =
  (...states: readonly WorkOrderState[]) =>
  ({ order }: OrderFacts) =>
    states.includes(order.status);

/** What people are told about the order as a whole. */
export const orderMessages = {
  'work-order.submitted': {
    isStillTrue: isIn('SUBMITTED', 'REVIEWING'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `新しい案件：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} から、新しい案件が届きました。`,
          [orderFact(facts), ...workLines(facts)],
          '内容を確かめて、見積を作るか、お断りするかを決めてください。',
        ],
        english: `New work order ${orderNameEn(facts)}. Please review it.`,
      }),
    ],
  },
  'work-order.places-changed': {
    isStillTrue: isIn('SUBMITTED', 'REVIEWING', 'QUOTED', 'QUOTE_EXPIRED', 'ORDERED', 'ALLOCATING', 'IN_PRODUCTION'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `納入先の変更：${facts.order.title}`,
        paragraphs: [
          '窓口が、うかがった内容で、次の案件の納入先を変更しました。',
          [orderFact(facts), fact('窓口', facts.desk.name)],
          '下のページで、納入先・数・日を確かめてください。違うところがあれば、窓口にお知らせください。',
        ],
        english: `The desk changed where the parts of work order ${orderNameEn(facts)} go, as it was told. Please check the places.`,
      }),
    ],
  },
  'work-order.rejected': {
    isStillTrue: isIn('REJECTED'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `お受けできませんでした：${facts.order.title}`,
        paragraphs: [
          '申し訳ありません。次の案件は、お受けできませんでした。',
          [orderFact(facts), reason('理由', facts.order.rejectionReason), fact('窓口', facts.desk.name)].filter(
            Boolean,
          ),
          '条件を変えればお受けできることもあります。窓口にご相談ください。',
        ],
        english: `The desk cannot take on work order ${orderNameEn(facts)}. The reason is given above.`,
      }),
    ],
  },
  'work-order.withdrawn': {
    isStillTrue: isIn('WITHDRAWN'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `案件の取り下げ：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} が、次の案件を取り下げました。`,
          [orderFact(facts)],
          'この案件について、することはもうありません。',
        ],
        english: `Work order ${orderNameEn(facts)} was withdrawn by the buyer. Nothing is left to do.`,
      }),
    ],
  },
  'work-order.ordered': {
    isStillTrue: isIn('ORDERED', 'ALLOCATING', 'IN_PRODUCTION'),
    messages: (facts) => {
      const isReferral = facts.order.contractType === 'REFERRAL';
      const next = isReferral
        ? '選ばれた事業所を、ご紹介ください。結果がわかったら、画面で報告してください。'
        : '事業所への配分を決めて、お仕事を依頼してください。';
      return [
        message(toDesk(facts), {
          subject: `注文が確定しました：${facts.order.title}（${facts.buyer.name}）`,
          paragraphs: [
            `${facts.buyer.name} が見積を承諾し、注文しました。`,
            [orderFact(facts), ...workLines(facts)],
            next,
          ],
          english: isReferral
            ? `Work order ${orderNameEn(facts)} was placed. Please introduce the chosen facility.`
            : `Work order ${orderNameEn(facts)} was placed. Please allocate the work.`,
        }),
      ];
    },
  },
  'work-order.delivered': {
    isStillTrue: isIn('DELIVERED'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `すべて納品されました：${facts.order.title}（検収をお願いします）`,
        paragraphs: [
          '次の案件が、すべて納品されました。',
          [orderFact(facts), ...workLines(facts), fact('窓口', facts.desk.name)],
          '品物を確かめて、問題がなければ「検収する」を押してください。',
        ],
        english: `All of work order ${orderNameEn(facts)} has been delivered. Please check and accept it.`,
      }),
    ],
  },
  'work-order.deemed-accepted': {
    isStillTrue: isIn('ACCEPTED', 'SETTLED', 'CLOSED'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `検収の期限が過ぎたので、検収済みとしました：${facts.order.title}`,
        paragraphs: [
          '見積の条件のとおり、検収の期限までにご連絡がなかったので、次の案件は検収が済んだものとしました。',
          [orderFact(facts), fact('窓口', facts.desk.name)],
          '品物に問題があるときは、窓口にご連絡ください。',
        ],
        english: `The time to accept ${orderNameEn(facts)} has passed; as agreed in the quote it counts as accepted.`,
      }),
    ],
  },
  'work-order.accepted': {
    isStillTrue: isIn('ACCEPTED', 'CLOSED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `検収が終わりました：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [`${facts.buyer.name} の検収が終わりました。`, [orderFact(facts)], 'この案件の作業は完了です。'],
        english: `The buyer has accepted work order ${orderNameEn(facts)}.`,
      }),
      ...facts.facilityIds.map((organisationId) =>
        message(
          { organisationId, path: '/facility/assignments' },
          {
            subject: `お仕事が完了しました：${facts.order.title}`,
            paragraphs: [
              `${orderName(facts)} のお仕事は、発注者の確認が終わりました。`,
              '納品していただいた仕事は、すべて完了です。ありがとうございました。',
            ],
            english: `The buyer has accepted ${oneLine(facts.order.number)}. Your work on it is complete. Thank you.`,
          },
        ),
      ),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<OrderFacts>>>;
