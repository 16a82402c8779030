import { MoneyError } from './money-error.js';
import { type Rounding, divideRounded } from './rounding.js';
import { type Yen, toBigInt, toYen } from './yen.js';

/**
 * How consumption tax sees a line: `REDUCED` is food and drink to take away; `NOT_TAXABLE` is what is outside the tax
 * or exempt from it, such as postage paid for the buyer.
 */
export const TAX_CATEGORIES = ['STANDARD', 'REDUCED', 'NOT_TAXABLE'] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

/** Old 8 % and reduced 8 % are two rates: an invoice states them apart. */
export interface TaxRate {
  readonly percent: number;
  readonly isReduced: boolean;
}

/** National and local tax together, newest first (消費税法 第29条 and 地方税法 第72条の83, as changed over time). */
const RATES = [
  { from: '2019-10-01', standardPercent: 10, reducedPercent: 8 },
  { from: '2014-04-01', standardPercent: 8, reducedPercent: null },
  { from: '1997-04-01', standardPercent: 5, reducedPercent: null },
  { from: '1989-04-01', standardPercent: 3, reducedPercent: null },
] as const;

/**
 * The rate in force on the day the goods are handed over or the work is done. Before 2019-10-01 there was no reduced
 * rate, and food was taxed as all else.
 * @param date `YYYY-MM-DD`
 * @throws MoneyError `TAX_DATE.INVALID`
 */
export function taxRateOn(category: TaxCategory, date: `${number}-${number}-${number}`): TaxRate {
  const row = /^\d{4}-\d{2}-\d{2}$/.test(date) ? RATES.find(({ from }) => from <= date) : undefined;
  if (row === undefined) throw new MoneyError('TAX_DATE.INVALID', { value: date });
  if (category === 'NOT_TAXABLE') return { percent: 0, isReduced: false };
  if (category === 'REDUCED' && row.reducedPercent !== null) return { percent: row.reducedPercent, isReduced: true };
  return { percent: row.standardPercent, isReduced: false };
}

/** One line of an invoice. All lines of an invoice state their amounts with tax, or all without. */
export interface TaxableLine {
  readonly amountYen: Yen;
  readonly taxRate: TaxRate;
}

/** What a qualified invoice states: for each rate, and for all. `grossYen` is `netYen` + `taxYen`. */
export interface TaxTotals {
  readonly netYen: Yen;
  readonly taxYen: Yen;
  readonly grossYen: Yen;
}

export interface InvoiceTax extends TaxTotals {
  /** highest rate first, a standard rate before a reduced one of the same height */
  readonly byRate: readonly (TaxTotals & { readonly taxRate: TaxRate })[];
}

/**
 * Tax of one invoice, rounded **once per rate** and never per line (消費税法施行令 第70条の10).
 * @param pricing whether the amounts of the lines include the tax
 * @param rounding the setting of the issuer
 */
export function invoiceTax(
  lines: readonly TaxableLine[],
  pricing: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE',
  rounding: Rounding,
): InvoiceTax {
  const totals = new Map<string, { taxRate: TaxRate; amount: bigint }>();
  for (const { amountYen, taxRate } of lines) {
    const key = `${taxRate.percent} ${taxRate.isReduced}`;
    const total = totals.get(key) ?? { taxRate, amount: 0n };
    total.amount += toBigInt(amountYen);
    totals.set(key, total);
  }

  const byRate = [...totals.values()]
    .sort((a, b) => b.taxRate.percent - a.taxRate.percent || Number(a.taxRate.isReduced) - Number(b.taxRate.isReduced))
    .map(({ taxRate, amount }) => {
      const percent = toBigInt(taxRate.percent);
      const isInclusive = pricing === 'TAX_INCLUSIVE';
      const tax = divideRounded(amount * percent, isInclusive ? 100n + percent : 100n, rounding);
      const net = isInclusive ? amount - tax : amount;
      return { taxRate, netYen: toYen(net), taxYen: toYen(tax), grossYen: toYen(net + tax) };
    });
  const sum = (pick: (totals: TaxTotals) => Yen) => toYen(byRate.reduce((all, one) => all + BigInt(pick(one)), 0n));
  return {
    byRate,
    netYen: sum(({ netYen }) => netYen),
    taxYen: sum(({ taxYen }) => taxYen),
    grossYen: sum(({ grossYen }) => grossYen),
  };
}
