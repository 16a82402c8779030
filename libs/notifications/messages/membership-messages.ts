import { formatDateJa } from '#yui/calendar';
import { MEMBERSHIP_EVENTS } from '#yui/directory';
import type { MembershipFacts } from './facts.js';
import { type Message, message, type MessageKind } from './message.js';
import { fact } from './phrases.js';

const toFacility = ({ facility }: MembershipFacts) => ({ organisationId: facility.id, path: '/facility/desks' });

const toDesk = ({ desk }: MembershipFacts) => ({ organisationId: desk.id, path: '/desk/members' });

/** What a facility is told of its registration with a desk, and the desk when the facility has left. */
export const membershipMessages = {
  [MEMBERSHIP_EVENTS.registered]: {
    isStillTrue: ({ membership }) => membership.leftOn === null,
    messages: (facts) => [
      message(toFacility(facts), {
        subject: `共同受注窓口に会員登録されました：${facts.desk.name}`,
        paragraphs: [
          `${facts.facility.name} へのお知らせです。`,
          [fact('窓口', facts.desk.name), fact('登録日', formatDateJa(facts.membership.joinedOn))],
          'これから、この窓口の仕事の募集や依頼が届くようになります。心当たりがないときは、事業所の管理者が登録を終了できます。',
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
          'この窓口から新しい募集や依頼は届きません。まだお返事のなかった依頼は取り下げられました。すでにお引き受けいただいた仕事は、最後までお願いします。これまでの記録は、いつでもご覧いただけます。',
        ],
        english: `Your registration with ${facts.desk.name} has ended. What you had not answered is withdrawn; what you have accepted goes on; the records stay.`,
      }),
      ...(facts.membership.leftBy === 'FACILITY' ? [departure(facts)] : []),
    ],
  },
} satisfies Record<string, MessageKind<MembershipFacts>>;

function departure(facts: MembershipFacts): Message {
  return message(toDesk(facts), {
    subject: `事業所が会員登録を終了しました：${facts.facility.name}`,
    paragraphs: [
      [
        fact('事業所', facts.facility.name),
        fact('終了日', formatDateJa(facts.membership.leftOn ?? facts.membership.joinedOn)),
      ],
      'この事業所に新しい募集や依頼は届きません。返事のなかった依頼は取り下げたので、案件の残りをご確認ください。引き受けた仕事は最後まで続きます。理由は会員の一覧でご覧いただけます。',
    ],
    english: `${facts.facility.name} has ended its registration. Its unanswered offers are withdrawn; what it has accepted goes on; its reason is in the list.`,
  });
}
