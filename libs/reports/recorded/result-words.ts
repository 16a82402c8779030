import { CONTRACT_TYPES, type ContractType } from '#yui/orders';
import { GOVERNMENT_LEVELS, type GovernmentLevel, JOINT_DESK } from './recorded-result.entity.js';

/** Categories of the national scheme and kinds of facilities, by the names tables print. */
export interface ResultNames {
  readonly categories: readonly { readonly code: string; readonly nameJa: string }[];
  readonly facilityTypes: readonly { readonly code: string; readonly nameJa: string }[];
}

/** What a label of a table stands for. */
export interface LabelMeaning {
  readonly fiscalYear?: number;
  readonly contractType?: ContractType;
  readonly categoryCode?: string;
  readonly level?: GovernmentLevel;
  readonly supplierKind?: string;
  /** 合計 is what was printed; a 小計 is passed over. */
  readonly sum?: 'TOTAL' | 'SUBTOTAL';
}

export type Measure = 'orderCount' | 'facilityCount' | 'matchingCount' | 'units' | 'yen';

/** One form for what tables write in many: width, case, spaces and brackets do not matter. */
export const foldLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・･、,，.。:：]/g, '');

const CONTRACT_WORDS: Readonly<Record<ContractType, RegExp>> = {
  DESK_CONTRACT: /^(窓口)?契約型?$/,
  BROKERED: /^(調整)?(仲介|調整)型?$/,
  REFERRAL: /^(斡旋|あっせん|あつ旋|あっ旋|紹介)型?$/,
};

const LEVEL_WORDS: Readonly<Record<GovernmentLevel, RegExp>> = {
  NATION: /^(国|国の機関|各府省庁?|省庁)(分|計)?$/,
  PREFECTURE: /^(都道府県|県|県庁|知事部局|本県)(分|計)?$/,
  MUNICIPALITY: /^(市町村|市区町村|市町|区市町村)(分|計)?$/,
  INCORPORATED: /^(地方)?(独立行政法人等?|独法等?|地方独立行政法人等?)(分|計)?$/,
};

const YEAR = /^(?:(令和|平成|昭和|r|h|s)(元|\d{1,2})|(\d{4}))(?:年度|fy)?(?:\(.*\))?(?:実績|目標)?$/;
const ERA_BEFORE: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925 };

/** The fiscal year a label names (`平成25年度`, `R6`, `2013年度`), by its first calendar year; null: it names none. */
export function fiscalYearIn(text: string): number | null {
  const [, era, year, western] = YEAR.exec(foldLabel(text)) ?? [];
  if (western !== undefined) return Number(western) >= 1950 && Number(western) <= 2100 ? Number(western) : null;
  return era === undefined ? null : ERA_BEFORE[era]! + (year === '元' ? 1 : Number(year));
}

/** Whether the text of a free column (a title, a department, a town) is a sum: 会計, 役務 and ホームページ設計 are none. */
export function sumIn(text: string): 'TOTAL' | 'SUBTOTAL' | null {
  const label = foldLabel(text);
  if (TOTAL.test(label)) return 'TOTAL';
  return /^(小計|中計)$/.test(label) || /.(小計|合計)$/.test(label) ? 'SUBTOTAL' : null;
}

const TOTAL = /^(合計|総計|総合計|全体|計)$/;

/** What a label stands for by itself; null: nothing that is known, such as the name of a town. */
export function meaningOf(text: string, names: ResultNames): LabelMeaning | null {
  const label = foldLabel(text).replace(/^[(（]?[①-⑳\d]{1,2}[)）]?(?=\D)/, '');
  if (TOTAL.test(label)) return { sum: 'TOTAL' };
  if (/(小計|合計|計)$/.test(label) || /^(物品|役務)$/.test(label)) return { sum: 'SUBTOTAL' };
  const fiscalYear = fiscalYearIn(text);
  if (fiscalYear !== null) return { fiscalYear };
  const contractType = CONTRACT_TYPES.find((type) => CONTRACT_WORDS[type].test(label));
  if (contractType) return { contractType };
  const level = GOVERNMENT_LEVELS.find((each) => LEVEL_WORDS[each].test(label));
  if (level) return { level };
  const category = names.categories.find(({ nameJa }) => isNamed(label, nameJa));
  if (category) return { categoryCode: category.code };
  if (/^共同受注窓口$/.test(label)) return { supplierKind: JOINT_DESK };
  const kind = names.facilityTypes.find(({ nameJa }) => isNamed(label, nameJa));
  return kind ? { supplierKind: kind.code } : null;
}

