import { MoneyError } from './money-error.js';

/**
 * How much of the tax on a purchase from a seller without a registration number the buyer may still deduct, newest first
 * (所得税法等の一部を改正する法律 平成28年附則 第52条・第53条, as changed by the tax reform of 令和8年度: 70 % and 30 % were
 * put in and the end moved to 2031).
 */
const PERCENTS = [
  { from: '2031-10-01', percent: 0 },
  { from: '2030-10-01', percent: 30 },
  { from: '2028-10-01', percent: 50 },
  { from: '2026-10-01', percent: 70 },
  { from: '2023-10-01', percent: 80 },
  { from: '1989-04-01', percent: 100 },
] as const;

/**
 * @param date the day of the purchase, `YYYY-MM-DD`
 * @throws MoneyError `TAX_DATE.INVALID`
 */
export function deductionPercentOn(date: `${number}-${number}-${number}`): number {
  const row = /^\d{4}-\d{2}-\d{2}$/.test(date) ? PERCENTS.find(({ from }) => from <= date) : undefined;
  if (row === undefined) throw new MoneyError('TAX_DATE.INVALID', { value: date });
  return row.percent;
}
