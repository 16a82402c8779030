import { formatDateEn, formatDateJa, formatDateTimeJa, formatDateTimeEn } from '#yui/calendar';
import type { Facility } from '#yui/directory';
import type { OrderEventName } from '#yui/orders';
import type { CallFacts } from './facts.js';
import { type Message, message, type MessageKind } from './message.js';
import { count, countEn, deadline, fact, orderFact, orderNameEn, reason } from './phrases.js';

const isOpen = ({ call, now }: CallFacts) => call.status === 'OPEN' && call.closesAt > now;

const toDesk = ({ desk, call }: CallFacts) => ({ organisationId: desk.id, path: `/desk/calls/${call.id}` });

const toFacility = ({ call }: CallFacts, facility: Facility) => ({
  organisationId: facility.id,
  path: `/facility/calls/${call.id}`,
});

/** `封入・封かん 2,300通` */
const work = ({ call, workType }: CallFacts) => `${workType.nameJa} ${count(call.quantity, workType.unit)}`;
const workEn = ({ call, workType }: CallFacts) => `${workType.nameEn}, ${countEn(call.quantity)}`;

/** What a facility reads of a call: nothing of the buyer, of prices, or of who else was called. */
function callFacts(facts: CallFacts): string[] {
  const { call, workType, desk } = facts;
  return [
    fact('募集', call.title),
    fact('仕事', workType.nameJa),
    fact('数（全体で）', count(call.quantity, workType.unit)),
    fact('納品の日', formatDateJa(call.dueOn)),
    fact('締切', formatDateTimeJa(call.closesAt)),
    fact('窓口', desk.name),
    reason('窓口から', call.note),
  ].filter((line) => line !== '');
}

const greeting = (facility: Facility) => `${facility.name} へのお知らせです。`;

const HOW_TO_ANSWER = [
  'できる数、1つあたりの金額、できあがる日を、下のページで教えてください。',
  '一部だけでもかまいません。できないときは「できない」を選んでください。',
  'この回答だけで、お仕事が決まることはありません。',
];

function answerOf({ responses }: CallFacts, facility: Facility) {
  return responses.find((response) => response.facilityId === facility.id);
}

/** The same words for every facility of which `isMeant` is true. */
function toEach(
  facts: CallFacts,
  isMeant: (facility: Facility) => boolean,
  text: (facility: Facility) => Parameters<typeof message>[1],
): Message[] {
  return facts.called.filter(isMeant).map((facility) => message(toFacility(facts, facility), text(facility)));
}

const saidYes = (facts: CallFacts) => (facility: Facility) => answerOf(facts, facility)?.status === 'CAN';

