import type { Limit } from '../rules/ceilings.js';

export const BASES = ['ITEM_1', 'ITEM_3', 'TENDER'] as const;
/** 随意契約 by item 1 (small amounts) or item 3 (facilities, no limit) of 施行令 167条の2 第1項, or a tender. */
export type Basis = (typeof BASES)[number];

export interface BasisFacts {
  /** With tax: what the government pays. */
  readonly amountYen: number;
  /** The limits that hold for the kinds of work of the order; the lowest decides. */
  readonly limits: readonly Limit[];
  /** 契約型: the government contracts with the desk; otherwise with the facilities. */
  readonly isWithDesk: boolean;
  /** The paper by which the government recognised the desk; null: none that holds. */
  readonly deskRecognition: string | null;
  /** Facilities that would be partners and do not count on the day. */
  readonly facilitiesNotCounting: readonly string[];
}

export interface BasisOption {
  readonly basis: Basis;
  readonly isPossible: boolean;
  readonly reasonJa: string;
  readonly reasonEn: string;
}

export interface BasisProposal {
  readonly proposed: Basis;
  readonly amountYen: number;
  /** All three, the proposed one first. */
  readonly options: readonly BasisOption[];
  readonly warningsJa: readonly string[];
  readonly warningsEn: readonly string[];
}

/**
 * By which item a government can order without a tender, and why. Item 1 is proposed where the amount allows it: it needs
 * no publication. Source: 地方自治法施行令 第167条の2 第1項 第1号・第3号.
 */
export function proposeBasis(facts: BasisFacts): BasisProposal {
  const itemOne = judgeItemOne(facts);
  const itemThree = judgeItemThree(facts);
  const tender: BasisOption = {
    basis: 'TENDER',
    isPossible: true,
    reasonJa: '入札はいつでも選べます。',
    reasonEn: 'A tender is always possible.',
  };
  const options = [itemOne, itemThree, tender].sort((a, b) => Number(b.isPossible) - Number(a.isPossible));
  const warnings = warningsOf(facts);
  return {
    proposed: options[0]!.basis,
    amountYen: facts.amountYen,
    options,
    warningsJa: warnings.map(([ja]) => ja),
    warningsEn: warnings.map(([, en]) => en),
  };
}

const yen = (amount: number) => amount.toLocaleString('ja-JP');

function judgeItemOne({ amountYen, limits }: BasisFacts): BasisOption {
  const [lowest] = [...limits].sort((a, b) => a.limitYen - b.limitYen);
  if (!lowest) {
    return {
      basis: 'ITEM_1',
      isPossible: false,
      reasonJa: '官公庁の区分が未登録のため、限度額が分かりません。',
      reasonEn: 'The kind of government is not recorded, so its limit is not known.',
    };
  }
  const isPossible = amountYen <= lowest.limitYen;
  return {
    basis: 'ITEM_1',
    isPossible,
    reasonJa:
      `税込${yen(amountYen)}円は、限度額${yen(lowest.limitYen)}円（${lowest.source}）` +
      (isPossible ? '以下のため、1号で随意契約ができます。' : 'を超えるため、1号は使えません。'),
    reasonEn:
      `${yen(amountYen)} yen with tax is ${isPossible ? 'within' : 'above'} the limit of ${yen(lowest.limitYen)} yen ` +
      `(${lowest.source}).`,
  };
}

function judgeItemThree({ isWithDesk, deskRecognition, facilitiesNotCounting }: BasisFacts): BasisOption {
  if (isWithDesk) {
    return deskRecognition !== null
      ? {
          basis: 'ITEM_3',
          isPossible: true,
          reasonJa: `窓口は準ずる者として認定されている（${deskRecognition}）ため、3号で随意契約ができます。金額の上限はありません。`,
          reasonEn: `The desk is recognised (${deskRecognition}), so item 3 holds, without a limit of amount.`,
        }
      : {
          basis: 'ITEM_3',
          isPossible: false,
          reasonJa: '契約の相手は窓口ですが、準ずる者としての認定がないため、3号は使えません。',
          reasonEn: 'The partner is the desk, and this government has not recognised it, so item 3 does not hold.',
        };
  }
  const isPossible = facilitiesNotCounting.length === 0;
  return {
    basis: 'ITEM_3',
    isPossible,
    reasonJa: isPossible
      ? '契約の相手は障害者優先調達推進法の対象となる事業所のため、3号で随意契約ができます。金額の上限はありません。'
      : `対象の期間や根拠が確認できない事業所があるため、3号は使えません（${facilitiesNotCounting.join('、')}）。`,
    reasonEn: isPossible
      ? 'The partners are facilities the law names, so item 3 holds, without a limit of amount.'
      : `These facilities do not count on the day: ${facilitiesNotCounting.join(', ')}.`,
  };
}

function warningsOf({ limits, isWithDesk, deskRecognition }: BasisFacts): [string, string][] {
  const warnings: [string, string][] = [];
  if (isWithDesk && deskRecognition === null) {
    warnings.push([
      'この窓口は準ずる者として認定されていません。3号で契約するには、首長の認定か、調整・仲介型への変更が必要です。',
      'This desk is not recognised. Item 3 needs the recognition, or the brokered contract type instead.',
    ]);
  }
  if (limits.some((limit) => limit.isAssumed)) {
    warnings.push([
      '自庁の契約規則の限度額が未登録のため、法令の上限で判断しています。規則の金額を確かめてください。',
      "The government's own limit is not recorded; the ceiling of the law was taken. Check the rule.",
    ]);
  }
  return warnings;
}
