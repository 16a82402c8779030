import { foldText } from './fold-text.js';

/** The calendar year before the first of the era: 令和3年度 begins in 2018 + 3. */
const YEAR_BEFORE_ERA: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };
const DATE =
  /(?:(令和|平成|(?<![a-z])[rh])\.?(元|\d{1,2})|(?<!\d)((?:19|20)\d{2}))(?:(年度)|[年./-](\d{1,2})(?!\d)(?:月)?(?:[./-]?\d{1,2}日?|末)?|年)?(現在|時点)?/gu;

/**
 * The fiscal years a text names, each once, by their first calendar year: `令和5年度`, `R5`, `wage_r5` → 2023;
 * `2024年度`, `FY2024` → 2024; `令和6年3月` → 2023, as January to March end a fiscal year. The day of a survey
 * (`令和6年4月1日現在`) names none.
 */
export function fiscalYearsIn(text: string): number[] {
  const years = new Set<number>();
  for (const [, era, ofEra, western, , month, survey] of foldText(text).replaceAll('_', ' ').matchAll(DATE)) {
    if (survey) continue;
    const year = era ? (YEAR_BEFORE_ERA[era] ?? 0) + (ofEra === '元' ? 1 : Number(ofEra)) : Number(western);
    const monthNumber = month === undefined ? null : Number(month);
    years.add(monthNumber !== null && monthNumber >= 1 && monthNumber <= 3 ? year - 1 : year);
  }
  return [...years];
}

/** The text without the dates in it, so that `令和6年3月` does not make a wage one of a month. */
export function withoutDates(folded: string): string {
  return folded.replace(DATE, ' ');
}
