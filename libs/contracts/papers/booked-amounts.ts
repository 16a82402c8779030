import { Like, Or } from 'typeorm';
import type { Yen } from '#yui/money';
import type { Transaction } from '#yui/platform';
import { SettlementLine } from '../settlement/settlement-line.entity.js';

/** What something comes to as the books have it, so that papers about parts add up to the paper about the whole. */
export interface BookedAmount {
  readonly netYen: Yen;
  readonly taxYen: Yen;
  readonly grossYen: Yen;
}

/** @param sources what lines of the order were worked out from: `share <id>` of a facility, `line <id>` of a buyer */
export async function bookedAmountOf(
  tx: Transaction,
  workOrderId: string,
  ...sources: readonly (`share ${string}` | 'line %' | 'charge %')[]
): Promise<BookedAmount> {
  const lines = await tx.manager.findBy(SettlementLine, {
    workOrderId,
    sourceKey: Or(...sources.map((source) => Like(source))),
  });
  // A reversal stands with the opposite sign.
  const sum = (of: keyof BookedAmount) => lines.reduce((yen, line) => yen + line[of], 0);
  return { netYen: sum('netYen'), taxYen: sum('taxYen'), grossYen: sum('grossYen') };
}