/** What people are told about a call (募集). */
export const callMessages = {
  'call.opened': {
    isStillTrue: isOpen,
    messages: (facts) =>
      toEach(
        facts,
        () => true,
        (facility) => ({
          subject: `お仕事の募集：${work(facts)}（${deadline(facts.call.closesAt)}まで）`,
          paragraphs: [
            greeting(facility),
            '次のお仕事ができる事業所を募集しています。',
            callFacts(facts),
            HOW_TO_ANSWER,
          ],
          english: `Call for ${workEn(facts)}, due ${formatDateEn(facts.call.dueOn)}. Please say what you could do by ${formatDateTimeEn(facts.call.closesAt)}.`,
        }),
      ),
  },
  'call.reminded': {
    isStillTrue: isOpen,
    messages: (facts) =>
      toEach(
        facts,
        (facility) => answerOf(facts, facility) === undefined,
        (facility) => ({
          subject: `募集の締切が近づいています：${work(facts)}（${deadline(facts.call.closesAt)}まで）`,
          paragraphs: [
            greeting(facility),
            '次の募集に、まだ回答をいただいていません。',
            callFacts(facts),
            HOW_TO_ANSWER,
          ],
          english: `Reminder: call for ${workEn(facts)}. Please answer by ${formatDateTimeEn(facts.call.closesAt)}.`,
        }),
      ),
  },
  'call.closed': {
    isStillTrue: ({ call }) => call.status === 'CLOSED',
    messages: (facts) => {
      const { call, workType, responses } = facts;
      const can = responses.filter((response) => response.status === 'CAN');
      const units = can.reduce((sum, response) => sum + (response.units ?? 0), 0);
      return [
        message(toDesk(facts), {
          subject: `募集を締め切りました：${work(facts)}（回答 ${can.length}件、合計 ${count(units, workType.unit)}）`,
          paragraphs: [
            call.closing === 'ENOUGH'
              ? '必要な数がそろったので、募集を締め切りました。'
              : call.closing === 'DEADLINE'
                ? '締切の時間になったので、募集を締め切りました。'
                : '募集を締め切りました。',
            [
              orderFact(facts),
              fact('仕事', work(facts)),
              fact('声をかけた事業所', `${facts.called.length}か所`),
              fact('できる', `${can.length}か所、合計 ${count(units, workType.unit)}`),
              fact('できない', `${responses.length - can.length}か所`),
            ],
            '回答を見て、見積や配分に使ってください。締切のあとに届いた回答も、印をつけて残ります。',
          ],
          english: `Call for ${orderNameEn(facts)} closed: ${can.length} of ${facts.called.length} could do ${countEn(units)}.`,
        }),
        ...toEach(facts, saidYes(facts), (facility) => ({
          subject: `募集を締め切りました：${work(facts)}`,
          paragraphs: [
            greeting(facility),
            '回答ありがとうございました。次の募集を締め切りました。',
            callFacts(facts),
            'お仕事をお願いするときは、あらためて依頼をお送りします。まだ作業は始めないでください。',
          ],
          english: `The call for ${workEn(facts)} is closed. Please wait for an offer before you start.`,
        })),
      ];
    },
  },
  'call.used': {
    isStillTrue: ({ call }) => call.status === 'USED',
    messages: (facts) =>
      toEach(facts, saidYes(facts), (facility) => ({
        subject: `募集の回答をもとに配分を決めました：${work(facts)}`,
        paragraphs: [
          greeting(facility),
          '次の募集について、いただいた回答をもとに、お仕事の配分を決めました。',
          callFacts(facts),
          'お仕事をお願いする事業所には、このあと依頼をお送りします。依頼が届かないときは、今回は見送りとなります。ご協力ありがとうございました。',
        ],
        english: `The work of the call for ${workEn(facts)} has been split. Who gets a share will be sent an offer. Thank you.`,
      })),
  },
  'call.cancelled': {
    isStillTrue: ({ call }) => call.status === 'CANCELLED',
    messages: (facts) =>
      toEach(
        facts,
        (facility) => answerOf(facts, facility)?.status !== 'CANNOT',
        (facility) => ({
          subject: `募集を取り消しました：${work(facts)}`,
          paragraphs: [
            greeting(facility),
            '次の募集は、窓口が取り消しました。回答の必要はありません。',
            [...callFacts(facts), reason('理由', facts.call.cancelReason)].filter((line) => line !== ''),
          ],
          english: `The call for ${workEn(facts)} was cancelled. No answer is needed.`,
        }),
      ),
  },
  'call.asked': {
    isStillTrue: ({ question }) => question !== null && question.answer === null,
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `募集への質問：${work(facts)}`,
        paragraphs: [
          '募集について、事業所から質問がありました。',
          [
            orderFact(facts),
            fact('事業所', facts.called.find(({ id }) => id === facts.question?.facilityId)?.name ?? ''),
            reason('質問', facts.question?.question ?? ''),
          ],
          '回答は、声をかけたすべての事業所に届きます。質問した事業所の名前は、ほかの事業所には見えません。',
        ],
        english: `A facility asks about the call for ${orderNameEn(facts)}. Please answer for all.`,
      }),
    ],
  },
  'call.question-answered': {
    isStillTrue: ({ call, question }) =>
      question?.answer !== null && (call.status === 'OPEN' || call.status === 'CLOSED'),
    messages: (facts) =>
      toEach(
        facts,
        (facility) => answerOf(facts, facility)?.status !== 'CANNOT',
        (facility) => ({
          subject: `募集の質問に回答がありました：${work(facts)}`,
          paragraphs: [
            greeting(facility),
            '募集についての質問に、窓口が回答しました。声をかけたすべての事業所にお知らせしています。',
            [reason('質問', facts.question?.question ?? ''), reason('回答', facts.question?.answer ?? '')],
            callFacts(facts),
          ],
          english: `The desk answered a question about the call for ${workEn(facts)}.`,
        }),
      ),
  },
} satisfies Partial<Record<OrderEventName, MessageKind<CallFacts>>>;
