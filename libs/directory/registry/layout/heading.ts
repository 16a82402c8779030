import { foldText, splitBrackets, withoutMarks } from './fold-text.js';
import { fiscalYearsIn } from './fiscal-year.js';
import { kindsIn } from './kinds.js';
import { type WageHeading, wageHeading } from './wage-heading.js';

/** What a column of a published list holds. */
export type Heading =
  | { readonly field: 'NUMBER' | 'FACILITY_NUMBER' | 'CORPORATION' | 'MUNICIPALITY' | 'ADDRESS' | 'SERVICES' | 'KIND' }
  /** `rank`: the surer of two columns with names is the lower one. */
  | { readonly field: 'NAME'; readonly rank: number }
  /** Of which kinds of facility; none: of the facility as a whole. */
  | { readonly field: 'CAPACITY'; readonly kinds: readonly string[]; readonly isOfOthers: boolean }
  | ({ readonly field: 'WAGE' } & WageHeading)
  /** A heading that is understood and holds nothing the directory keeps. */
  | { readonly field: 'OTHER' };

/** What a heading says stands at its beginning; examples and remarks may follow. */
const MAX_HEADING = 300;

const NAME_PARTS = '(?:[・/、-]?(?:サービス|事業所|施設|団体|作業所|等|など|の))*[・/-]?';
const NAMES: readonly RegExp[] = [
  new RegExp(`事業所${NAME_PARTS}(?:名称?|名前)(?:等|一覧)?$|^(?:facility)?name$`, 'u'),
  new RegExp(`(?:施設|作業所|工房|センター)${NAME_PARTS}(?:名称?|名前)(?:等)?$`, 'u'),
  /^(?:正式)?(?:名称?|名前)(?:等)?$|(?:団体|企業)(?:等)?の?(?:名称?|名前)$/u,
  /^(?:(?:登録|会員|協力|参加|受注|対象|指定|加盟|就労支援|就労継続支援|障害者?就労(?:支援)?(?:等)?|障害者?福祉|.{0,8}[ab]型)?(?:支援)?)(?:事業所|施設|作業所)(?:等)?$/u,
];
const PERSON = /代表|管理者|責任者|担当|理事長|施設長|所長|職員|氏名|従業者/u;
const CONTACT =
  /電話|tel|fax|ファックス|ファクス|郵便|〒|メール|mail|url|http|ホームページ|ウェブ|web|sns|^hp$|hpアドレス|連絡先|問合せ|問い合わせ/u;
const READING = /ふりがな|フリガナ|(?:カナ|かな|よみ|読み)$/u;
const CORPORATION =
  /法人|設置者|設置主体|申請者|運営主体|経営主体|運営母体|実施主体|運営会社|事業者の?名|開設者|事業主体/u;
const KIND =
  /(?:サービス|事業|施設|事業所|指定|支援)等?の?(?:種別|種類|類型|区分|体系|形態|種)|(?:提供|実施|指定|障害福祉)サービス|サービスの?(?:内容|名)|^(?:種別|種類|類型|区分|型|事業名|type|typecode|facilitytype)$/u;
const SERVICES =
  /作業|業務|仕事|生産活動|活動(?:の?内容)?$|製品|商品|製作品|品目|物品|役務|授産|受注|(?:事業|主な|支援|活動)の?内容|^内容$|就労支援事業|取扱|取り扱い|できること|提供できる|得意|内職|下請|^services?$/u;
const ABOUT_SERVICES =
  /所$|所名|単価|価格|金額|時間|単位|納期|数量|写真|画像|備考|有無|可否|実績|売上|額|率|人数|日数|年月日|番号|コード|分類|カテゴリ|ジャンル|url|開始|条件|最低|最小|ロット|曜日|状況/u;
const OTHER =
  /備考|摘要|特記|休業|営業|定休|開設|年月日|開所|障害|障がい|対象|圏域|地域|地区|エリア|都道府県|県名|保健|緯度|経度|現員|利用者|在籍|アクセス|最寄|送迎|給食|食事|分類|カテゴリ|ジャンル|単価|価格|納期|写真|画像|特徴|^pr|コメント|紹介|更新|変更|廃止|休止|状況|有無|可否|開始|終了|売上|収入|報告|加算|体制|時間|曜日|休日|判定|確認|チェック|件数|平均|合計|月日|日付|空き|充足|超過|qr/u;

/** A heading that means something only below another one: 法人 ＞ 名称. */
const GENERIC = /^(?:名称?|名前|住所|所在地|電話(?:番号)?|種別|種類|区分|番号)$/u;

