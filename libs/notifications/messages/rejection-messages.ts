import { formatDateEn, formatDateJa } from '#yui/calendar';
import type { OrderEventName } from '#yui/orders';
import type { RejectionFacts, ReturnedWorkFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import {
  count,
  countEn,
  fact,
  orderFact,
  orderNameEn,
  reason,
  toBuyer,
  toDesk,
  toFacility,
  toFacilityOf,
} from './phrases.js';

/** What people are told about rejected deliveries. */
export const rejectionMessages = {
  'work-order.work-rejected': {
    isStillTrue: ({ rejection }) => rejection.status === 'OPEN',
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `検収できないという連絡：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} から、納品した品物を受け取れないという連絡がありました。`,
          [orderFact(facts), reason('理由', facts.rejection.reason)],
          facts.rejected.map(
            ({ units, toRedo, workType }) =>
              `・${workType.nameJa} ${count(units, workType.unit)}：${toRedo.replace(/\s+/gu, ' ')}`,
          ),
          '事業所に直しを依頼し、どう対応するかを発注者に回答してください。',
        ],
        english: `The buyer does not accept ${orderNameEn(facts)}. Please ask for rework and answer the buyer.`,
      }),
    ],
  },
  'work-order.rejection-answered': {
    isStillTrue: ({ rejection }) => rejection.status === 'ANSWERED',
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `検収のご指摘への回答：${facts.order.title}`,
        paragraphs: [
          'ご指摘について、窓口から回答がありました。ご迷惑をおかけしました。',
          [
            orderFact(facts),
            reason('ご指摘', facts.rejection.reason),
            reason('回答', facts.rejection.answer),
            fact('窓口', facts.desk.name),
          ],
          '直しが終わりましたら、あらためてお知らせします。',
        ],
        english: `The desk has answered your objection to ${orderNameEn(facts)}.`,
      }),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<RejectionFacts>>>;

/** What a facility is notified of work that comes back. */
export const returnedWorkMessages = {
  'assignment.work-returned': {
    isStillTrue: ({ assignment }) => assignment.status === 'REWORK' || assignment.status === 'IN_PROGRESS',
    messages: (facts) => {
      const { returned, workType } = facts;
      return [
        message(toFacilityOf(facts), {
          subject: `直しをお願いします：${workType.nameJa} ${count(returned.units, workType.unit)}（${formatDateJa(returned.reworkDueOn)}まで）`,
          paragraphs: [
            toFacility(facts),
            '納品していただいた品物について、発注者から直しの依頼がありました。',
            [
              orderFact(facts),
              fact('仕事', workType.nameJa),
              fact('直す数', count(returned.units, workType.unit)),
              reason('直すところ', returned.toRedo),
              fact('直しの期日', formatDateJa(returned.reworkDueOn)),
              fact('窓口', facts.desk.name),
            ],
            '直し終わったら、もう一度納品してください。',
          ],
          english: `Please make good ${countEn(returned.units)} by ${formatDateEn(returned.reworkDueOn)} and deliver them once more.`,
        }),
      ];
    },
  },
} satisfies Partial<Record<OrderEventName, MessageKind<ReturnedWorkFacts>>>;
