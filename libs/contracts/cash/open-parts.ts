import type { LocalDate } from '#yui/calendar';

/** Something owed on a day. Reversals are negative and bear the day of what they reverse. */
export interface OwedLine {
  readonly contractId: string;
  readonly isFee: boolean;
  readonly dueOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly grossYen: number;
}

/** What is still to be paid of it. */
export interface OpenPart extends Omit<OwedLine, 'grossYen'> {
  readonly openYen: number;
}

/**
 * What is still open of each day, payments being for what was due first. What was paid too much on a contract is negative,
 * on the last of its days: it has to come back.
 * @param paidYen by contract and fee, `keyOfPart`
 */
export function openParts(lines: readonly OwedLine[], paidYen: ReadonlyMap<string, number>): OpenPart[] {
  const days = new Map<string, { part: Omit<OwedLine, 'grossYen'>; owedYen: number }>();
  for (const { grossYen, ...part } of lines) {
    const key = `${keyOfPart(part)} ${part.dueOn} ${part.receivedOn ?? ''}`;
    const day = days.get(key) ?? { part, owedYen: 0 };
    day.owedYen += grossYen;
    days.set(key, day);
  }
  const left = new Map(paidYen);
  const sorted = [...days.values()].sort((a, b) => compareDays(a.part.dueOn, b.part.dueOn));
  const open = sorted.map(({ part, owedYen }): OpenPart => {
    const key = keyOfPart(part);
    const paid = Math.min(left.get(key) ?? 0, Math.max(owedYen, 0));
    left.set(key, (left.get(key) ?? 0) - paid);
    return { ...part, openYen: owedYen - paid };
  });
  const lastOf = new Map(sorted.map(({ part }) => [keyOfPart(part), part]));
  const surplus = [...lastOf].flatMap(([key, part]): OpenPart[] => {
    const yen = left.get(key) ?? 0;
    return yen > 0 ? [{ ...part, openYen: -yen }] : [];
  });
  return [...open, ...surplus].filter(({ openYen }) => openYen !== 0);
}

const compareDays = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const keyOfPart = ({ contractId, isFee }: Pick<OwedLine, 'contractId' | 'isFee'>): string =>
  `${contractId} ${isFee}`;
