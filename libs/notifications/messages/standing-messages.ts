import type { EntityManager } from 'typeorm';
import { eraMonth, formatDateJa, parseLocalDate } from '#yui/calendar';
import { EnteredFor } from '#yui/correspondence';
import { BusinessProfile, Buyer, Desk, Facility, WorkType } from '#yui/directory';
import type { OutboxEvent } from '#yui/platform';
import { Occurrence, StandingOrder, type StandingOrderEvents } from '#yui/recurring';
import { enteredForContent } from './entered-for-messages.js';
import { message, type MessageKind } from './message.js';
import { count, fact, reason } from './phrases.js';

/** The present state a message about work that comes again is made from. */
interface StandingFacts {
  readonly standing: StandingOrder;
  readonly desk: Desk;
  readonly buyer: Buyer;
  readonly workType: WorkType;
  /** Of the event: the facility that is asked or has answered, the date it is about. */
  readonly facility: Facility | null;
  readonly occurrence: Occurrence | null;
  readonly answer: string | null;
  readonly withdrawalReason: string | null;
  /** Of an accepted month, as it is read; empty: the event is of something else. */
  readonly month: string;
  /** What the desk entered for a party; null: the event is of something else. */
  readonly entered: EnteredFor | null;
  /** Of the desk; null: it has not stated one. */
  readonly deskPhone: string | null;
}

export async function loadStandingFacts(
  manager: EntityManager,
  payload: OutboxEvent['payload'],
): Promise<StandingFacts> {
  const textIn = (name: string) => (typeof payload[name] === 'string' ? payload[name] : null);
  const standing = await manager.findOneByOrFail(StandingOrder, { id: String(payload.standingOrderId) });
  const [facilityId, occurrenceId] = [textIn('facilityId'), textIn('occurrenceId')];
  const enteredForId = textIn('enteredForId');
  const profile =
    enteredForId === null ? null : await manager.findOneBy(BusinessProfile, { organisationId: standing.deskId });
  return {
    standing,
    desk: await manager.findOneByOrFail(Desk, { id: standing.deskId }),
    buyer: await manager.findOneByOrFail(Buyer, { id: standing.buyerId }),
    workType: await manager.findOneByOrFail(WorkType, { code: standing.workTypeCode }),
    facility: facilityId === null ? null : await manager.findOneByOrFail(Facility, { id: facilityId }),
    occurrence: occurrenceId === null ? null : await manager.findOneByOrFail(Occurrence, { id: occurrenceId }),
    answer: textIn('answer'),
    withdrawalReason: textIn('reason'),
    month: textIn('month') === null ? '' : eraMonth(parseLocalDate(String(payload.month))),
    entered: enteredForId === null ? null : await manager.findOneByOrFail(EnteredFor, { id: enteredForId }),
    deskPhone: profile?.phone ?? null,
  };
}

const toDesk = ({ desk, standing }: StandingFacts) => ({
  organisationId: desk.id,
  path: `/desk/standing/${standing.id}`,
});
const toBuyer = ({ buyer, standing }: StandingFacts) => ({
  organisationId: buyer.id,
  path: `/buyer/standing/${standing.id}`,
});
const toFacility = ({ facility }: StandingFacts) => ({
  organisationId: facility?.id ?? '',
  path: '/facility/coming',
});
const about = ({ standing, workType, desk }: StandingFacts) => [
  fact('契約', `${standing.number}「${standing.title}」`),
  fact('作業', workType.nameJa),
  fact('期間', `${formatDateJa(standing.fromOn)}〜${formatDateJa(standing.toOn)}`),
  fact('窓口', desk.name),
];
const nameEn = ({ standing }: StandingFacts) => `${standing.number} "${standing.title}"`;
const dateOf = ({ occurrence, workType }: StandingFacts) =>
  occurrence
    ? `${formatDateJa(occurrence.dueOn)} ${occurrence.siteName} ${count(occurrence.quantity, workType.unit)}`
    : '';