/**
 * What a heading says, by the words in it: marks, numbers and remarks in brackets are set aside.
 * @param parts from the widest heading down to the column's own: `['工賃実績（令和5年度）', '月額']`
 * @returns null when no word of it is known
 */
export function readHeading(parts: readonly string[]): Heading | null {
  const filled = parts.filter((part) => part !== '').map((part) => part.slice(0, MAX_HEADING));
  const own = filled.at(-1) ?? '';
  const above = filled.slice(0, -1);
  if (own === '') return null;
  const joined = filled.map(withoutMarks).join(' ');
  const isGeneric = above.length > 0 && GENERIC.test(foldText(withoutMarks(own)));
  const wage = wageHeading(withoutMarks(own), above.map(withoutMarks));
  const ownPlain = isGeneric ? null : plainHeading(withoutMarks(own));
  if (wage && wage.isStatedByOwn && !isFirm(ownPlain)) return { field: 'WAGE', ...wage };
  if (ownPlain && ownPlain.field !== 'OTHER') return ownPlain;
  if (wage) return { field: 'WAGE', ...wage };
  return ownPlain ?? plainHeading(joined);
}

/** Whether a cell could stand in a row of headings below another one: 月額, （円）, 令和5年度, B型. */
export function isHeadingPart(cell: string): boolean {
  const folded = foldText(withoutMarks(cell));
  if (folded.length > 30) return false;
  if (
    /^[([]?(?:円|人|名|千円|日|時間|単位.*)[)\]]?$|^(?:月額|時給|時間額|時間給|日額|年額|実績|目標|平均|[ab]型)/u.test(
      folded,
    )
  )
    return true;
  return fiscalYearsIn(folded).length > 0 || readHeading([cell]) !== null;
}

/** Fields whose words no wage heading has. */
function isFirm(heading: Heading | null): boolean {
  return heading !== null && ['NAME', 'FACILITY_NUMBER', 'CAPACITY', 'CORPORATION', 'NUMBER'].includes(heading.field);
}

function plainHeading(text: string): Heading | null {
  const folded = foldText(text).replaceAll('_', '');
  const { outside, inside } = splitBrackets(folded);
  const words = (outside === '' ? inside : outside).replace(/^(?:必須|任意)|(?:注\d*|\d{1,2})$/gu, '');
  if (words === '') return null;
  if (/^(?:no\.?|番号|項番|通番|通し番号|連番|整理番号|一連番号|管理番号|id|#)$/u.test(words))
    return { field: 'NUMBER' };
  if (READING.test(words) || CONTACT.test(words)) return { field: 'OTHER' };
  if (/^(?:capacity|capacitypersons)$/u.test(words)) return { field: 'CAPACITY', kinds: [], isOfOthers: false };
  if (/定員/u.test(folded) && !/超過|充足|率|空き|現員|残|未満|時間|変更/u.test(words)) {
    // 生活介護（定員） names the kind outside its brackets, 定員（生活介護） inside.
    const { codes, namesOther } = kindsIn(folded);
    return { field: 'CAPACITY', kinds: codes, isOfOthers: codes.length === 0 && namesOther };
  }
  const rank = NAMES.findIndex((pattern) => pattern.test(words));
  if (
    CORPORATION.test(words) &&
    !(rank >= 0 && rank <= 1 && !/法人-?名?称?$/u.test(words) && /法人.*(?:事業所|施設)/u.test(words))
  ) {
    if (/番号|種別|格|住所|所在地|市町村|設立/u.test(words)) return { field: 'OTHER' };
    return { field: 'CORPORATION' };
  }
  if (/(?:事業所|施設|指定)(?:指定)?(?:番号|コード|no)/u.test(words)) return { field: 'FACILITY_NUMBER' };
  if (/番号|コード|no\.?$/u.test(words) || PERSON.test(words)) return { field: 'OTHER' };
  if (rank >= 0 && !/製品|商品|品名/u.test(words)) return { field: 'NAME', rank };
  if (/(?:障害|障がい)(?:の)?(?:種別|区分|種類)/u.test(words)) return { field: 'OTHER' };
  if (SERVICES.test(words) && !ABOUT_SERVICES.test(words)) return { field: 'SERVICES' };
  if (KIND.test(words)) return { field: 'KIND' };
  if (/市町村|市区町村|区市町村|所在市|自治体名/u.test(words)) return { field: 'MUNICIPALITY' };
  if (/所在地|住所|番地/u.test(words)) return { field: 'ADDRESS' };
  return OTHER.test(folded) ? { field: 'OTHER' } : null;
}
