import { formatDateEn, formatDateJa } from '#yui/calendar';
import type { OrderEventName } from '#yui/orders';
import type { ShareChangeFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import {
  count,
  fact,
  orderFact,
  orderNameEn,
  reason,
  share,
  shareEn,
  shareFacts,
  toDesk,
  toFacility,
  toFacilityOf,
} from './phrases.js';

const units = ({ assignment }: ShareChangeFacts) => assignment.acceptedUnits ?? assignment.offeredUnits;

/** What is asked for, against what was agreed. */
function wish(facts: ShareChangeFacts): string[] {
  const { shareChange, assignment, workType } = facts;
  return [
    orderFact(facts),
    fact('仕事', share(facts, units(facts))),
    shareChange.units === null ? '' : fact('変更後の数', count(shareChange.units, workType.unit)),
    shareChange.dueOn === null
      ? ''
      : fact('納品の日', `${formatDateJa(assignment.dueOn)} → ${formatDateJa(shareChange.dueOn)}`),
    reason('理由', shareChange.reason),
  ].filter((line) => line !== '');
}

/** What desk and facility hear when a share that was accepted is to change. */
export const shareChangeMessages = {
  'share-change.proposed': {
    isStillTrue: ({ shareChange }) => shareChange.status === 'PROPOSED',
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `お仕事の変更のお願い：${share(facts, units(facts))}`,
        paragraphs: [
          toFacility(facts),
          'お受けいただいたお仕事について、次の変更をお願いします。',
          wish(facts),
          '下のページで「同意する」か「同意できない」を選んでください。期日を早める変更に同意できないときは、まだ始めていない分を窓口に戻します。',
        ],
        english: `Please agree or disagree to a change of your job: ${shareEn(facts, units(facts))}.`,
      }),
    ],
  },
  'share-change.reminded': {
    isStillTrue: ({ shareChange }) => shareChange.status === 'PROPOSED',
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `（再度のお願い）お仕事の変更にお返事ください：${share(facts, units(facts))}`,
        paragraphs: [
          toFacility(facts),
          '先日お願いした変更に、まだお返事をいただいていません。',
          wish(facts),
          '下のページで「同意する」か「同意できない」を選んでください。お返事があるまで、お仕事は元のままです。',
        ],
        english: `Reminder: please agree or disagree to a change of your job: ${shareEn(facts, units(facts))}.`,
      }),
    ],
  },
  'share-change.unanswered': {
    isStillTrue: ({ shareChange }) => shareChange.status === 'PROPOSED',
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `変更のお願いに返事がありません：${facts.facility.name} ${share(facts, units(facts))}`,
        paragraphs: [
          `${facts.facility.name} に変更をお願いし、もう一度お知らせもしましたが、返事がありません。`,
          wish(facts),
          '電話などでご確認ください。返事があるまで、この事業所の割当は元のままです。お願いを取り下げることもできます。',
        ],
        english: `No answer from a facility that was asked to change its share of ${orderNameEn(facts)}. Please call, or withdraw the request.`,
      }),
    ],
  },
  'share-change.withdrawn': {
    // Of a share that has ended the facility hears by that.
    isStillTrue: ({ shareChange, assignment }) =>
      shareChange.status === 'WITHDRAWN' && assignment.status !== 'CANCELLED' && assignment.status !== 'WITHDRAWN',
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `変更のお願いはなくなりました：${share(facts, units(facts))}`,
        paragraphs: [
          toFacility(facts),
          // Another change of the order may have taken its place: what holds is said, not that all is as before.
          'お願いしていた変更は、なくなりました。お返事は必要ありません。いまのお仕事は、次のとおりです。',
          shareFacts(facts, units(facts)),
        ],
        english: `The change we asked for is no longer needed, and no answer either. Your job now: ${shareEn(facts, units(facts))}, due ${formatDateEn(facts.assignment.dueOn)}.`,
      }),
    ],
  },
  'share-change.answered': {
    isStillTrue: ({ shareChange }) => shareChange.status === 'AGREED' || shareChange.status === 'REFUSED',
    messages: (facts) => {
      const isAgreed = facts.shareChange.status === 'AGREED';
      const isHandedBack = !isAgreed && facts.shareChange.dueOn !== null;
      return [
        message(toDesk(facts), {
          subject: `変更に${isAgreed ? '同意' : '同意できない'}：${facts.facility.name} ${share(facts, units(facts))}`,
          paragraphs: [
            `${facts.facility.name} から、変更に${isAgreed ? '同意する' : '同意できない'}という返事がありました。`,
            [...wish(facts), reason('事業所から', facts.shareChange.answerReason)].filter((line) => line !== ''),
            isHandedBack ? 'まだ始めていない分は、窓口に戻りました。配分をやり直してください。' : '',
          ],
          english: `The facility ${isAgreed ? 'agrees' : 'does not agree'} to the change of its share of ${orderNameEn(facts)}.`,
        }),
      ];
    },
  },
} satisfies Partial<Record<OrderEventName, MessageKind<ShareChangeFacts>>>;