/** `就労継続支援B型` is 就労継続支援B型事業所. */
function isNamed(label: string, name: string): boolean {
  const folded = foldLabel(name);
  return label === folded || `${label}事業所` === folded || label === folded.replace(/^その他の/, 'その他');
}

/** Which figure a heading is over. The longer words first: 延べ事業所数 is no number of orders. */
const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  ['facilityCount', /事業所数|事業所延べ?数/],
  ['matchingCount', /マッチング/],
  ['yen', /金額|売上|実績額|調達額|受注額|発注額|契約額|総額|千円|\(円\)|^円$/],
  ['units', /数量|個数/],
  ['orderCount', /件数|案件数|受注数|契約数|^件$/],
];

export function measureIn(heading: string): Measure | null {
  const label = foldLabel(heading);
  return MEASURES.find(([, word]) => word.test(label))?.[0] ?? null;
}

/** What a column of a list holds beside figures. */
export type Attribute =
  | 'fiscalYear'
  | 'performedOn'
  | 'contractType'
  | 'categoryCode'
  | 'level'
  | 'government'
  | 'department'
  | 'supplierKind'
  | 'facilityName'
  | 'title'
  | 'tax'
  | 'key';

const ATTRIBUTES: readonly (readonly [Attribute, RegExp])[] = [
  ['fiscalYear', /^(会計)?年度$/],
  ['performedOn', /^(履行|納品|納入|契約|発注|調達|完了)?(日|年月日|日付)$/],
  ['contractType', /^(契約の?(型|形|形式|形態|種類)|形式|受注形態|型)$/],
  ['categoryCode', /^(調達)?(区分|分類|品目|品目分類|物品役務の?区分|種別区分)$/],
  ['level', /^(機関(の)?区分|国県市町村(の別)?|団体区分|区分\(機関\))$/],
  ['government', /^(官公庁|機関|機関名|団体|団体名|市町村|市町村名|自治体|自治体名|発注者|発注機関|発注元)$/],
  ['department', /^(部署|部局|部局名|所属|所属名|課|担当課|課名|発注課)$/],
  ['supplierKind', /^(調達先|相手方|発注先|事業所|施設)?の?(種別|種類|区分\(施設\))$/],
  ['facilityName', /^(事業所|施設|調達先|発注先|相手方|契約の?相手方)(名|名称)?$/],
  ['title', /^(件名|内容|品名|品目名|案件|業務名|物品名|役務名|発注内容|調達内容)$/],
  ['tax', /^(税|税区分|消費税|税込税抜|税込税抜の別)$/],
  ['key', /^(no|番号|整理番号|通番|id)$/],
];

export function attributeIn(heading: string): Attribute | null {
  const label = foldLabel(heading).replace(/[\/／]/g, '');
  return ATTRIBUTES.find(([, word]) => word.test(label))?.[0] ?? null;
}

/** Whether a text says that amounts are with tax; null: it does not say. */
export function taxIn(text: string): boolean | null {
  const label = foldLabel(text);
  if (/税抜|税別|税を?除/.test(label)) return false;
  return /税込|税を?含/.test(label) ? true : null;
}

/** Whether a text says that amounts are thousands of yen, or yen; null: it does not say. */
export function isThousandsIn(text: string): boolean | null {
  const label = foldLabel(text);
  if (label.includes('千円')) return true;
  return /(?<![百万億])円/.test(label) ? false : null;
}

/** A figure as tables write it; undefined: none (`-`, empty); null: no figure. */
export function numberIn(text: string): number | null | undefined {
  const written = text.normalize('NFKC').replace(/[,\s¥円件箇か所ヶカ個]/g, '');
  if (/^[-‐‑–—―ー－*…]*$/.test(written)) return undefined;
  const match = /^([▲△-]?)(\d{1,15}(?:\.\d+)?)(千?)$/.exec(written);
  if (!match) return null;
  const value = Number(match[2]) * (match[3] === '千' ? 1000 : 1);
  return match[1] === '' ? value : -value;
}
