import type { OrderEventName } from '#yui/orders';
import type { AssignmentFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import {
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

const units = ({ assignment }: AssignmentFacts) => assignment.acceptedUnits ?? assignment.offeredUnits;
const isStopping = ({ assignment }: AssignmentFacts) => assignment.status === 'STOPPING';

/** What is heard when a facility that is to stop does not say what is done. */
export const stopMessages = {
  'assignment.stop-reminded': {
    isStillTrue: isStopping,
    messages: (facts) => [
      message(toFacilityOf(facts), {
        subject: `（再度のお願い）できた数をお知らせください：${share(facts, units(facts))}`,
        paragraphs: [
          toFacility(facts),
          '案件が取り消しになり、作業を止めていただくようお願いしていますが、まだできあがった数のお知らせがありません。下のページで入力してください。1つもできていないときは、0と入力してください。',
          [...shareFacts(facts, units(facts)), reason('理由', facts.assignment.answerReason)].filter(
            (line) => line !== '',
          ),
          'できあがった分は納品していただき、その分の代金をお支払いします。',
        ],
        english: `Reminder: please stop work on ${shareEn(facts, units(facts))} and report how many are done; those are paid.`,
      }),
    ],
  },
  'assignment.stop-unanswered': {
    isStillTrue: isStopping,
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `できた数の返事がありません：${facts.facility.name} ${share(facts, units(facts))}`,
        paragraphs: [
          `${facts.facility.name} に作業を止めてできあがった数を知らせるようお願いし、もう一度お知らせもしましたが、返事がありません。`,
          [orderFact(facts), fact('事業所', facts.facility.name), fact('仕事', share(facts, units(facts)))],
          '電話などでご確認ください。聞いた数は、窓口が画面で入力することもできます。それまで、案件の取り消しは終わりません。',
        ],
        english: `No answer from a facility that was asked to stop work on ${orderNameEn(facts)}. Please call; the desk may enter what is done.`,
      }),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<AssignmentFacts>>>;
