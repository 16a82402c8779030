import { eraDate, type LocalDate } from '#yui/calendar';
import { formatUnitPrice, formatYen, type Sen, type TaxRate, type Yen } from '#yui/money';
import { PAPER_TITLES, type PaperReference } from '../sheet/paper-data.js';
import type { Cell, Fact } from '../sheet/sheet.js';

const grouped = new Intl.NumberFormat('ja-JP');

/** `12,345`: for columns whose heading says the unit. */
export function digits(amount: number): string {
  return grouped.format(amount);
}

/** `¥12,345` */
export function yenSign(amountYen: Yen): string {
  return `${amountYen < 0 ? '−' : ''}¥${grouped.format(Math.abs(amountYen))}`;
}

/** `3.50` */
export function unitPrice(unitPriceSen: Sen): string {
  return formatUnitPrice(unitPriceSen).slice(0, -1);
}

export { eraDate as dateWords, formatYen as yenWords };

/** `令和8年11月1日から令和8年11月30日まで`, or the day alone. */
export function periodWords(from: LocalDate | null, to: LocalDate): string {
  return from === null || from === to ? eraDate(to) : `${eraDate(from)}から${eraDate(to)}まで`;
}

/** `見積書 Q-2026-0012（令和8年11月2日）` */
export function referenceWords({ kind, number, issuedOn }: PaperReference): string {
  return `${PAPER_TITLES[kind]} ${number}（${eraDate(issuedOn)}）`;
}

/** `10%`, `8%`; old 8 % and reduced 8 % are told apart where they are named. */
export function rateWords({ percent, isReduced }: TaxRate): string {
  if (percent === 0) return '対象外';
  return isReduced ? `${percent}%（軽減）` : `${percent}%`;
}

export function cell(text: string, detail: string | null = null): Cell {
  return { text, detail: detail === '' ? null : detail };
}

/** Rows that have something to say. */
export function known(facts: readonly { label: string; value: string | null }[]): Fact[] {
  return facts.filter((fact): fact is Fact => fact.value !== null && fact.value !== '');
}

/** `R8.12.4`, for a narrow column; empty for null. */
export function shortDate(day: LocalDate | null): string {
  if (day === null) return '';
  return eraDate(day)
    .replace(/^令和/, 'R')
    .replace(/[年月]/g, '.')
    .replace('日', '');
}
