import type { Fix } from '../alternatives/smallest-fixes.js';
import type { IneligibleCode, Measure, SplitResult, SplitShare } from '../snapshot/types.js';
import type { WhatIf } from '../alternatives/what-if.js';
import type { BatchFact, LevelFact } from './batch-facts.js';
import { count } from './count.js';
import { type BatchNames, losersOfMore, MAX_NAMED } from './sentences.js';

const perPerson = ({ measure }: { measure: Measure }, ratio: number): string =>
  measure === 'YEN' ? `¥${count(ratio)} per person` : `${count(ratio)} minutes per person`;

const INELIGIBLE: Readonly<Record<IneligibleCode, string>> = {
  NOT_A_MEMBER: 'Not eligible: not registered with this desk.',
  NO_CAPABILITY: 'Not eligible: no capability registered for this work.',
  OUTSIDE_REGION: 'Not eligible: outside the region asked for.',
  WRONG_LEGAL_KIND: 'Not eligible: not a kind of facility this order may go to.',
  BELOW_QUALITY: 'Not eligible: below the quality threshold.',
  TOO_FEW_LEAD_DAYS: 'Not eligible: not enough lead days.',
  DECLINED: 'Not eligible: the facility declined this order.',
  EXCLUDED_BY_COORDINATOR: 'Left out by the coordinator.',
  OTHER: 'Not eligible for this order.',
};

const RULES = {
  WEBSTER: 'Split so that what each facility has had per person this year is as even as possible.',
  JEFFERSON: 'Split so that the largest amount per person stays as low as possible.',
  ADAMS: 'Split so that the smallest amount per person becomes as high as possible.',
} as const;

export function share(result: SplitResult, { reason, ...facts }: SplitShare): string {
  const entitled = count(facts.entitlementUnits);
  const before = perPerson(result, facts.ratioBefore);
  const after = perPerson(result, facts.loadRatio);
  switch (reason.code) {
    case 'INELIGIBLE': {
      const sentence = INELIGIBLE[reason.ineligible?.code ?? 'OTHER'];
      return reason.ineligible?.note ? `${sentence} (${reason.ineligible.note})` : sentence;
    }
    case 'PINNED':
      return facts.units > 0
        ? `Fixed at ${count(facts.units)} by answer or decision.`
        : 'Gets nothing, by answer or decision.';
    case 'CAPACITY':
      return `All it can take: ${count(facts.units)}. With more capacity its fair share would be about ${entitled}.`;
    case 'LOT_FLOOR':
      return `Its minimum lot of ${count(facts.units)}: the fair share is about ${entitled}, but it cannot take less.`;
    case 'FAIR_SHARE':
      return facts.units > 0
        ? `Its fair share: this year goes from ${before} to ${after}.`
        : `Its fair share is less than one lot of ${count(result.lotSize)}, so it gets nothing this time.`;
    case 'TIE':
      return facts.units > 0
        ? `Its fair share (${after}); the last lot was tied with others and went by this order's public draw.`
        : "Tied with others; this order's public draw put it next in line.";
    case 'NO_CAPACITY':
      return facts.capacityUnits > 0
        ? `What it can take until the date (${count(facts.capacityUnits)}) is less than its minimum lot.`
        : 'It can take nothing more until the date.';
    case 'BELOW_MINIMUM_LOT':
      return `Its fair share (about ${entitled}) is below its minimum lot of ${count(facts.minimumLot)}, so it gets nothing this time.`;
    case 'ALREADY_ABOVE_LEVEL':
      return `It already stands at ${before}, above the level of this order${result.maxFacilities === null ? '' : ' without a limit of facilities'}, so it gets nothing this time.`;
    case 'CUT_BY_LIMIT':
      return `Left out by the limit of ${count(result.maxFacilities ?? 0)} facilities; without it, about ${entitled}.`;
    case 'BURDEN':
      return `Its fair share (about ${entitled}) is too small for the work of coordinating it.`;
    case 'CHEAPER_PRICE':
      return `Cheaper, so within the tolerance it gets ${count(facts.units)} instead of the fair ${count(facts.fairUnits)}.`;
    case 'DEARER_PRICE':
      return `Dearer, so within the tolerance it gets ${count(facts.units)} instead of the fair ${count(facts.fairUnits)}.`;
    case 'KEPT':
      return `Keeps the ${count(facts.units)} already offered.`;
  }
}

export function split(result: SplitResult): string[] {
  const sentences = [
    `${count(result.placed)} of ${count(result.quantity)} are split over ${count(result.facilitiesUsed)} ${result.facilitiesUsed === 1 ? 'facility' : 'facilities'}.`,
  ];
  if (result.unplaced > 0) {
    sentences.push(
      result.proof.isPlacedProven
        ? `${count(result.unplaced)} are not placed: capacities, lots and the limit of facilities allow no more.`
        : `${count(result.unplaced)} are not placed; it is not proven that no more would fit.`,
    );
  }
  sentences.push(RULES[result.rule]);
  if (result.waterLevel !== null) sentences.push(`The level of this order is ${perPerson(result, result.waterLevel)}.`);
  sentences.push(proof(result));
  return sentences;
}

