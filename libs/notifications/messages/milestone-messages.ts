import { formatDateEn, formatDateJa } from '#yui/calendar';
import { MILESTONE_STAGES, type MilestoneKind, type MilestoneStage } from '#yui/contracts';
import { groupBy } from '#yui/platform';
import type { DueMilestone, MilestoneFacts } from './facts.js';
import { message, type Message, type MessageKind, oneLine } from './message.js';
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
  CORRECTION: {
    day: '請求書・支払通知書を訂正する日',
    todo: '出した請求書か支払通知書の金額が、いまの精算と違います。画面で訂正したものを作り、相手の方へお送りください。',
    english: 'The invoice or payment notice is to be corrected',
  },
  REPAYMENT: {
    day: '払いすぎた分の返金の期限',
    todo: '支払われた金額が、精算より多くなっています。差額の返金を相手の方と確かめ、済んだら画面で記録してください。',
    english: 'What was paid too much is to be paid back',
  },
};

const STAGE_SUBJECTS: Readonly<Record<MilestoneStage, (day: string, date: string) => string>> = {
  NEAR: (day, date) => `${day}が近づいています（${date}）`,
  TODAY: (day, date) => `今日は${day}です（${date}）`,
  OVERDUE: (day, date) => `${day}を過ぎています（${date}）`,
};

const DIGEST_SUBJECTS: Readonly<Record<MilestoneStage, (count: number) => string>> = {
  NEAR: (count) => `期限の近いものが${count}件あります`,
  TODAY: (count) => `今日が期限のものが${count}件あります`,
  OVERDUE: (count) => `期限を過ぎたものが${count}件あります`,
};

const STAGE_WORDS: Readonly<Record<MilestoneStage, string>> = {
  NEAR: 'もうすぐです',
  TODAY: '今日です',
  OVERDUE: '過ぎています',
};

const STAGE_WORDS_EN: Readonly<Record<MilestoneStage, string>> = { NEAR: 'near', TODAY: 'today', OVERDUE: 'overdue' };

interface Addressee {
  readonly organisationId: string;
  readonly path: string;
}

/** One day, as one of those concerned is notified of it. */
interface Told extends DueMilestone {
  readonly to: Addressee;
  readonly wording: Wording;
  /** Whether it is theirs to do; else the desk only hears that it is late. */
  readonly isOwn: boolean;
}

/** Who has to do it comes first; the desk is notified of everything that is late. */
function addressees(facts: MilestoneFacts, due: DueMilestone): [Addressee, ...Addressee[]] {
  const own = responsible(facts, due);
  const desk = toDesk(facts);
  const isForDesk = due.stage === 'OVERDUE' && own.organisationId !== desk.organisationId;
  return isForDesk ? [own, desk] : [own];
}

function responsible(facts: MilestoneFacts, { contract, milestone }: DueMilestone): Addressee {
  const toFacility = () => ({
    organisationId: contract.facilityId ?? facts.desk.id,
    path: contract.assignmentId === null ? '/' : `/facility/assignments/${contract.assignmentId}`,
  });
  switch (milestone.kind) {
    case 'PAPER_RETURN':
      return toBuyer(facts);
    case 'DELIVERY':
      return contract.assignmentId === null ? toDesk(facts) : toFacility();
    case 'ACCEPTANCE':
    case 'PAYMENT':
      return contract.side === 'DESK_FACILITY' ? toDesk(facts) : toBuyer(facts);
    case 'INVOICE':
    case 'CORRECTION':
    case 'REPAYMENT':
    case 'OUTCOME_REPORT':
      return toDesk(facts);
  }
}

/** One mail for each who is concerned, however many days it is about. */
function tell(facts: MilestoneFacts): Message[] {
  const told = facts.due.flatMap((due): Told[] => {
    const { kind, status } = due.milestone;
    if (kind === 'OUTCOME_REPORT' || status !== 'OPEN') return [];
    return addressees(facts, due).map((to, index) => ({ ...due, to, wording: WORDINGS[kind], isOwn: index === 0 }));
  });
  return [...groupBy(told, ({ to }) => to.organisationId).values()].map((own) => {
    const [first, ...others] = own as [Told, ...Told[]];
    return others.length === 0 ? tellOne(facts, first) : tellSeveral(facts, [first, ...others]);
  });
}

function tellOne(facts: MilestoneFacts, told: Told): Message {
  const { to, wording, milestone, stage, isOwn } = told;
  const facility = facilityFor(facts, told);
  return message(to, {
    subject: `${STAGE_SUBJECTS[stage](wording.day, shortDate(milestone.dueOn))}：${facts.order.title}`,
    paragraphs: [
      `${wording.day}は${formatDateJa(milestone.dueOn)}です。`,
      [orderFact(facts), ...(facility ? [fact('事業所', facility)] : []), ...partners(facts, to)],
      isOwn ? wording.todo : LOOK_AFTER,
    ],
    english: `${wording.english} by ${formatDateEn(milestone.dueOn)}: ${orderNameEn(facts)}.`,
  });
}

/** What is late comes first, then by day. */
function tellSeveral(facts: MilestoneFacts, told: readonly [Told, ...Told[]]): Message {
  const sorted = [...told].sort(
    (a, b) =>
      MILESTONE_STAGES.indexOf(b.stage) - MILESTONE_STAGES.indexOf(a.stage) ||
      compare(a.milestone.dueOn, b.milestone.dueOn) ||
      compare(facilityFor(facts, a), facilityFor(facts, b)),
  ) as [Told, ...Told[]];
  const [{ to, stage }] = sorted;
  const worst = sorted.filter((each) => each.stage === stage);
  return message(to, {
    subject: `${DIGEST_SUBJECTS[stage](worst.length)}：${facts.order.title}`,
    paragraphs: [
      [orderFact(facts), ...partners(facts, to)],
      sorted.map((each) => {
        const facility = facilityFor(facts, each);
        const day = `${each.wording.day} ${formatDateJa(each.milestone.dueOn)}：${STAGE_WORDS[each.stage]}`;
        return `・${facility ? `${oneLine(facility)}　` : ''}${day}`;
      }),
      ...new Set(sorted.map(({ isOwn, wording }) => (isOwn ? wording.todo : LOOK_AFTER))),
    ],
    english: `${sorted.length} dates of ${orderNameEn(facts)}: ${stagesEn(sorted)}.`,
  });
}

/** `2 overdue, 1 near` */
function stagesEn(told: readonly Told[]): string {
  return [...groupBy(told, ({ stage }) => stage)]
    .map(([stage, those]) => `${those.length} ${STAGE_WORDS_EN[stage]}`)
    .join(', ');
}

const LOOK_AFTER = '相手の方に、ようすをご確認ください。';

/** A buyer in 契約型 deals with the desk alone and is notified of no facility. */
function facilityFor({ desk }: MilestoneFacts, { to, contract, facility }: Told): string {
  const isOpen =
    to.organisationId === desk.id || to.organisationId === facility?.id || contract.side === 'BUYER_FACILITY';
  return isOpen ? (facility?.name ?? '') : '';
}

function partners({ desk, buyer }: MilestoneFacts, { organisationId }: Addressee): string[] {
  return [...(organisationId === desk.id ? [fact('発注者', buyer.name)] : []), fact('窓口', desk.name)];
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What people are told about the days contracts wait for. */
export const milestoneMessages = {
  'milestones.due': {
    isStillTrue: ({ due }) => due.some(({ milestone }) => milestone.status === 'OPEN'),
    messages: tell,
  },
} satisfies Record<'milestones.due', MessageKind<MilestoneFacts>>;
