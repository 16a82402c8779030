import type { LocalDate } from '#yui/calendar';

/** Money that comes to the desk (positive) or leaves it (negative) on a day. */
export interface CashFlow {
  readonly on: LocalDate;
  readonly contractId: string;
  readonly workOrderId: string;
  /** The buyer or facility it comes from or goes to. */
  readonly partnerId: string;
  readonly partner: 'BUYER' | 'FACILITY';
  readonly amountYen: number;
  /** Agreed, but the work is not done or not accepted yet. */
  readonly isExpected: boolean;
  /** The fee, not the work. */
  readonly isFee: boolean;
  /** Paid too much: it has to come back. */
  readonly isRepayment: boolean;
}

export interface CashPlan {
  readonly flows: readonly (CashFlow & { readonly runningYen: number })[];
  /** What the desk has to pay before it is paid: how far the running sum falls below nothing. */
  readonly gapYen: number;
  /** When it has fallen furthest; null: it never does. */
  readonly gapOn: LocalDate | null;
}

/** Day by day; on one day money goes out before it comes in, as the desk cannot count on the other order. */
export function planCash(flows: readonly CashFlow[]): CashPlan {
  const sorted = [...flows].sort((a, b) =>
    a.on === b.on ? a.amountYen - b.amountYen || (a.contractId < b.contractId ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
  let runningYen = 0;
  let gapYen = 0;
  let gapOn: LocalDate | null = null;
  const rows = sorted.map((flow) => {
    runningYen += flow.amountYen;
    if (-runningYen > gapYen) {
      gapYen = -runningYen;
      gapOn = flow.on;
    }
    return { ...flow, runningYen };
  });
  return { flows: rows, gapYen, gapOn };
}
