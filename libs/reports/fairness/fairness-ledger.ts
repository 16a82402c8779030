import type { Measure } from '#yui/matching';
import { divideRounded } from '#yui/money';
import { groupBy } from '#yui/platform';

/** The months of a fiscal year, in its order. */
export const FISCAL_MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const;

/** Rows carry sen or seconds, so that months and totals are each rounded from what they really are. */
const PARTS_OF: Readonly<Record<Measure, bigint>> = { YEN: 100n, MINUTES: 60n };

export interface FairnessMember {
  readonly facilityId: string;
  readonly facilityName: string;
  /** How much of the work is its fair part beside the others': its people. */
  readonly persons: number;
}

export interface FairnessSum {
  readonly facilityId: string;
  /** 1 to 12; null: it came along without a month. */
  readonly month: number | null;
  /** Sen or seconds. */
  readonly parts: bigint;
}

export interface FairnessMonth {
  readonly month: number;
  readonly amount: number;
  /** From the beginning of the year to the end of this month, for each of its people. */
  readonly perPerson: number;
  /** The same for everybody together: where all would stand if nobody had got more than others. */
  readonly levelPerPerson: number;
}

/** What one facility received in the year, against the level. */
export interface FairnessLine extends FairnessMember {
  readonly months: readonly FairnessMonth[];
  /** What came along without a month; it counts from the beginning of the year. */
  readonly undatedAmount: number;
  readonly amount: number;
  readonly perPerson: number;
  /** Above (or, below zero, under) what the level would have given its people. */
  readonly difference: number;
}

export interface FairnessLedger {
  readonly measure: Measure;
  readonly persons: number;
  readonly amount: number;
  /** What everybody received together, for each person. */
  readonly levelPerPerson: number;
  /** Who received least for its people first. */
  readonly lines: readonly FairnessLine[];
}

/**
 * Who received what in a year, by month, against the level: the sum of all divided by the people of all.
 * @param members everybody the desk could have given work to, and those that received some
 */
export function fairnessLedger(
  members: readonly FairnessMember[],
  sums: readonly FairnessSum[],
  measure: Measure,
): FairnessLedger {
  const unit = PARTS_OF[measure];
  const persons = members.reduce((sum, member) => sum + member.persons, 0);
  const rounded = (parts: bigint, by = 1) =>
    by === 0 ? 0 : Number(divideRounded(parts, unit * BigInt(by), 'NEAREST'));
  const running = (of: readonly FairnessSum[]) => {
    let before = partsOf(of, null);
    return FISCAL_MONTHS.map((month) => (before += partsOf(of, month)));
  };
  const all = total(sums);
  const level = running(sums);
  const byFacility = groupBy(sums, ({ facilityId }) => facilityId);
  const lines = members.map((member): FairnessLine & { readonly parts: bigint } => {
    const own = byFacility.get(member.facilityId) ?? [];
    const received = running(own);
    const parts = total(own);
    return {
      ...member,
      parts,
      months: FISCAL_MONTHS.map((month, place) => ({
        month,
        amount: rounded(partsOf(own, month)),
        perPerson: rounded(received[place]!, member.persons),
        levelPerPerson: rounded(level[place]!, persons),
      })),
      undatedAmount: rounded(partsOf(own, null)),
      amount: rounded(parts),
      perPerson: rounded(parts, member.persons),
      difference: rounded(parts * BigInt(persons) - all * BigInt(member.persons), persons),
    };
  });
  lines.sort((a, b) => {
    const [one, other] = [a.parts * BigInt(b.persons), b.parts * BigInt(a.persons)];
    return one < other ? -1 : one > other ? 1 : a.facilityId < b.facilityId ? -1 : 1;
  });
  return {
    measure,
    persons,
    amount: rounded(all),
    levelPerPerson: rounded(all, persons),
    lines: lines.map(({ parts: _, ...line }) => line),
  };
}

const total = (sums: readonly FairnessSum[]) => sums.reduce((sum, { parts }) => sum + parts, 0n);
const partsOf = (sums: readonly FairnessSum[], month: number | null) =>
  total(sums.filter((each) => each.month === month));
