import { formatDateEn, formatDateJa, formatDateTimeJa, type LocalDate, formatDateTimeEn } from '#yui/calendar';
import { formatUnitPrice } from '#yui/money';
import { type AssignmentState, BOUND_STATES, CHANGEABLE_STATES } from '#yui/fulfilment';
import type { OrderEventName } from '#yui/orders';
import type { AssignmentFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import {
  count,
  deadline,
  fact,
  orderFact,
  orderNameEn,
  reason,
  share,
  shareEn,
  shareFacts,
  shortDate,
  toDesk,
  toFacility,
  toFacilityOf,
} from './phrases.js';

const isIn =
  (...states: readonly AssignmentState[]) =>
  ({ assignment }: AssignmentFacts) =>
    states.includes(assignment.status);

/** Bound by its yes, and not taken back since. */
const isAccepted = isIn(...BOUND_STATES);

const isOpen = ({ assignment, now }: AssignmentFacts) =>
  assignment.status === 'OFFERED' && assignment.answerBy !== null && assignment.answerBy > now;

/** The units the facility said yes to. */
const acceptedUnits = ({ assignment }: AssignmentFacts) => assignment.acceptedUnits ?? 0;

function answerBy({ assignment }: AssignmentFacts): Date {
  if (assignment.answerBy === null) throw new Error(`Assignment ${assignment.id} has no deadline`);
  return assignment.answerBy;
}

/** The day until which the facility asks for time. */
function extensionUntil({ assignment }: AssignmentFacts): LocalDate {
  if (assignment.extensionUntil === null) throw new Error(`Assignment ${assignment.id} asks for no time`);
  return assignment.extensionUntil;
}

function howToAnswer(facts: AssignmentFacts): string[] {
  return [
    `${formatDateTimeJa(answerBy(facts))} までに、下のページでお返事ください。`,
    '「受ける」「一部だけ受ける」「受けられない」から選べます。',
    '時間を過ぎると、この依頼は取り消しになります。',
  ];
}

/** Why it is asked for this number: its own line of the plan. */
function whyThisNumber({ ownReason }: AssignmentFacts): string {
  return reason('この数になった理由', ownReason?.ja ?? null);
}

/** What the facility asks for in place of the offer. */
function proposed({ assignment, workType }: AssignmentFacts): string[] {
  const { proposedDueOn, proposedUnitPriceSen } = assignment;
  return [
    proposedDueOn === null ? '' : fact('希望する納品の日', formatDateJa(proposedDueOn)),
    proposedUnitPriceSen === null
      ? ''
      : fact('希望する単価', `1${workType.unit} ${formatUnitPrice(proposedUnitPriceSen)}（税抜き）`),
  ];
}

/** What the desk sees of a facility's answer. */
function answerFacts(facts: AssignmentFacts, ...more: string[]): string[] {
  return [
    orderFact(facts),
    fact('事業所', facts.facility.name),
    fact('依頼した仕事', share(facts, facts.assignment.offeredUnits)),
    ...more.filter((line) => line !== ''),
  ];
}

/** What people are told about one facility's share. */
export const assignmentMessages = {
  'assignment.offered': {
    isStillTrue: isOpen,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事の依頼：${share(facts)}（${deadline(answerBy(facts))}までにお返事ください）`,
        paragraphs: [
          toFacility(facts),
          '新しいお仕事の依頼です。',
          shareFacts(facts),
          whyThisNumber(facts),
          howToAnswer(facts),
        ],
        english: `New job offer: ${shareEn(facts)}, due ${formatDateEn(facts.assignment.dueOn)}. Please answer by ${formatDateTimeEn(answerBy(facts))}.`,
      }),
    ],
  },
  'assignment.reminded': {
    isStillTrue: isOpen,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お返事をお待ちしています：${share(facts)}（${deadline(answerBy(facts))}まで）`,
        paragraphs: [
          toFacility(facts),
          '次のお仕事の依頼に、まだお返事をいただいていません。',
          shareFacts(facts),
          whyThisNumber(facts),
          howToAnswer(facts),
        ],
        english: `Reminder: ${shareEn(facts)}. Please answer by ${formatDateTimeEn(answerBy(facts))}.`,
      }),
    ],
  },
  'assignment.extension-requested': {
    isStillTrue: (facts) => isOpen(facts) && facts.assignment.extensionUntil !== null,
    messages: (facts) => {
      const until = extensionUntil(facts);
      return [
        message(toDesk(facts), {
          subject: `返事を待ってほしい：${facts.facility.name} ${share(facts)}（${shortDate(until)}まで）`,
          paragraphs: [
            `${facts.facility.name} から、返事の期限をのばしてほしいという申し出がありました。`,
            answerFacts(
              facts,
              fact('返事の期限', formatDateTimeJa(answerBy(facts))),
              fact('待ってほしい日', formatDateJa(until)),
              reason('理由', facts.assignment.extensionReason),
            ),
            '待てるときは期限をのばし、待てないときはその旨を知らせてください。何もしなければ、いまの期限で依頼は終わります。',
          ],
          english: `${shareEn(facts)}: the facility asks to answer by ${formatDateEn(until)} in place of ${formatDateTimeEn(answerBy(facts))}. Please extend or refuse.`,
        }),
      ];
    },
  },
  'assignment.extended': {
    isStillTrue: isOpen,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お返事の期限をのばしました：${share(facts)}（${deadline(answerBy(facts))}まで）`,
        paragraphs: [
          toFacility(facts),
          '次のお仕事の依頼について、窓口がお返事の期限をのばしました。',
          shareFacts(facts),
          howToAnswer(facts),
        ],
        english: `More time to answer: ${shareEn(facts)}. Please answer by ${formatDateTimeEn(answerBy(facts))}.`,
      }),
    ],
  },
  'assignment.extension-refused': {
    isStillTrue: (facts) => isOpen(facts) && facts.assignment.extensionRefusal !== null,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お返事の期限は変わりません：${share(facts)}（${deadline(answerBy(facts))}まで）`,
        paragraphs: [
          toFacility(facts),
          '次のお仕事の依頼について、お返事の期限をのばすことはできませんでした。',
          [...shareFacts(facts), reason('窓口から', facts.assignment.extensionRefusal)].filter((line) => line !== ''),
          howToAnswer(facts),
        ],
        english: `The time to answer stays as it is: ${shareEn(facts)}. Please answer by ${formatDateTimeEn(answerBy(facts))}.`,
      }),
    ],
  },
  'assignment.withdrawn': {
    isStillTrue: isIn('WITHDRAWN'),
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事の依頼を取り消しました：${share(facts)}`,
        paragraphs: [
          toFacility(facts),
          '次のお仕事の依頼は、窓口が取り消しました。作業はしないでください。',
          [...shareFacts(facts), reason('理由', facts.assignment.answerReason)].filter((line) => line !== ''),
          'わからないことは、窓口にお問い合わせください。',
        ],
        english: `The desk has withdrawn this job: ${shareEn(facts)}. Please do not work on it.`,
      }),
    ],
  },
  'assignment.cut': {
    isStillTrue: isAccepted,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事の数が減りました：${share(facts, acceptedUnits(facts))}`,
        paragraphs: [
          toFacility(facts),
          '発注者の変更により、まだ始めていない分の数が減りました。これからは、次の数でお願いします。',
          shareFacts(facts, acceptedUnits(facts)),
          'もう作業を始めているときは、すぐに窓口にお知らせください。',
        ],
        english: `The buyer changed the order. Your job is smaller now: ${shareEn(facts, acceptedUnits(facts))}.`,
      }),
    ],
  },
  'assignment.postponed': {
    isStillTrue: (facts) => isOpen(facts) || isIn('PARTLY_ACCEPTED', ...CHANGEABLE_STATES)(facts),
    messages: (facts) => {
      const units = facts.assignment.acceptedUnits ?? facts.assignment.offeredUnits;
      const { dueOn } = facts.assignment;
      return [
        message(toFacilityOf(facts), {
          subject: `納品の日が遅くなりました：${share(facts, units)}（${shortDate(dueOn)}まで）`,
          paragraphs: [
            toFacility(facts),
            `発注者の変更により、次のお仕事の納品の日が遅くなりました。新しい納品の日は、${formatDateJa(dueOn)}です。`,
            shareFacts(facts, units),
            isOpen(facts)
              ? ['前のメールのリンクは使えません。', ...howToAnswer(facts)]
              : 'この日では都合が悪いときは、窓口にお知らせください。',
          ],
          english: `The buyer changed the order. Your job is due later now: ${shareEn(facts, units)}, due ${formatDateEn(dueOn)}.${
            isOpen(facts) ? ` Please answer by ${formatDateTimeEn(answerBy(facts))}.` : ''
          }`,
        }),
      ];
    },
  },
  'assignment.respecified': {
    isStillTrue: isIn('OFFERED', 'PARTLY_ACCEPTED', ...CHANGEABLE_STATES),
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事の内容が変わりました：${share(facts)}（確認してください）`,
        paragraphs: [
          toFacility(facts),
          '発注者の変更により、次のお仕事の仕様が変わりました。下のページで、新しい仕様を確かめてください。',
          shareFacts(facts, facts.assignment.acceptedUnits ?? facts.assignment.offeredUnits),
          'もう作業を始めている分があるときや、この内容ではできないときは、窓口にお知らせください。',
        ],
        english: `The specification of your job was changed: ${shareEn(facts)}. Please look at it before you go on.`,
      }),
    ],
  },
  'assignment.cancelled': {
    isStillTrue: isIn('CANCELLED'),
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事が取り消しになりました：${share(facts, acceptedUnits(facts))}`,
        paragraphs: [
          toFacility(facts),
          '案件が取り消しになったので、次のお仕事はなくなりました。作業はしないでください。',
          [...shareFacts(facts, acceptedUnits(facts)), reason('理由', facts.assignment.answerReason)].filter(
            (line) => line !== '',
          ),
          'もう作業を始めているときは、すぐに窓口にお知らせください。',
        ],
        english: `The order was cancelled, and with it this job: ${shareEn(facts, acceptedUnits(facts))}. Please do not work on it.`,
      }),
    ],
  },
  'assignment.stop-asked': {
    isStillTrue: isIn('STOPPING'),
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `作業を止めてください：${share(facts, acceptedUnits(facts))}（できた数をお知らせください）`,
        paragraphs: [
          toFacility(facts),
          '案件が取り消しになりました。次のお仕事の作業を止めて、できあがった数をお知らせください。',
          [...shareFacts(facts, acceptedUnits(facts)), reason('理由', facts.assignment.answerReason)].filter(
            (line) => line !== '',
          ),
          'できあがった分は納品していただき、その分の代金をお支払いします。',
        ],
        english: `The order is being cancelled. Please stop work on ${shareEn(facts, acceptedUnits(facts))} and report how many are done; those are paid.`,
      }),
    ],
  },
  'assignment.stopped': {
    isStillTrue: isIn('IN_PROGRESS', 'DELIVERED', 'REWORK', 'INSPECTED', 'COMPLETED', 'CANCELLED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `作業が止まりました：${facts.facility.name} ${share(facts, facts.assignment.doneUnits)}`,
        paragraphs: [
          `${facts.facility.name} の作業が止まり、できあがった数が決まりました。`,
          answerFacts(facts, fact('できあがった数', count(facts.assignment.doneUnits, facts.workType.unit))),
          '納品された分を検品してください。すべて終わると、案件の取り消しが終わります。',
        ],
        english: `Stopped for ${orderNameEn(facts)}: ${shareEn(facts, facts.assignment.doneUnits)} done. Please inspect what is delivered.`,
      }),
    ],
  },
  'assignment.expired': {
    isStillTrue: isIn('EXPIRED'),
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お返事の期限が過ぎました：${share(facts)}`,
        paragraphs: [
          toFacility(facts),
          'お返事の期限が過ぎたので、次のお仕事の依頼は取り消しになりました。',
          [...shareFacts(facts), fact('お返事の期限', formatDateTimeJa(answerBy(facts)))],
          'この仕事ができるときは、窓口にご相談ください。',
        ],
        english: `The time to answer has passed, so this job offer has ended: ${shareEn(facts)}.`,
      }),
      message(toDesk(facts), {
        subject: `返事がありませんでした：${facts.facility.name} ${share(facts)}`,
        paragraphs: [
          `${facts.facility.name} から、期限までに返事がありませんでした。`,
          answerFacts(facts, fact('返事の期限', formatDateTimeJa(answerBy(facts)))),
          'この分は、まだ決まっていません。配分をやり直してください。',
        ],
        english: `No answer in time for ${orderNameEn(facts)}: ${shareEn(facts)}. Please allocate it again.`,
      }),
    ],
  },
  'assignment.accepted': {
    isStillTrue: isAccepted,
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `引き受け：${facts.facility.name} ${share(facts, acceptedUnits(facts))}`,
        paragraphs: [`${facts.facility.name} が、仕事を引き受けました。`, answerFacts(facts)],
        english: `Accepted for ${orderNameEn(facts)}: ${shareEn(facts, acceptedUnits(facts))}.`,
      }),
    ],
  },
  'assignment.bound': {
    isStillTrue: isAccepted,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `予定の日が近づきました：${share(facts, acceptedUnits(facts))}`,
        paragraphs: [
          'お引き受けいただいている、くり返しのお仕事です。お返事はいりません。',
          shareFacts(facts, acceptedUnits(facts)),
          '終わったら、画面で報告してください。',
        ],
        english: `A date you agreed to has come near, ${orderNameEn(facts)}: ${shareEn(facts, acceptedUnits(facts))}.`,
      }),
    ],
  },
  'assignment.partly-accepted': {
    isStillTrue: isIn('PARTLY_ACCEPTED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `条件つきの引き受け：${facts.facility.name} ${share(facts, acceptedUnits(facts))}（確認してください）`,
        paragraphs: [
          `${facts.facility.name} から、条件を変えて引き受けるという返事がありました。`,
          answerFacts(
            facts,
            fact('引き受ける数', count(acceptedUnits(facts), facts.workType.unit)),
            ...proposed(facts),
            reason('理由', facts.assignment.answerReason),
          ),
          'この条件でよければ確定してください。だめなときは、別の条件で依頼し直すか、取り消してください。残りの分があるときは、配分をやり直してください。',
        ],
        english: `Accepted on other terms for ${orderNameEn(facts)}: ${shareEn(facts, acceptedUnits(facts))} of ${count(facts.assignment.offeredUnits, '')}. Please confirm, offer again or withdraw.`,
      }),
    ],
  },
  'assignment.part-confirmed': {
    isStillTrue: isAccepted,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事が決まりました：${share(facts, acceptedUnits(facts))}`,
        paragraphs: [
          toFacility(facts),
          'お返事いただいた条件で、お仕事が決まりました。',
          shareFacts(facts, acceptedUnits(facts)),
          '納品の日までに、よろしくお願いします。',
        ],
        english: `The desk has confirmed your job: ${shareEn(facts, acceptedUnits(facts))}, due ${formatDateEn(facts.assignment.dueOn)}.`,
      }),
    ],
  },
  'assignment.answer-undone': {
    isStillTrue: isIn('OFFERED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `返事の取り消し：${facts.facility.name} ${share(facts)}`,
        paragraphs: [
          `${facts.facility.name} が、お返事を取り消しました。この分は、もう一度お返事を待っています。`,
          answerFacts(facts, fact('お返事の期限', formatDateTimeJa(answerBy(facts)))),
        ],
        english: `${orderNameEn(facts)}: the answer for ${shareEn(facts)} was taken back; the offer is open again.`,
      }),
    ],
  },
  'assignment.declined': {
    isStillTrue: isIn('DECLINED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `引き受けられない：${facts.facility.name} ${share(facts)}`,
        paragraphs: [
          `${facts.facility.name} から、引き受けられないという返事がありました。`,
          answerFacts(facts, reason('理由', facts.assignment.answerReason)),
          'この分は、まだ決まっていません。配分をやり直してください。',
        ],
        english: `Declined for ${orderNameEn(facts)}: ${shareEn(facts)}. Please allocate it again.`,
      }),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<AssignmentFacts>>>;
