import { foldText, withoutMarks } from './fold-text.js';
import { isKindPhrase } from './kinds.js';

/** What a row below the headings is, judged by its cells. */
export type RowKind = 'FACILITY' | 'TOTAL' | 'NOTE' | 'SECTION' | 'NUMBERED_BLANK' | 'COLUMN_NUMBERS' | 'UNCLEAR';

const TOTAL =
  /^(?:(?:(?:[ab]型|県|都|道|府|市|町|村|区|郡|圏域|地域|地区|全|総|型|者|所|年度|月|上記|以上|前期|後期|.{1,8}(?:県|都|道|府|市|町|村|区|郡|圏域|地域|地区|型))(?:の)?)?(?:合計|総計|小計|累計|総合計|計|平均|平均値|平均額|平均工賃|件数|総数))$|^(?:[ab]型)?(?:事業所|施設)(?:総)?数(?:計)?$|^(?:合計|総計|小計|計)[:：]?(?:\d.*)?$|^(?:sub)?total$|^(?:.{0,12}平均(?:工賃|賃金)(?:月額)?)$|^全(?:体|事業所|国)(?:の?(?:平均|計|合計))?$/u;
const NOTE = /^(?:[※＊*†‡]|\(?注[)）\d:：意]?|[(（]注|備考|出典|資料|\d+[)）].*(?:です|ます|こと|。)$|注\d)/u;
const NO_FACILITY = /^(?:該当(?:事業所)?(?:は)?(?:なし|無し|ありません)|なし|無し|以下余白|以上|余白|-+|…+|\.{3,})$/u;
const SECTION_MARK = /^[【〔《＜<■●◆○◎▼◇□▽▲△★☆]/u;
const AREA = /^.{1,12}(?:市|町|村|郡|区|圏域|圏|地域|地区|管内|エリア|ブロック)(?:\(.*\))?$/u;
const COLUMN_NUMBER = /^(?:[\u2460-\u24FF]|[(（]\d{1,2}[)）]|[ア-ン]|[a-z])$/iu;

/**
 * @param cells of the list's own columns, with what merged cells pass down
 * @param written which of them hold something of their own in this row
 * @param nameAt the column of names; `numberAt` that of numbers, when there is one
 */
export function rowKind(
  cells: readonly string[],
  written: readonly number[],
  { nameAt, numberAt }: { readonly nameAt: number; readonly numberAt: number | null },
): RowKind {
  const name = cells[nameAt] ?? '';
  const first = cells[written[0] ?? 0] ?? '';
  if (written.length > 1 && written.every((at) => COLUMN_NUMBER.test(cells[at] ?? ''))) return 'COLUMN_NUMBERS';
  if (name === '') return withoutName(cells, written, first, numberAt);
  if (isTotal(name)) return 'TOTAL';
  const others = written.filter((at) => at !== nameAt && at !== numberAt);
  if (others.length > 0) return isNoFacility(name) ? 'NOTE' : 'FACILITY';
  if (isNoFacility(name) || (isNote(name) && name.length > 8)) return 'NOTE';
  if (written.length === 1) {
    if (isKindPhrase(name) || SECTION_MARK.test(name) || AREA.test(foldText(name))) return 'SECTION';
    if (isSentence(name)) return 'NOTE';
    return cells.length > 1 ? 'UNCLEAR' : 'FACILITY';
  }
  return 'FACILITY';
}

function withoutName(
  cells: readonly string[],
  written: readonly number[],
  first: string,
  numberAt: number | null,
): RowKind {
  if (written.some((at) => isTotal(cells[at] ?? ''))) return 'TOTAL';
  if (isNote(first) || isNoFacility(first)) return 'NOTE';
  if (written.length === 1) {
    if (written[0] === numberAt && isNumber(first)) return 'NUMBERED_BLANK';
    if (isSentence(first)) return 'NOTE';
    return isNumber(first) ? 'FACILITY' : 'SECTION';
  }
  return isKindPhrase(first) ? 'SECTION' : 'FACILITY';
}

/** 合計, 小計, 高知市計, 平均: never a name that merely ends in 計. */
export function isTotal(text: string): boolean {
  return (
    text.length <= 30 &&
    TOTAL.test(
      foldText(withoutMarks(text))
        .replace(/^[([【]|[)\]】]$/gu, '')
        .replace(/\([^()]*\)$/u, ''),
    )
  );
}

function isNote(text: string): boolean {
  return NOTE.test(text.normalize('NFKC').trim());
}

function isNoFacility(text: string): boolean {
  return NO_FACILITY.test(foldText(text));
}

function isSentence(text: string): boolean {
  return /(?:。|です|ます|ません|こと|ください)[)）]?$/u.test(text) || text.length > 60;
}

function isNumber(text: string): boolean {
  return /^[-+]?[\d,.]+$/.test(text.normalize('NFKC'));
}
