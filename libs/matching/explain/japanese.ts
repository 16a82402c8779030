import type { Fix } from '../alternatives/smallest-fixes.js';
import type { IneligibleCode, Measure, SplitResult, SplitShare } from '../snapshot/types.js';
import type { WhatIf } from '../alternatives/what-if.js';
import type { BatchFact, LevelFact } from './batch-facts.js';
import { count } from './count.js';
import { type BatchNames, losersOfMore, MAX_NAMED } from './sentences.js';

const perPerson = ({ measure }: { measure: Measure }, ratio: number): string =>
  `1人あたり${count(ratio)}${measure === 'YEN' ? '円' : '分'}`;

const INELIGIBLE: Readonly<Record<IneligibleCode, string>> = {
  NOT_A_MEMBER: 'この窓口に会員登録がないため、対象外です。',
  NO_CAPABILITY: 'この作業の対応能力が登録されていないため、対象外です。',
  OUTSIDE_REGION: '指定された地域の外にあるため、対象外です。',
  WRONG_LEGAL_KIND: 'この発注の対象となる種別の事業所ではないため、対象外です。',
  BELOW_QUALITY: '品質の基準に届いていないため、対象外です。',
  TOO_FEW_LEAD_DAYS: '着手までの日数が足りないため、対象外です。',
  DECLINED: 'この案件を辞退したため、対象外です。',
  EXCLUDED_BY_COORDINATOR: '担当者が今回の対象から外しました。',
  OTHER: '今回の対象外です。',
};

const RULES = {
  WEBSTER: '1人あたりの実績がなるべく同じになるように分けました。',
  JEFFERSON: '1人あたりの実績がいちばん大きい事業所を、なるべく低く抑えるように分けました。',
  ADAMS: '1人あたりの実績がいちばん小さい事業所を、なるべく高くするように分けました。',
} as const;

export function share(result: SplitResult, { reason, ...facts }: SplitShare): string {
  const entitled = count(facts.entitlementUnits);
  const before = perPerson(result, facts.ratioBefore);
  const after = perPerson(result, facts.loadRatio);
  switch (reason.code) {
    case 'INELIGIBLE': {
      const sentence = INELIGIBLE[reason.ineligible?.code ?? 'OTHER'];
      return reason.ineligible?.note ? `${sentence}（${reason.ineligible.note}）` : sentence;
    }
    case 'PINNED':
      return facts.units > 0
        ? `回答または指定のとおり、${count(facts.units)}で固定しています。`
        : '回答または指定により、今回は配分しません。';
    case 'CAPACITY':
      return `受注可能量いっぱいの${count(facts.units)}です。受注可能量に余裕があれば、公平な配分は約${entitled}でした。`;
    case 'LOT_FLOOR':
      return `最小ロットの${count(facts.units)}です。公平な配分は約${entitled}ですが、これより少なくは受けられません。`;
    case 'FAIR_SHARE':
      return facts.units > 0
        ? `公平な配分です。今年度の実績は${before}から${after}になります。`
        : `公平な配分が1ロット（${count(result.lotSize)}）に届かないため、今回は配分がありません。`;
    case 'TIE':
      return facts.units > 0
        ? `公平な配分（${after}）です。最後の1ロットは同順位の事業所があり、案件ごとの公開の抽選で順番を決めました。`
        : '同順位の事業所があり、案件ごとの公開の抽選で今回は次点になりました。';
    case 'NO_CAPACITY':
      return facts.capacityUnits > 0
        ? `期日までに受けられる量（${count(facts.capacityUnits)}）が、最小ロットに届きません。`
        : '期日までに受けられる量がありません。';
    case 'BELOW_MINIMUM_LOT':
      return `公平な配分（約${entitled}）が最小ロット（${count(facts.minimumLot)}）に届かないため、今回は配分がありません。`;
    case 'ALREADY_ABOVE_LEVEL':
      return `今年度の実績（${before}）がすでに${result.maxFacilities === null ? '今回の' : '事業所数の上限がない場合の'}水準を上回っているため、今回は配分がありません。`;
    case 'CUT_BY_LIMIT':
      return `事業所数の上限（${count(result.maxFacilities ?? 0)}か所）により、今回は配分がありません。上限がなければ約${entitled}でした。`;
    case 'BURDEN':
      return `公平な配分（約${entitled}）に対して調整の手間が大きいため、今回は配分がありません。`;
    case 'CHEAPER_PRICE':
      return `単価が低いため、公平な配分（${count(facts.fairUnits)}）より多く、認められた幅の中で${count(facts.units)}にしました。`;
    case 'DEARER_PRICE':
      return `単価が高いため、公平な配分（${count(facts.fairUnits)}）より少なく、認められた幅の中で${count(facts.units)}にしました。`;
    case 'KEPT':
      return `すでにお願いしている${count(facts.units)}のままです。`;
  }
}

export function split(result: SplitResult): string[] {
  const sentences = [
    `${count(result.quantity)}のうち${count(result.placed)}を、${count(result.facilitiesUsed)}か所の事業所に配分しました。`,
  ];
  if (result.unplaced > 0) {
    sentences.push(
      result.proof.isPlacedProven
        ? `${count(result.unplaced)}は配分できていません。いまの受注可能量・ロット・事業所数の上限では、これ以上は置けません。`
        : `${count(result.unplaced)}は配分できていません。もっと置ける可能性は残っています。`,
    );
  }
  sentences.push(RULES[result.rule]);
  if (result.waterLevel !== null) sentences.push(`今回の水準は${perPerson(result, result.waterLevel)}です。`);
  sentences.push(proof(result));
  return sentences;
}

