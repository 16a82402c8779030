import { formatDateJa } from '#yui/calendar';
import type { AmendmentState } from '#yui/changes';
import { formatUnitPrice } from '#yui/money';
import type { OrderEventName } from '#yui/orders';
import type { AmendmentFacts } from './facts.js';
import { message, type MessageKind, oneLine } from './message.js';
import { count, fact, orderFact, orderNameEn, reason, toBuyer, toDesk } from './phrases.js';

const isIn =
  (...states: readonly AmendmentState[]) =>
  ({ amendment }: AmendmentFacts) =>
    states.includes(amendment.status);

/** One line for each thing that becomes different. */
function changes({ amended, lines }: AmendmentFacts): string[] {
  return amended.flatMap((change) => {
    const ofLine = lines.find(({ line }) => line.id === change.workOrderLineId);
    if (!ofLine) return [];
    const { nameJa, unit } = ofLine.workType;
    const rows: string[] = [];
    if (change.quantity !== null) {
      rows.push(`・${nameJa} 数：${count(change.previousQuantity, unit)} → ${count(change.quantity, unit)}`);
    }
    if (change.dueOn !== null) {
      rows.push(`・${nameJa} 期日：${formatDateJa(change.previousDueOn)} → ${formatDateJa(change.dueOn)}`);
    }
    if (change.unitPriceSen !== null && change.previousUnitPriceSen !== null) {
      const [before, after] = [change.previousUnitPriceSen, change.unitPriceSen].map(formatUnitPrice);
      rows.push(`・${nameJa} 単価：${before} → ${after}（1${unit}）`);
    }
    if (change.specification !== null) rows.push(`・${nameJa} 仕様：${oneLine(change.specification).slice(0, 100)}`);
    return rows;
  });
}

const given = (facts: AmendmentFacts) =>
  [orderFact(facts), ...changes(facts), reason('理由', facts.amendment.reason)].filter((line) => line !== '');

/** What buyer and desk are told about a change of an order; facilities are told about their own share. */
export const amendmentMessages = {
  'amendment.proposed': {
    isStillTrue: isIn('PROPOSED'),
    messages: (facts) => [
      message(toDesk(facts), {
        subject: `変更の依頼：${facts.order.title}（${facts.buyer.name}）`,
        paragraphs: [
          `${facts.buyer.name} から、注文の内容を変えたいという依頼がありました。`,
          given(facts),
          '配分や金額への影響を確かめて、受けるか、お断りするかを決めてください。',
        ],
        english: `The buyer proposes a change of ${orderNameEn(facts)}. Please decide.`,
      }),
    ],
  },
  'amendment.offered': {
    isStillTrue: isIn('PROPOSED'),
    messages: (facts) => [
      message(toBuyer(facts), {
        subject: `変更の申し入れ：${facts.order.title}`,
        paragraphs: [
          '窓口から、ご注文の内容を変えたいという申し入れがあります。お返事をいただくまで、内容は元のままです。',
          [...given(facts), fact('窓口', facts.desk.name)],
          '同意されるか、お断りになるかを、下のページからお返事ください。',
        ],
        english: `The desk proposes a change of ${orderNameEn(facts)}. Nothing changes before you agree. Please answer.`,
      }),
    ],
  },
  'amendment.withdrawn': {
    isStillTrue: isIn('WITHDRAWN'),
    messages: (facts) => [facts.amendment.isProposedByBuyer ? withdrawnByBuyer(facts) : withdrawnByDesk(facts)],
  },
  'amendment.refused': {
    isStillTrue: isIn('REFUSED'),
    messages: (facts) => [facts.amendment.isProposedByBuyer ? refusedByDesk(facts) : refusedByBuyer(facts)],
  },
  'amendment.accepted': {
    isStillTrue: isIn('ACCEPTED'),
    messages: (facts) =>
      facts.amendment.isProposedByBuyer ? [acceptedByDesk(facts)] : [confirmedToBuyer(facts), agreedByBuyer(facts)],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<AmendmentFacts>>>;

const withdrawnByBuyer = (facts: AmendmentFacts) =>
  message(toDesk(facts), {
    subject: `変更の依頼はなくなりました：${facts.order.title}（${facts.buyer.name}）`,
    paragraphs: [`${facts.buyer.name} が、変更の依頼を取り下げました。内容は、元のままです。`, [orderFact(facts)]],
    english: `The buyer no longer asks to change ${orderNameEn(facts)}.`,
  });

const withdrawnByDesk = (facts: AmendmentFacts) =>
  message(toBuyer(facts), {
    subject: `変更の申し入れはなくなりました：${facts.order.title}`,
    paragraphs: [
      '窓口が、変更の申し入れを取り下げました。お返事はいりません。内容は、元のままです。',
      [orderFact(facts), fact('窓口', facts.desk.name)],
    ],
    english: `The desk no longer proposes to change ${orderNameEn(facts)}. It stays as it was.`,
  });

const refusedByDesk = (facts: AmendmentFacts) =>
  message(toBuyer(facts), {
    subject: `変更をお受けできません：${facts.order.title}`,
    paragraphs: [
      '申し訳ありません。ご依頼の変更は、お受けできませんでした。内容は、元のままです。',
      [
        orderFact(facts),
        ...changes(facts),
        reason('お受けできない理由', facts.amendment.refusalReason),
        fact('窓口', facts.desk.name),
      ].filter((line) => line !== ''),
      'わからないことは、窓口にお問い合わせください。',
    ],
    english: `The desk cannot change ${orderNameEn(facts)}; it stays as it was. The reason is given above.`,
  });

const refusedByBuyer = (facts: AmendmentFacts) =>
  message(toDesk(facts), {
    subject: `変更は断られました：${facts.order.title}（${facts.buyer.name}）`,
    paragraphs: [
      `${facts.buyer.name} が、変更の申し入れを断りました。内容は、元のままです。`,
      [orderFact(facts), ...changes(facts), reason('断られた理由', facts.amendment.refusalReason)].filter(
        (line) => line !== '',
      ),
    ],
    english: `The buyer refused to change ${orderNameEn(facts)}; it stays as it was.`,
  });

const acceptedByDesk = (facts: AmendmentFacts) =>
  message(toBuyer(facts), {
    subject: `変更をお受けしました：${facts.order.title}`,
    paragraphs: [
      'ご依頼のとおりに、注文の内容を変えました。',
      [...given(facts), fact('窓口', facts.desk.name)],
      '新しい金額は、見積の最新の版で確かめられます。',
    ],
    english: `${orderNameEn(facts)} was changed as you asked. The newest quote shows the amount.`,
  });

const confirmedToBuyer = (facts: AmendmentFacts) =>
  message(toBuyer(facts), {
    subject: `内容を変えました：${facts.order.title}`,
    paragraphs: [
      'ご同意いただいたとおりに、注文の内容を変えました。',
      [...given(facts), fact('窓口', facts.desk.name)],
      '新しい金額は、見積の最新の版で確かめられます。',
    ],
    english: `${orderNameEn(facts)} was changed as you agreed. The newest quote shows the amount.`,
  });

const agreedByBuyer = (facts: AmendmentFacts) =>
  message(toDesk(facts), {
    subject: `変更に同意がありました：${facts.order.title}（${facts.buyer.name}）`,
    paragraphs: [`${facts.buyer.name} が、変更の申し入れに同意しました。注文の内容は変わっています。`, given(facts)],
    english: `The buyer agreed to change ${orderNameEn(facts)}. It is changed now.`,
  });
