import type { OrderEventName } from '#yui/orders';
import type { QuestionSide } from '#yui/correspondence';
import type { QuestionFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, reason, toBuyer, toDesk } from './phrases.js';

/** Where one side of a question reads it. */
function to(side: QuestionSide, facts: QuestionFacts) {
  if (side === 'DESK') return toDesk(facts);
  if (side === 'BUYER') return toBuyer(facts);
  return {
    organisationId: String(facts.question.facilityId),
    path: `/facility/assignments/${facts.question.assignmentId}`,
  };
}

const askedBy = ({ question, buyer, desk, facility }: QuestionFacts): string =>
  ({ BUYER: buyer.name, DESK: desk.name, FACILITY: facility?.name ?? '' })[question.askedBy];

const answeredBy = ({ question, buyer, desk, facility }: QuestionFacts): string =>
  ({ BUYER: buyer.name, DESK: desk.name, FACILITY: facility?.name ?? '' })[question.askedOf];

/** What people are told about questions about an order. Buyer and facilities never read each other's names in them. */
export const questionMessages = {
  'question.asked': {
    isStillTrue: ({ question }) => question.status === 'OPEN',
    messages: (facts) => [
      message(to(facts.question.askedOf, facts), {
        subject: `質問が届きました：${facts.order.title}`,
        paragraphs: [
          `${askedBy(facts)} から、質問が届きました。`,
          [orderFact(facts), reason('質問', facts.question.body)],
          '下のページで、お答えください。',
        ],
        english: `A question about ${orderNameEn(facts)} waits for your answer.`,
      }),
    ],
  },
  'question.answered': {
    isStillTrue: ({ question }) => question.status === 'ANSWERED',
    messages: (facts) => [
      message(to(facts.question.askedBy, facts), {
        subject: `質問に答えがありました：${facts.order.title}`,
        paragraphs: [
          `${answeredBy(facts)} から、質問への答えが届きました。`,
          [orderFact(facts), reason('質問', facts.question.body), reason('答え', facts.question.answer)],
        ],
        english: `Your question about ${orderNameEn(facts)} was answered.`,
      }),
      ...facts.readers.map(({ facilityId, assignmentId }) =>
        message(
          { organisationId: facilityId, path: `/facility/assignments/${assignmentId}` },
          {
            subject: `お仕事についての質問と答え：${facts.order.title}`,
            paragraphs: [
              'このお仕事について質問があったので、答えをみなさんにお知らせします。',
              [
                orderFact(facts),
                reason('質問', facts.question.body),
                reason('答え', facts.question.answer),
                fact('窓口', facts.desk.name),
              ],
            ],
            english: `A question about ${orderNameEn(facts)} was answered for all who work on it.`,
          },
        ),
      ),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<QuestionFacts>>>;