function proof({ proof: { status, gap } }: SplitResult): string {
  if (status === 'OPTIMAL') return 'これより公平な分け方がないことを確かめました。';
  if (status === 'WITHIN' && gap !== null) {
    return `最も公平な分け方との差は、最大でも${(gap * 100).toPrecision(2)}%です（時間内に確かめられた範囲）。`;
  }
  return '最も公平な分け方かどうかは、時間内に確かめられませんでした。';
}

export function fix(result: SplitResult, own: Fix): string {
  const gain =
    own.placed >= result.quantity ? '全量を配分できます。' : `あと${count(own.placed - result.placed)}配分できます。`;
  switch (own.kind) {
    case 'MORE_FACILITIES':
      return `事業所数の上限を${count(own.maxFacilities)}か所にすると、${gain}`;
    case 'SMALLER_LOT':
      return `1ロットを${count(own.lotSize)}にすると、${gain}`;
    case 'LATER_DATE':
      return `納期を${count(own.days)}日延ばすと、${gain}`;
    case 'LOWER_MINIMUM_LOT':
      return `最小ロットを${count(own.minimumLot)}まで下げて受けてもらえる事業所が1か所あれば、${gain}`;
    case 'MORE_CAPACITY':
      return `受注可能量があと${count(own.units)}あれば、${gain}`;
  }
}

export function whatIf(trial: WhatIf): string[] {
  const { before, result, changed, isPossible } = trial;
  if (!isPossible) return ['この事業所を加えると、同じ数量を配分できません。'];
  if (changed.length === 0 && before.placed === result.placed) return ['配分は変わりません。'];
  const sentences = [`${count(changed.length)}か所の配分が変わります。`];
  if (before.placed !== result.placed) {
    sentences.unshift(`配分できる数量は${count(before.placed)}から${count(result.placed)}になります。`);
  }
  const [spreadBefore, spreadAfter] = [trial.spreadBefore, trial.spreadAfter];
  sentences.push(
    `いちばん多い事業所は${perPerson(result, spreadBefore.highest)}から${perPerson(result, spreadAfter.highest)}に、` +
      `いちばん少ない事業所は${perPerson(result, spreadBefore.lowest)}から${perPerson(result, spreadAfter.lowest)}になります。`,
  );
  const losers = losersOfMore(trial);
  if (losers > 0) sentences.push(`ロットや上限のため、数量が増えても${count(losers)}か所では配分が減ります。`);
  return sentences;
}

function facilitiesNamed(ids: readonly string[], names: BatchNames): string {
  const named = ids
    .slice(0, MAX_NAMED)
    .map((id) => names.facility(id))
    .join('、');
  return ids.length > MAX_NAMED ? `${named} ほか${count(ids.length - MAX_NAMED)}か所` : named;
}

function linesNamed(ids: readonly string[], names: BatchNames): string {
  const named = ids
    .slice(0, MAX_NAMED)
    .map((id) => `「${names.line(id)}」`)
    .join('');
  return ids.length > MAX_NAMED ? `${named}ほか${count(ids.length - MAX_NAMED)}件` : named;
}

export function batch(fact: BatchFact, names: BatchNames): string {
  switch (fact.kind) {
    case 'PLACED':
      return `${count(fact.lineCount)}件の作業、合わせて${count(fact.quantity)}のうち${count(fact.placed)}を、${count(fact.facilityCount)}か所の事業所に配分できます。`;
    case 'BOTTLENECK': {
      const lines = linesNamed(fact.lineIds, names);
      return fact.facilityIds.length === 0
        ? `${lines}ができる事業所がないため、${count(fact.unplacedUnits)}を配分できません。対応できる事業所を増やすか、条件を見直してください。`
        : `${count(fact.unplacedUnits)}を配分できません。${lines}ができるのは${facilitiesNamed(fact.facilityIds, names)}だけで、期日までの時間がいっぱいです。期日を延ばすか、対応できる事業所を増やしてください。`;
    }
    case 'LESS_THAN_A_LOT':
      return `${count(fact.units)}は1ロットに届かないため、配分していません。`;
    case 'LEVEL':
      return level(fact, names);
    case 'NOTHING':
      return `${facilitiesNamed(fact.facilityIds, names)}への配分はありません。回せる作業がないか、すでに水準が高いためです。`;
    case 'PROOF':
      return batchProof(fact);
  }
}

function level(fact: LevelFact, names: BatchNames): string {
  const [lines, facilities] = [linesNamed(fact.lineIds, names), facilitiesNamed(fact.facilityIds, names)];
  if (fact.ratio === null) return `${facilities}は、期日までの時間がいっぱいです。`;
  const ratio = perPerson(fact, fact.ratio);
  switch (fact.position) {
    case 'ALL':
      return `全体を${ratio}の水準にそろえました。`;
    case 'LOWEST':
      return `${facilities}は${ratio}の水準です（${lines}）。水準がより高い事業所の作業は、期日までにここではできません。`;
    case 'ABOVE':
      return `${facilities}は${ratio}の水準です（${lines}）。これより水準の低い事業所には移せません。`;
  }
}

function batchProof({ status, gap, perhapsMore }: Extract<BatchFact, { kind: 'PROOF' }>): string {
  if (status === 'OPTIMAL') return 'これより多く配分する方法も、これより公平な方法もないことを確かめました。';
  const more = perhapsMore > 0 ? `作業時間にしてあと最大${percent(perhapsMore)}%配分できる可能性があります。` : '';
  const level =
    gap === null
      ? '最も公平な計画かどうかは確かめられませんでした。'
      : `最も公平な計画との差は、最大でも${percent(gap)}%です。`;
  return more + level;
}

const percent = (part: number): string => (part * 100).toPrecision(2);
