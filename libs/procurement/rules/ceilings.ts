import type { LocalDate } from '#yui/calendar';
import type { GovernmentKind } from './government.entity.js';

export const WORK_KINDS = ['MANUFACTURE', 'PURCHASE', 'OTHER'] as const;
/** 工事又は製造の請負 / 財産の買入れ / 前各号に掲げるもの以外のもの */
export type WorkKind = (typeof WORK_KINDS)[number];

type Ceilings = Readonly<Record<WorkKind, number>>;

/** 地方自治法施行令 別表第五, in yen: what the limits of governments may reach. */
const RAISED_ON: LocalDate = '2025-04-01';
const CEILINGS: Readonly<Record<'before' | 'since', Readonly<Record<'large' | 'small', Ceilings>>>> = {
  before: {
    large: { MANUFACTURE: 2_500_000, PURCHASE: 1_600_000, OTHER: 1_000_000 },
    small: { MANUFACTURE: 1_300_000, PURCHASE: 800_000, OTHER: 500_000 },
  },
  since: {
    large: { MANUFACTURE: 4_000_000, PURCHASE: 3_000_000, OTHER: 2_000_000 },
    small: { MANUFACTURE: 2_000_000, PURCHASE: 1_500_000, OTHER: 1_000_000 },
  },
};

/** The ceiling of the law for a contract of that kind on that day. */
export function ceilingOn(government: GovernmentKind, work: WorkKind, on: LocalDate): number {
  const table = CEILINGS[on < RAISED_ON ? 'before' : 'since'];
  return table[government === 'MUNICIPALITY' ? 'small' : 'large'][work];
}

export interface Limit {
  readonly workKind: WorkKind;
  readonly limitYen: number;
  /** The rule it comes from. */
  readonly source: string;
  /** The government has recorded no rule of its own: the ceiling of the law is taken. */
  readonly isAssumed: boolean;
}

export interface OwnLimit {
  readonly workKind: WorkKind;
  readonly fromOn: LocalDate;
  readonly limitYen: number;
  readonly source: string;
}

/** The limit that holds on a day: the newest own rule by then, else the ceiling of the law. */
export function limitOn(
  government: GovernmentKind,
  own: readonly OwnLimit[],
  workKind: WorkKind,
  on: LocalDate,
): Limit {
  const [rule] = own
    .filter((each) => each.workKind === workKind && each.fromOn <= on)
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  if (rule) return { workKind, limitYen: rule.limitYen, source: rule.source, isAssumed: false };
  return {
    workKind,
    limitYen: ceilingOn(government, workKind, on),
    source: '地方自治法施行令 別表第五',
    isAssumed: true,
  };
}

/** Printing is made to order (製造の請負); goods are bought; everything else is other. */
export function workKindOf(category: { readonly code: string; readonly kind: string }): WorkKind {
  if (category.code === 'SERVICE_PRINTING') return 'MANUFACTURE';
  return category.kind === '物品' ? 'PURCHASE' : 'OTHER';
}
