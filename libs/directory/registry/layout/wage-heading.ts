import { fiscalYearsIn, withoutDates } from './fiscal-year.js';
import { foldText } from './fold-text.js';

/** What a figure about wages is of. Only averages of a month and of an hour have a place in the directory. */
export type WageMeasure = 'MONTH' | 'HOUR' | 'DAY' | 'YEAR' | 'TOTAL' | 'PERSONS' | 'DAYS' | 'RATE' | 'UNSTATED';

export interface WageHeading {
  readonly measure: WageMeasure;
  /** Whether the heading says so; otherwise 平均 or 目標 alone lets it be supposed, and the figures must bear it out. */
  readonly isMeasureStated: boolean;
  readonly isTarget: boolean;
  /** First calendar year of the fiscal year; null when the heading names none, or more than one. */
  readonly fiscalYear: number | null;
  /** By the formula that held until fiscal 2023, where the list gives both. */
  readonly isOldFormula: boolean;
  /** 1,000 under 千円. */
  readonly factor: number;
  /** The column's own heading speaks of wages; otherwise one above it does. */
  readonly isStatedByOwn: boolean;
}

const WAGES = /工賃|賃金|給料|給与|wage|target/u;
const AMOUNT = /月額|時給|時間額|時間給|日額|日給|年額|目標額|目標月額/u;
const NO_WAGE =
  /売上|契約額|受注額|調達|収入|経費|販売|計画|有無|規程|規則|支給日|支払日|支払方法|加算|最低|順位|順番|ランク|区分/u;

/**
 * Reads a heading about wages: `令和5年度　平均工賃月額（円）`, `R6目標工賃`, or 月額 below 令和3年度実績.
 * The column's own words go before those of the headings above it. @returns null for a heading about something else
 */
export function wageHeading(own: string, above: readonly string[]): WageHeading | null {
  const ownFolded = foldText(own);
  const texts = [ownFolded, ...above.map(foldText).reverse()];
  const all = texts.join(' ');
  const ofWages = (text: string) => WAGES.test(text) || AMOUNT.test(text);
  // 平均, 月額 and years alone are said of many things: some heading of the column must speak of wages or of amounts.
  if (!texts.some(ofWages) || NO_WAGE.test(all)) return null;
  const isStatedByOwn = ofWages(ownFolded);
  if (!isStatedByOwn && !saysMore(ownFolded)) return null;
  const yearsNearest = texts.map(fiscalYearsIn).find((years) => years.length > 0) ?? [];
  return {
    measure: measureOf(texts) ?? supposedMeasure(texts),
    isMeasureStated: measureOf(texts) !== null,
    isTarget: /目標|target/u.test(ownFolded) || (!/実績/u.test(ownFolded) && /目標|target/u.test(all)),
    fiscalYear: yearsNearest.length === 1 ? (yearsNearest[0] ?? null) : null,
    isOldFormula: /旧|従前|従来|改正前|見直し前/u.test(all),
    factor: /千円/u.test(all) ? 1000 : /万円/u.test(all) ? 10_000 : 1,
    isStatedByOwn,
  };
}

/** Whether a heading below one about wages is about them as well: 令和5年度, 人数, 平均 are; 備考 is not. */
function saysMore(own: string): boolean {
  return fiscalYearsIn(own).length > 0 || /月|時間|日|年|平均|実績|目標|総額|合計|人|円|率|比/u.test(own);
}

function measureOf(texts: readonly string[]): WageMeasure | null {
  for (const text of texts) {
    const measure = statedMeasure(withoutDates(text).replace(/[1一]人(?:当|あ)たり(?:の)?|年度/gu, ''));
    if (measure) return measure;
  }
  return null;
}

function supposedMeasure(texts: readonly string[]): WageMeasure {
  return texts.some((text) => /平均|目標|target/u.test(text)) ? 'MONTH' : 'UNSTATED';
}

function statedMeasure(text: string): WageMeasure | null {
  if (/率|増減|伸び|前年比|比較|割合|達成|[%]|差額|[較の]差/u.test(text)) return 'RATE';
  if (/人数|者数|人員|延べ|対象者|\(人\)|\(名\)|人月|利用者/u.test(text)) return 'PERSONS';
  if (/日数|開所日|\(日\)|時間数|総時間|\(時間\)|月数/u.test(text)) return 'DAYS';
  if (/総額|総支給/u.test(text)) return 'TOTAL';
  if (/月額|月平均|平均月|month/u.test(text)) return 'MONTH';
  if (/合計|支払|総計|^計$|計\(/u.test(text)) return 'TOTAL';
  if (/年額|年間|年収|1年|一年/u.test(text)) return 'YEAR';
  if (/時間|時給|hour|\/h|\/時/u.test(text)) return 'HOUR';
  if (/日額|日給|1日|一日|日当|\/日|day/u.test(text)) return 'DAY';
  return /月/u.test(text) ? 'MONTH' : null;
}
