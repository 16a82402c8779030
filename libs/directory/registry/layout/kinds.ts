import { foldText, withoutMarks } from './fold-text.js';

/** What lists write for each legal kind of facility where people work, on the folded text. */
const WORKPLACES: readonly (readonly [code: string, words: RegExp, alone: RegExp])[] = [
  ['A_TYPE', /a型|a[・,、/]?b型|a及びb型|(?<!非)雇用型|(?<!非)就労継続支援\(?a/u, /^(?:a|a_type)$/u],
  ['B_TYPE', /b型|b[・,、/]?a型|非雇用型|就労継続支援\(?b/u, /^(?:b|b_type)$/u],
  ['TRANSITION', /就労移行/u, /^(?:移行|移行支援|transition)$/u],
  ['DAILY_CARE', /生活介護/u, /^daily_care$/u],
  ['SUPPORT_FACILITY', /障害者支援施設/u, /^support_facility$/u],
  ['COMMUNITY_CENTER', /地域活動支援/u, /^(?:地活|community_center)$/u],
  ['SMALL_WORKSHOP', /小規模作業所/u, /^small_workshop$/u],
  ['SPECIAL_SUBSIDIARY', /特例子会社/u, /^special_subsidiary$/u],
  ['HEAVY_EMPLOYER', /多数雇用/u, /^heavy_employer$/u],
  ['HOME_WORKER', /在宅就業障害者/u, /^home_worker$/u],
  ['HOME_WORK_ORG', /在宅就業支援団体/u, /^home_work_org$/u],
];

/** Services of the same laws that are no place of work: homes, care at home, stays, counselling, services for children. */
const NO_WORKPLACE =
  /居宅介護|重度訪問|同行援護|行動援護|療養介護|短期入所|ショートステイ|包括支援|施設入所支援|自立訓練|機能訓練|生活訓練|宿泊型|就労定着|就労選択|自立生活援助|共同生活援助|グループホーム|相談支援|地域移行支援|地域定着支援|児童発達|放課後等?デイ|保育所等訪問|障害児入所|障害児通所|移動支援|日中一時|福祉ホーム|訪問入浴|入浴サービス|意思疎通|日常生活用具|就業・生活支援センター/u;

/** Words around the name of a kind that say nothing more. */
const FILLER =
  /就労継続支援|就労系?|多機能型|指定|障害福祉|障害者|障がい者|福祉|サービス|事業所?|施設|センター|支援|一覧表?|名簿|リスト|の部|別|\d+(?:箇所|か所|カ所|ヶ所|事業所|件|施設)|[()\[\]【】〔〕<>「」『』・、,/:：\-~※●○◎■□◆◇▼▲★☆\d]/gu;

export interface KindsNamed {
  /** Codes of the kinds of workplace the text names. */
  readonly codes: readonly string[];
  /** Whether it names a service that is no place of work. */
  readonly namesOther: boolean;
}

/** The legal kinds a text names: a cell of a column for kinds, a section, a sheet, a title. */
export function kindsIn(text: string): KindsNamed {
  const folded = foldText(text);
  const codes = WORKPLACES.filter(([, words, alone]) => words.test(folded) || alone.test(folded)).map(([code]) => code);
  return { codes, namesOther: NO_WORKPLACE.test(folded) };
}

/** Whether a text is the name of one or more kinds and nothing else: `●就労継続支援Ａ型（雇用型）`. */
export function isKindPhrase(text: string): boolean {
  if (text.length > 60) return false;
  const { codes, namesOther } = kindsIn(withoutMarks(text));
  if (codes.length === 0 && !namesOther) return false;
  let rest = foldText(withoutMarks(text));
  for (const [, words, alone] of WORKPLACES) rest = rest.replace(alone, '').replace(new RegExp(words, 'gu'), '');
  return rest.replace(new RegExp(NO_WORKPLACE, 'gu'), '').replace(FILLER, '').length <= 2;
}
