import { eraDate, type LocalDate } from '#yui/calendar';
import { deductionPercentOn } from '#yui/money';
import type { SettlementLine } from '../settlement/settlement-line.entity.js';

/**
 * Of an issuer without a registration number: how much of the tax the payer may still deduct, on the day of each trade. A paper
 * over a period in which the percentage changed (2028-10-01 and others) states it for each.
 * @param percentOfInvoice of the last day
 */
export function deductionNotes(lines: readonly SettlementLine[], percentOfInvoice: number): string[] {
  const lastDays = new Map<number, LocalDate>();
  for (const { tradedOn } of [...lines].sort((a, b) => (a.tradedOn < b.tradedOn ? -1 : 1))) {
    lastDays.set(deductionPercentOn(tradedOn), tradedOn);
  }
  if (lastDays.size <= 1) return percentOfInvoice === 0 ? [] : [deductionWords('', percentOfInvoice)];
  return [...lastDays].map(([percent, day]) => deductionWords(`${eraDate(day)}までの取引は、`, percent));
}

const deductionWords = (which: string, percent: number): string =>
  percent === 0
    ? `${which}お支払者は仕入税額相当額を控除できません（経過措置の対象外）。`
    : `経過措置により、${which}お支払者は仕入税額相当額の${percent}％を控除できます。`;
