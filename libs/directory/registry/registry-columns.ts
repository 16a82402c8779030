/** What a column of a published facility list holds. */
export type RegistryColumn =
  | { field: 'NUMBER' | 'NAME' | 'CAPACITY' | 'SERVICES' }
  | { field: 'WAGE_MONTH' | 'WAGE_HOUR' | 'TARGET'; fiscalYear: number };

/** What a header says: a column that is read, a wage column without its year, or something that is not read. */
export type HeaderMeaning = RegistryColumn | 'FISCAL_YEAR_MISSING' | null;

/** The calendar year before the first of the era: 令和3年度 begins in 2018 + 3. */
const YEAR_BEFORE_ERA = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 } as const;

/** Headings in the order they are tried, on the header without width, case, spaces and what stands in brackets. */
const PLAIN_HEADINGS: readonly (readonly ['NUMBER' | 'NAME' | 'CAPACITY' | 'SERVICES', RegExp])[] = [
  ['NUMBER', /^(?:no\.?|番号|項番|通番|通し番号|連番|整理番号|#)$/u],
  ['NAME', /^(?:name|facilityname|(?:事業所|施設)(?:・(?:事業所|施設))?の?(?:名称?)?|名称|事業所等?名称?|作業所名)$/u],
  ['CAPACITY', /^(?:capacity|capacitypersons|(?:利用|事業所)?定員(?:数|人数)?)$/u],
  [
    'SERVICES',
    /^(?:services|(?:主な|主たる|主要な?)?(?:作業|事業|業務|生産活動|活動|仕事)の?(?:内容|種目|種類|品目)(?:等)?|主な(?:作業|事業|業務|生産活動|活動|仕事|製品・作業|作業・製品)等?|作業(?:種別|科目)|生産活動|取扱品目|受注(?:可能な?)?(?:作業|業務|品目)(?:内容)?)$/u,
  ],
];

/**
 * Reads one header: the code names of the sample list (`capacity_persons`, `wage_month_r5_yen`) or a Japanese heading
 * as prefectures write them (`利用定員（人）`, `令和5年度　平均工賃月額（円）`, `R6目標工賃`).
 *
 * @param assumedFiscalYear first year of the fiscal year a wage heading without a year belongs to, when it is known
 */
export function meaningOfHeader(header: string, assumedFiscalYear?: number): HeaderMeaning {
  const wide = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/gu, '');
  const heading = wide.replace(/\([^()]*\)|\[[^[\]]*\]/gu, '');
  for (const [field, pattern] of PLAIN_HEADINGS) if (pattern.test(heading)) return { field };

  const money = moneyField(wide);
  if (!money) return null;
  const fiscalYear = fiscalYearIn(header) ?? assumedFiscalYear;
  return fiscalYear === undefined ? 'FISCAL_YEAR_MISSING' : { field: money, fiscalYear };
}

/**
 * First calendar year of the fiscal year a text names: `令和5年度`, `R5`, `wage_r5` → 2023; `平成30年度` → 2018;
 * `2024年度`, `FY2024` → 2024. Undefined when it names none.
 */
export function fiscalYearIn(text: string): number | undefined {
  const folded = text.normalize('NFKC').toLowerCase();
  const era =
    /(令和|平成)(元|\d{1,2})(?!\d)/u.exec(folded.replace(/\s+/gu, '')) ??
    /(?<![a-z])([rh])\.?(元|\d{1,2})(?!\d)/u.exec(folded);
  if (era) {
    const yearOfEra = era[2] === '元' ? 1 : Number(era[2]);
    return YEAR_BEFORE_ERA[era[1] as keyof typeof YEAR_BEFORE_ERA] + yearOfEra;
  }
  const western = /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(folded);
  return western ? Number(western[1]) : undefined;
}

function moneyField(wide: string): 'WAGE_MONTH' | 'WAGE_HOUR' | 'TARGET' | null {
  // Yearly totals, head counts, rates and plans about wages are other figures.
  if (/総額|年額|支払|人数|延べ|率|増減|比|順位|計画|有無|規程|加算|最低/u.test(wide)) return null;
  const isHourly = /時間|時給|hour/u.test(wide);
  if (/目標|target/u.test(wide)) return !isHourly && /工賃|賃金|wage|月額|target/u.test(wide) ? 'TARGET' : null;
  if (!/工賃|賃金|wage/u.test(wide)) return null;
  return isHourly ? 'WAGE_HOUR' : 'WAGE_MONTH';
}