function proof({ proof: { status, gap } }: SplitResult): string {
  if (status === 'OPTIMAL') return 'Proven: no fairer split exists.';
  if (status === 'WITHIN' && gap !== null) {
    return `Proven to be within ${(gap * 100).toPrecision(2)} % of the fairest split (as far as the time allowed).`;
  }
  return 'Whether a fairer split exists could not be proven in the time allowed.';
}

export function fix(result: SplitResult, own: Fix): string {
  const gain =
    own.placed >= result.quantity ? 'everything is placed' : `${count(own.placed - result.placed)} more are placed`;
  switch (own.kind) {
    case 'MORE_FACILITIES':
      return `With a limit of ${count(own.maxFacilities)} facilities ${gain}.`;
    case 'SMALLER_LOT':
      return `With lots of ${count(own.lotSize)} ${gain}.`;
    case 'LATER_DATE':
      return `With ${count(own.days)} more ${own.days === 1 ? 'day' : 'days'} ${gain}.`;
    case 'LOWER_MINIMUM_LOT':
      return `If one facility accepted as few as ${count(own.minimumLot)}, ${gain}.`;
    case 'MORE_CAPACITY':
      return `With capacity for ${count(own.units)} more, ${gain}.`;
  }
}

export function whatIf(trial: WhatIf): string[] {
  const { before, result, changed, isPossible } = trial;
  if (!isPossible) return ['With this facility the same quantity cannot be placed.'];
  if (changed.length === 0 && before.placed === result.placed) return ['The split stays the same.'];
  const sentences = [
    `The share of ${count(changed.length)} ${changed.length === 1 ? 'facility' : 'facilities'} changes.`,
  ];
  if (before.placed !== result.placed) {
    sentences.unshift(`${count(result.placed)} are placed instead of ${count(before.placed)}.`);
  }
  const [spreadBefore, spreadAfter] = [trial.spreadBefore, trial.spreadAfter];
  sentences.push(
    `The highest goes from ${perPerson(result, spreadBefore.highest)} to ${perPerson(result, spreadAfter.highest)}, ` +
      `the lowest from ${perPerson(result, spreadBefore.lowest)} to ${perPerson(result, spreadAfter.lowest)}.`,
  );
  const losers = losersOfMore(trial);
  if (losers > 0) sentences.push(`Because of lots or limits ${count(losers)} would get less although more is placed.`);
  return sentences;
}

function listed(ids: readonly string[], nameOf: (id: string) => string): string {
  const named = ids.slice(0, MAX_NAMED).map(nameOf);
  const rest = ids.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${count(rest)} more`;
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named[named.length - 1]}` : named.join('');
}

export function batch(fact: BatchFact, names: BatchNames): string {
  switch (fact.kind) {
    case 'PLACED':
      return `${count(fact.placed)} of ${count(fact.quantity)} in ${count(fact.lineCount)} ${fact.lineCount === 1 ? 'piece' : 'pieces'} of work can be split over ${count(fact.facilityCount)} ${fact.facilityCount === 1 ? 'facility' : 'facilities'}.`;
    case 'BOTTLENECK': {
      const lines = listed(fact.lineIds, names.line);
      return fact.facilityIds.length === 0
        ? `${count(fact.unplacedUnits)} are not placed: no facility can do ${lines}. Find one that can, or look at the conditions again.`
        : `${count(fact.unplacedUnits)} are not placed: ${lines} can be done by ${listed(fact.facilityIds, names.facility)} only, and they have no more time. A later date or another facility would help.`;
    }
    case 'LESS_THAN_A_LOT':
      return `${count(fact.units)} are less than a lot and are not placed.`;
    case 'LEVEL':
      return level(fact, names);
    case 'NOTHING':
      return `Nothing for ${listed(fact.facilityIds, names.facility)}: no work can go there, or they stand higher already.`;
    case 'PROOF':
      return batchProof(fact);
  }
}

function level(fact: LevelFact, names: BatchNames): string {
  const [lines, facilities] = [listed(fact.lineIds, names.line), listed(fact.facilityIds, names.facility)];
  if (fact.ratio === null) return `No time is left until the dates: ${facilities}.`;
  const ratio = perPerson(fact, fact.ratio);
  switch (fact.position) {
    case 'ALL':
      return `Everybody is brought to one level, ${ratio}.`;
    case 'LOWEST':
      return `At ${ratio}: ${facilities} (${lines}). None of the work of those above can be done there in time.`;
    case 'ABOVE':
      return `At ${ratio}: ${facilities} (${lines}). None of it can be moved to where there is less.`;
  }
}

function batchProof({ status, gap, perhapsMore }: Extract<BatchFact, { kind: 'PROOF' }>): string {
  if (status === 'OPTIMAL') return 'Proven: no other plan places more, and none is fairer.';
  const more = perhapsMore > 0 ? `Perhaps up to ${percent(perhapsMore)} % more work could be placed. ` : '';
  return (
    more +
    (gap === null
      ? 'Whether a fairer plan exists could not be proven.'
      : `Proven to be within ${percent(gap)} % of the fairest plan.`)
  );
}

const percent = (part: number): string => (part * 100).toPrecision(2);
