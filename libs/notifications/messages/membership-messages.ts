import { formatDateJa } from '#yui/calendar';
import { MEMBERSHIP_EVENTS } from '#yui/directory';
import type { MembershipFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { fact } from './phrases.js';

const toFacility = ({ facility }: MembershipFacts) => ({ organisationId: facility.id, path: '/facility/desks' });

/** What a facility hears of its registration with a desk. */
export const membershipMessages = {
  [MEMBERSHIP_EVENTS.registered]: {
    isStillTrue: ({ membership }) => membership.leftOn === null,
    messages: (facts) => [
      message(toFacility(facts), {
        subject: `共同受注窓口に会員登録されました：${facts.desk.name}`,
        paragraphs: [
          `${facts.facility.name} へのお知らせです。`,
          [fact('窓口', facts.desk.name), fact('登録日', formatDateJa(facts.membership.joinedOn))],
          'これから、この窓口の仕事の募集や依頼が届くようになります。心当たりがないときは、窓口へご連絡ください。',
        ],
        english: `You are registered with ${facts.desk.name} and will be asked about its work.`,
      }),
    ],
  },
  [MEMBERSHIP_EVENTS.ended]: {
    isStillTrue: ({ membership }) => membership.leftOn !== null,
    messages: (facts) => [
      message(toFacility(facts), {
        subject: `会員登録が終了しました：${facts.desk.name}`,
        paragraphs: [
          `${facts.facility.name} へのお知らせです。`,
          [
            fact('窓口', facts.desk.name),
            fact('終了日', formatDateJa(facts.membership.leftOn ?? facts.membership.joinedOn)),
          ],
          'この窓口から新しい募集や依頼は届きません。すでにお引き受けいただいた仕事は、最後までお願いします。これまでの記録は、いつでもご覧いただけます。',
        ],
        english: `Your registration with ${facts.desk.name} has ended. What you have accepted goes on; the records stay.`,
      }),
    ],
  },
} satisfies Record<string, MessageKind<MembershipFacts>>;
