import { formatDateJa } from '#yui/calendar';
import type { MilestoneKind, MilestoneStage } from '#yui/contracts';
import type { MilestoneFacts } from './facts.js';
import { message, type Message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, shortDate, toBuyer, toDesk } from './phrases.js';

/** The day somebody has to do something by: what it is called, and what is to be done. */
interface Wording {
  readonly day: string;
  readonly todo: string;
  readonly english: string;
}

const WORDINGS: Readonly<Record<Exclude<MilestoneKind, 'OUTCOME_REPORT'>, Wording>> = {
  PAPER_RETURN: {
    day: '署名した書類を返す日',
    todo: '署名した書類を、窓口へお返しください。窓口は、届いたら画面で記録してください。',
    english: 'The signed paper is to be returned',
  },
  DELIVERY: {
    day: '納品の日',
    todo: 'できあがった数を画面で報告してください。間に合わないときは、早めに窓口へご連絡ください。',
    english: 'The work is to be delivered',
  },
  ACCEPTANCE: {
    day: '検収の期限',
    todo: '届いた品物を確かめ、画面で「受け取りました」を押してください。問題があるときは、その内容をお知らせください。',
    english: 'The delivery is to be inspected and accepted',
  },
  INVOICE: {
    day: '請求の期限',
    todo: '検収が済んでいます。請求書か支払通知書を、画面で作ってください。',
    english: 'The accepted work is to be billed',
  },
  PAYMENT: {
    day: '支払いの期限',
    todo: 'お支払いをお願いします。お済みのときは、窓口の記録と行き違いですので、ご連絡ください。',
    english: 'The payment is due',
  },
};

const STAGE_SUBJECTS: Readonly<Record<MilestoneStage, (day: string, date: string) => string>> = {
  NEAR: (day, date) => `${day}が近づいています（${date}）`,
  TODAY: (day, date) => `今日は${day}です（${date}）`,
  OVERDUE: (day, date) => `${day}を過ぎています（${date}）`,
};

interface Addressee {
  readonly organisationId: string;
  readonly path: string;
}

/** Who has to do it comes first; the desk hears of everything that is late. */
function addressees(facts: MilestoneFacts): [Addressee, ...Addressee[]] {
  const { milestone, stage } = facts;
  const own = responsible(facts, milestone.kind);
  const desk = toDesk(facts);
  const isForDesk = stage === 'OVERDUE' && own.organisationId !== desk.organisationId;
  return isForDesk ? [own, desk] : [own];
}

function responsible(facts: MilestoneFacts, kind: MilestoneKind): Addressee {
  const { contract } = facts;
  const toFacility = () => ({
    organisationId: contract.facilityId ?? facts.desk.id,
    path: contract.assignmentId === null ? '/' : `/facility/assignments/${contract.assignmentId}`,
  });
  switch (kind) {
    case 'PAPER_RETURN':
      return toBuyer(facts);
    case 'DELIVERY':
      return contract.assignmentId === null ? toDesk(facts) : toFacility();
    case 'ACCEPTANCE':
    case 'PAYMENT':
      return contract.side === 'DESK_FACILITY' ? toDesk(facts) : toBuyer(facts);
    case 'INVOICE':
    case 'OUTCOME_REPORT':
      return toDesk(facts);
  }
}

function tell(facts: MilestoneFacts): Message[] {
  const { milestone, stage, order, contract, facility } = facts;
  if (milestone.kind === 'OUTCOME_REPORT') return [];
  const wording = WORDINGS[milestone.kind];
  const [own, ...others] = addressees(facts);
  return [own, ...others].map((to) => {
    const isDesk = to.organisationId === facts.desk.id;
    // A buyer in 契約型 deals with the desk alone and hears of no facility.
    const isOpenTo = isDesk || to.organisationId === facility?.id || contract.side === 'BUYER_FACILITY';
    return message(to, {
      subject: `${STAGE_SUBJECTS[stage](wording.day, shortDate(milestone.dueOn))}：${order.title}`,
      paragraphs: [
        `${wording.day}は${formatDateJa(milestone.dueOn)}です。`,
        [
          orderFact(facts),
          ...(facility && isOpenTo ? [fact('事業所', facility.name)] : []),
          ...(isDesk ? [fact('発注者', facts.buyer.name)] : []),
          fact('窓口', facts.desk.name),
        ],
        isDesk && to !== own ? '相手の方に、ようすをご確認ください。' : wording.todo,
      ],
      english: `${wording.english} by ${milestone.dueOn}: ${orderNameEn(facts)}.`,
    });
  });
}

/** What people hear of the days a contract waits for. */
export const milestoneMessages = {
  'milestone.due': {
    isStillTrue: ({ milestone }) => milestone.status === 'OPEN',
    messages: tell,
  },
} satisfies Record<'milestone.due', MessageKind<MilestoneFacts>>;