/** What people are told about work that comes again. */
export const standingMessages = {
  'standing-order.proposed': {
    isStillTrue: ({ standing }) => standing.status === 'PROPOSED',
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `年間契約・単価契約のご提案：${facts.standing.title}`,
        paragraphs: [
          `${facts.desk.name} から、ご提案が届きました。`,
          about(facts),
          '日程と金額を確かめて、承諾するか、お断りするかを決めてください。',
        ],
        english: `The desk proposes ${nameEn(facts)}. Please agree or refuse.`,
      }),
    ],
  },
  'standing-order.agreed': {
    isStillTrue: ({ standing }) => standing.status === 'ACTIVE',
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `承諾されました：${facts.standing.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} が、ご提案を承諾しました。`,
          about(facts),
          '予定を事業所に割り当てて、お知らせしてください。',
        ],
        english: `${nameEn(facts)} was agreed to. Please plan its dates.`,
      }),
    ],
  },
  'standing-order.refused': {
    isStillTrue: ({ standing }) => standing.status === 'REFUSED',
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `お断りがありました：${facts.standing.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} は、この条件では契約しません。`,
          [...about(facts), reason('理由', facts.standing.refusalReason)].filter(Boolean),
          '条件を変えるときは、新しく提案してください。',
        ],
        english: `${nameEn(facts)} was refused. The reason is given above.`,
      }),
    ],
  },
  'standing-order.withdrawn': {
    isStillTrue: ({ standing }) => standing.status === 'WITHDRAWN',
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `ご提案を取り下げました：${facts.standing.title}`,
        paragraphs: ['窓口が、次のご提案を取り下げました。', about(facts), 'することはありません。'],
        english: `The proposal ${nameEn(facts)} was taken back. Nothing is left to do.`,
      }),
    ],
  },
  'standing-order.ended': {
    isStillTrue: ({ standing }) => standing.status === 'ENDED',
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `契約が終わりました：${facts.standing.title}`,
        paragraphs: [
          '次の契約は、期間の途中で終わりました。',
          about(facts),
          'すでに案件になっている回は続きます。まだの回は行いません。',
        ],
        english: `${nameEn(facts)} has ended. Dates that are orders already go on; the others are omitted.`,
      }),
    ],
  },
  'standing-order.entered-for': {
    isStillTrue: () => true,
    messages: (facts) => {
      const { entered } = facts;
      if (entered === null) return [];
      const receiver =
        entered.facilityId === null ? toBuyer(facts) : { organisationId: entered.facilityId, path: '/facility/coming' };
      const content = enteredForContent({ ...facts, entered }, { facts: about(facts), nameEn: nameEn(facts) });
      return [message(receiver, content)];
    },
  },
  'standing-order.month-accepted': {
    isStillTrue: () => true,
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `1か月分の検収がありました：${facts.standing.title}（${facts.month}）`,
        paragraphs: [
          `${facts.buyer.name} が、${facts.month}分をまとめて検収しました。`,
          about(facts),
          '契約の画面から、その月の請求書を1枚で出せます。',
        ],
        english: `The buyer accepted a month of ${nameEn(facts)}. Its invoice can be issued.`,
      }),
    ],
  },
  'occurrence-shares.offered': {
    isStillTrue: ({ standing }) => standing.status === 'ACTIVE',
    messages: (facts) => [
      message(toFacility(facts), {
        subject: `くり返しのお仕事の予定があります：${facts.standing.title}（お返事をお願いします）`,
        paragraphs: [
          `${facts.facility?.name ?? ''} へのお願いです。`,
          about(facts),
          '日にちの一覧を見て、できるかどうかをお返事ください。「できます」と答えた日は、お仕事の予定に入ります。',
        ],
        english: `Dates of ${nameEn(facts)} wait for your answer.`,
      }),
    ],
  },
  'occurrence-shares.answered': {
    isStillTrue: () => true,
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `${facts.answer === 'YES' ? '引き受け' : 'お断り'}：${facts.facility?.name ?? ''}（${facts.standing.title}）`,
        paragraphs: [
          `${facts.facility?.name ?? ''} が、お知らせした日程について「${facts.answer === 'YES' ? 'できます' : 'できません'}」と答えました。`,
          about(facts),
          facts.answer === 'YES' ? '' : '空いた日は、もう一度割り当ててください。',
        ],
        english: `${facts.facility?.name ?? ''} said ${facts.answer === 'YES' ? 'yes' : 'no'} to its dates of ${nameEn(facts)}.`,
      }),
    ],
  },
  'occurrence-shares.withdrawn': {
    isStillTrue: () => true,
    messages: (facts) => [
      message(toFacility(facts), {
        subject: `予定が変わりました：${facts.standing.title}`,
        paragraphs: [
          'お知らせしていた日のうち、なくなった日があります。',
          [...about(facts), reason('理由', facts.withdrawalReason)].filter(Boolean),
          '今の予定は、画面の一覧でご確認ください。',
        ],
        english: `Some of your dates of ${nameEn(facts)} are not yours any more. Please look at the list.`,
      }),
    ],
  },
  'occurrence.open': {
    isStillTrue: ({ standing, occurrence }) => standing.ceilingUnits === null && occurrence?.status === 'ORDERED',
    messages: (facts) => [
      message(
        { ...toDesk(facts), path: `/desk/orders/${facts.occurrence?.workOrderId ?? ''}` },
        {
          subject: `引き受けが決まっていない回があります：${facts.standing.title}`,
          paragraphs: [
            'くり返しの予定が近づいて案件になりましたが、引き受けがそろっていません。',
            [...about(facts), fact('回', dateOf(facts))],
            '案件の画面で、事業所への配分を決めてください。',
          ],
          english: `A date of ${nameEn(facts)} became an order and is not placed yet. Please allocate it.`,
        },
      ),
    ],
  },
  'occurrence.called-off': {
    isStillTrue: ({ occurrence }) => occurrence?.status === 'ORDERED',
    messages: (facts) => [
      message(
        { ...toDesk(facts), path: `/desk/orders/${facts.occurrence?.workOrderId ?? ''}` },
        {
          subject: `単価契約からの発注：${facts.standing.title}（${facts.buyer.name}）`,
          paragraphs: [
            '単価契約から、新しい発注がありました。',
            [...about(facts), fact('発注', dateOf(facts))],
            '事業所への配分を決めて、お仕事を依頼してください。',
          ],
          english: `A quantity was called off ${nameEn(facts)}. Please allocate it.`,
        },
      ),
    ],
  },
} satisfies Record<keyof StandingOrderEvents, MessageKind<StandingFacts>>;
