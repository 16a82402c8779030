import { type ContractEventName, OPEN_REFERRAL_STATES } from '#yui/contracts';
import type { ReferralFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, reason, toBuyer, toDesk, yen } from './phrases.js';

const both = (facts: ReferralFacts) => [toBuyer(facts), toDesk(facts)];

const about = (facts: ReferralFacts) => [
  orderFact(facts),
  fact('発注者', facts.buyer.name),
  fact('事業所', facts.facility.name),
];

/** What buyer and desk are told about an introduction (斡旋型). */
export const referralMessages = {
  'referral.reminded': {
    // Anyone who reports that the two are still talking is asked again later: what was asked before is overtaken then.
    isStillTrue: ({ contract: { status, remindedAt } }) => OPEN_REFERRAL_STATES.includes(status) && remindedAt !== null,
    messages: (facts) =>
      both(facts).map((to) =>
        message(to, {
          subject: `ご紹介の結果をお知らせください：${facts.order.title}`,
          paragraphs: [
            'ご紹介した事業所とのお話は、いかがでしたか。',
            about(facts),
            '契約になったか、ならなかったかを、画面で報告してください。契約になったときは、金額（税抜き）も入力してください。',
          ],
          english: `Please report the outcome of the introduction for ${orderNameEn(facts)}.`,
        }),
      ),
  },
  'referral.reported': {
    isStillTrue: ({ contract }) => contract.status === 'CONCLUDED' || contract.status === 'NOT_CONCLUDED',
    messages: (facts) => {
      const { contract } = facts;
      const isConcluded = contract.status === 'CONCLUDED';
      return both(facts)
        .filter((to) => to.organisationId !== facts.reportedBy)
        .map((to) =>
          message(to, {
            subject: `ご紹介の結果：${facts.order.title}（${isConcluded ? '契約になりました' : '契約になりませんでした'}）`,
            paragraphs: [
              'ご紹介の結果が報告されました。',
              [
                ...about(facts),
                fact('結果', isConcluded ? '契約になりました' : '契約になりませんでした'),
                contract.amountYen === null ? '' : fact('金額', yen(contract.amountYen)),
                reason('理由', contract.outcomeReason),
              ].filter((line) => line !== ''),
              'この案件は終わりました。違っているときは、ご連絡ください。',
            ],
            english: `Outcome for ${orderNameEn(facts)}: ${isConcluded ? 'a contract was concluded' : 'no contract'}. The order is closed.`,
          }),
        );
    },
  },
  'referral.lapsed': {
    isStillTrue: ({ contract }) => contract.status === 'LAPSED',
    messages: (facts) =>
      both(facts).map((to) =>
        message(to, {
          subject: `ご紹介を終わりにしました：${facts.order.title}`,
          paragraphs: [
            'ご紹介から30日たっても結果の報告がなかったので、この案件を終わりにしました。',
            about(facts),
            'まだお話が続いているときは、新しい案件としてご相談ください。',
          ],
          english: `No outcome was reported within 30 days, so ${orderNameEn(facts)} was closed.`,
        }),
      ),
  },
} satisfies Record<Extract<ContractEventName, `referral.${string}`>, MessageKind<ReferralFacts>>;
