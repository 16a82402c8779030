import { formatDateJa, type LocalDate } from '#yui/calendar';
import type { PublicationKind } from './publication.entity.js';

export interface PublicationFacts {
  readonly government: string;
  readonly department: string | null;
  readonly orderNumber: string;
  readonly title: string;
  readonly lines: readonly {
    readonly workType: string;
    readonly specification: string;
    readonly quantity: number;
    readonly unit: string;
    readonly dueOn: LocalDate;
  }[];
  /** Whom the contract is with; empty: not known yet. */
  readonly partners: readonly string[];
  readonly orderedOn: LocalDate | null;
  /** With tax; null: not agreed yet. */
  readonly amountYen: number | null;
  /** Why this partner, as the government wrote it; null: not decided yet. */
  readonly reason: string | null;
}

const TITLES: Readonly<Record<PublicationKind, string>> = {
  EXPECTED: '障害者支援施設等からの物品等の調達に係る発注の見通し',
  BEFORE_CONTRACT: '地方自治法施行令第167条の2第1項第3号の規定による随意契約の内容（契約締結前）',
  AFTER_CONTRACT: '地方自治法施行令第167条の2第1項第3号の規定による随意契約の結果（契約締結後）',
};

export function publicationTitle(kind: PublicationKind): string {
  return TITLES[kind];
}

/** A draft that says all that is to be published at that time; the government edits it as it likes. */
export function draftPublication(kind: PublicationKind, facts: PublicationFacts): string {
  return [`${TITLES[kind]}`, '', ...headOf(facts), ...BODIES[kind](facts)].join('\n');
}

function headOf({ government, department, orderNumber, title, lines }: PublicationFacts): string[] {
  return [
    `発注機関　${government}${department ? `　${department}` : ''}`,
    `件名　${title}（案件番号 ${orderNumber}）`,
    ...lines.map(
      (line, index) =>
        `内容${lines.length > 1 ? index + 1 : ''}　${line.workType}　${line.quantity.toLocaleString('ja-JP')}${line.unit}` +
        `${line.specification ? `　${line.specification}` : ''}　納期 ${formatDateJa(line.dueOn)}`,
    ),
  ];
}

const BODIES: Readonly<Record<PublicationKind, (facts: PublicationFacts) => string[]>> = {
  EXPECTED: ({ lines }) => [
    `発注の時期　${formatDateJa(lines[0]!.dueOn)}の納品に間に合う時期`,
    '契約の方法　随意契約（地方自治法施行令第167条の2第1項第3号）を予定しています。',
  ],
  BEFORE_CONTRACT: () => [
    '契約の相手方の決定方法　見積書を提出した者のうち、次の基準を満たし、予定価格の範囲内の者と契約します。',
    '選定の基準　',
    '　1　障害者優先調達推進法に定める障害者就労施設等、又はこれに準ずる者として認定を受けた者であること。',
    '　2　期日までに全部の数量を納品できること。',
    '　3　作業の品質と情報の取り扱いについて、必要な体制があること。',
    '申請の方法　上記の発注機関にお問い合わせください。',
  ],
  AFTER_CONTRACT: ({ partners, orderedOn, amountYen, reason }) => [
    `契約の相手方　${partners.length > 0 ? partners.join('、') : '―'}`,
    `契約日　${orderedOn ? formatDateJa(orderedOn) : '―'}`,
    `契約金額　${amountYen === null ? '―' : `${amountYen.toLocaleString('ja-JP')}円（税込）`}`,
    `契約の相手方とした理由　${reason ?? '―'}`,
  ],
};
