import { groupBy } from '#yui/platform';

/** By what a list can cut the money of a year. Of facilities and single orders only whether it names any is told. */
export const CUTS = [
  'category',
  'department',
  'supplierKind',
  'level',
  'contractType',
  'government',
  'facility',
  'singleOrder',
] as const;
export type Cut = (typeof CUTS)[number];

export const FIGURES = ['yen', 'orderCount', 'facilityCount', 'matchingCount'] as const;
export type Figure = (typeof FIGURES)[number];

/** What a list that came along tells of a year. */
export interface RecordedList {
  readonly keeperId: string;
  readonly fiscalYear: number;
  /** Whose money it is; '' where that is one of the cuts. */
  readonly government: string;
  readonly sourceName: string;
  readonly figures: readonly Figure[];
  /** The different values of its rows; '': a row that does not say. */
  readonly values: Readonly<Record<Cut, readonly string[]>>;
}

/**
 * The lists that do not count. Lists of the same keeper, year and government that are cut by different things tell of the same
 * money: one counts, the first in this order: that has amounts; that is cut by what is asked; that has other figures; that is
 * cut by category, department, kind of supplier and so on; and by name. They tell of other money, and all count, where they are
 * cut by the same things (the halves of a year), where every row says what it is of and none is of the same (two departments),
 * and where they have no figure in common.
 * @param asked what a table has rows for; null: what no list says
 */
export function omittedLists(lists: readonly RecordedList[], asked: Cut | null): RecordedList[] {
  return [...groupBy(lists, wholeOf).values()].flatMap((alternatives) => {
    const counted: RecordedList[] = [];
    const omitted: RecordedList[] = [];
    for (const list of inOrder(alternatives, asked)) {
      (counted.every((other) => isOfOtherMoney(list, other)) ? counted : omitted).push(list);
    }
    return omitted;
  });
}

const wholeOf = ({ keeperId, fiscalYear, government }: RecordedList) =>
  JSON.stringify([keeperId, fiscalYear, government]);

function inOrder(lists: readonly RecordedList[], asked: Cut | null): RecordedList[] {
  const merits = (list: RecordedList): boolean[] => [
    list.figures.includes('yen'),
    asked !== null && isCutBy(list, asked),
    ...FIGURES.map((figure) => list.figures.includes(figure)),
    ...CUTS.map((cut) => isCutBy(list, cut)),
  ];
  const ranked = lists.map((list) => ({ list, rank: merits(list).map(Number).join('') }));
  ranked.sort((a, b) => compare(b.rank, a.rank) || compare(a.list.sourceName, b.list.sourceName));
  return ranked.map(({ list }) => list);
}

function isOfOtherMoney(one: RecordedList, other: RecordedList): boolean {
  if (!one.figures.some((figure) => other.figures.includes(figure))) return true;
  if (CUTS.every((cut) => isCutBy(one, cut) === isCutBy(other, cut))) return true;
  return PARTS.some((cut) => {
    const [values, others] = [one.values[cut], other.values[cut]];
    return ![...values, ...others].includes('') && !values.some((value) => others.includes(value));
  });
}

/** What parts money. Facilities do not: each table spells their names its own way. */
const PARTS = ['category', 'department', 'supplierKind', 'level', 'contractType', 'government'] as const;

const isCutBy = ({ values }: RecordedList, cut: Cut) => values[cut].some((value) => value !== '');
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
