import type { WageBasis, WageForecast } from '#yui/money';
import { yearName } from '../kit/report/report.js';
import { formatNumber, formatYen } from '../words/format.js';
import type { WageWords } from './words.ja.js';

/** What work would add to an average wage, and what is assumed, in words. */
export function forecastWords(
  { forecast: words }: WageWords,
  { addedMonthYen, fromMonthYen, toMonthYen }: WageForecast,
  { fiscalYear, source, wagePermille }: Pick<WageBasis, 'fiscalYear' | 'source' | 'wagePermille'>,
): { readonly line: string; readonly assumed: string } {
  return {
    line: words.line(formatYen(addedMonthYen), formatYen(fromMonthYen), formatYen(toMonthYen)),
    assumed: [
      words.year(yearName(fiscalYear)),
      wagePermille === null ? words.allPaid : words.partPaid(formatNumber(wagePermille / 10)),
      source === 'LISTED' ? words.places : words.users,
      words.never,
    ].join(''),
  };
}
