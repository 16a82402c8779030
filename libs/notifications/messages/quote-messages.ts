import { formatDateEn, formatDateJa, todayInTokyo } from '#yui/calendar';
import { formatYen } from '#yui/money';
import type { OrderEventName } from '#yui/orders';
import type { QuoteFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, reason, shortDate, toBuyer, toDesk, yen } from './phrases.js';

/** What people are told about a quote. */
export const quoteMessages = {
  'quote.issued': {
    isStillTrue: ({ order, quote, now }) =>
      order.status === 'QUOTED' && quote.status === 'ISSUED' && quote.validUntil > now,
    messages: (facts) => {
      const { quote, order } = facts;
      const lastDay = todayInTokyo(quote.validUntil);
      const isReferral = quote.contractType === 'REFERRAL';
      return [
        message(toBuyer(facts), {
          subject: isReferral
            ? `事業所のご紹介：${order.title}（${shortDate(lastDay)}までにお選びください）`
            : `見積が届きました：${order.title} ${formatYen(quote.amountYen)}（${shortDate(lastDay)}まで有効）`,
          paragraphs: [
            isReferral
              ? '次の案件に合う事業所を、窓口がご紹介します。'
              : `次の案件の見積${quote.version > 1 ? `（第${quote.version}版）` : ''}ができました。`,
            [
              orderFact(facts),
              ...(isReferral ? [] : [fact('金額', `${yen(quote.amountYen)}、消費税 ${formatYen(quote.taxYen)}`)]),
              fact('有効期限', formatDateJa(lastDay)),
              fact('窓口', facts.desk.name),
            ],
            isReferral
              ? `${formatDateJa(lastDay)}までに、事業所を1つ選んでください。`
              : `よろしければ、${formatDateJa(lastDay)}までに「注文する」を押してください。`,
          ],
          english: isReferral
            ? `Facilities for ${orderNameEn(facts)}: please choose one by ${formatDateEn(lastDay)}.`
            : `Quote for ${orderNameEn(facts)}: ${formatYen(quote.amountYen).replace('円', ' yen')} without tax, valid until ${formatDateEn(lastDay)}.`,
        }),
      ];
    },
  },
  'quote.taken-back': {
    isStillTrue: ({ order, quote }) => order.status === 'REVIEWING' && quote.status === 'TAKEN_BACK',
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `見積を見直しています：${facts.order.title}`,
        paragraphs: [
          '次の案件の見積を、窓口が見直しています。前の見積では、注文できません。',
          [orderFact(facts), fact('窓口', facts.desk.name)],
          '新しい見積ができたら、またお知らせします。',
        ],
        english: `The desk took back the quote for ${orderNameEn(facts)} to revise it. A new one will follow.`,
      }),
    ],
  },
  'quote.refused': {
    isStillTrue: ({ order, quote }) => order.status === 'REVIEWING' && quote.status === 'REFUSED',
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `見積を見送られました：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} から、この見積では注文しないという返事がありました。`,
          [orderFact(facts), reason('理由', facts.quote.refusalReason)].filter((line) => line !== ''),
          '条件を変えて新しい見積を出すか、案件を終えるかを決めてください。',
        ],
        english: `The buyer does not accept the quote for ${orderNameEn(facts)}. The reason is given above.`,
      }),
    ],
  },
  'quote.expired': {
    isStillTrue: ({ order, quote }) => order.status === 'QUOTE_EXPIRED' && quote.status === 'EXPIRED',
    messages: (facts) => {
      const lastDay = todayInTokyo(facts.quote.validUntil);
      const about = [orderFact(facts), fact('有効期限', formatDateJa(lastDay))];
      const english = `The quote for ${orderNameEn(facts)} expired on ${formatDateEn(lastDay)}.`;
      return [
        message(toBuyer(facts), {
          subject: `見積の有効期限が過ぎました：${facts.order.title}`,
          paragraphs: [
            '次の案件の見積は、有効期限が過ぎました。',
            [...about, fact('窓口', facts.desk.name)],
            'ご注文を続けるときは、窓口に新しい見積をご依頼ください。',
          ],
          english: `${english} Ask the desk for a new one if you still need the work.`,
        }),
        message(toDesk(facts), {
          subject: `見積の有効期限が過ぎました：${facts.order.title}（${facts.buyer.name}）`,
          paragraphs: [
            `${facts.buyer.name} から、期限までに注文がありませんでした。`,
            about,
            '必要なら、発注者に確かめて、新しい見積を出してください。',
          ],
          english,
        }),
      ];
    },
  },
} satisfies Partial<Record<OrderEventName, MessageKind<QuoteFacts>>>;
