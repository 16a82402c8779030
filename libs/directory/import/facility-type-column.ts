import type { Table } from '../registry/index.js';
import type { ImportProblem } from './import-report.js';

const HEADING = /^(?:type|typecode|facilitytype|(?:事業所|施設|事業|サービス)?の?(?:種別|種類|類型|区分)|サービス名)$/u;

/** What lists write for each legal kind of facility, after folding width and case. */
const KINDS: readonly (readonly [code: string, words: RegExp])[] = [
  ['A_TYPE', /A型|^A$|^A_TYPE$/u],
  ['B_TYPE', /B型|^B$|^B_TYPE$/u],
  ['TRANSITION', /就労移行|^移行$|^TRANSITION$/u],
  ['DAILY_CARE', /生活介護|^DAILY_CARE$/u],
  ['SUPPORT_FACILITY', /障害者支援施設|^SUPPORT_FACILITY$/u],
  ['COMMUNITY_CENTER', /地域活動支援|^COMMUNITY_CENTER$/u],
  ['SMALL_WORKSHOP', /小規模作業所|^SMALL_WORKSHOP$/u],
  ['SPECIAL_SUBSIDIARY', /特例子会社|^SPECIAL_SUBSIDIARY$/u],
  ['HEAVY_EMPLOYER', /多数雇用|^HEAVY_EMPLOYER$/u],
  ['HOME_WORKER', /在宅就業障害者|^HOME_WORKER$/u],
  ['HOME_WORK_ORG', /在宅就業支援団体|^HOME_WORK_ORG$/u],
];

export interface FacilityTypeColumn {
  readonly header: string;
  /** Type code by line of the file; a line whose cell is empty is not there. */
  readonly typeByLine: ReadonlyMap<number, string>;
  /** By line: a cell that names no kind, or more than one. */
  readonly problemByLine: ReadonlyMap<number, ImportProblem>;
}

/**
 * The legal kind of each facility, when the list has a column for it: the first with a fitting heading where at least
 * half of what is written names a kind. (種別 and 区分 head other things, too.)
 */
export function readFacilityTypes({ headers, rows }: Table): FacilityTypeColumn | null {
  for (const [index, header] of headers.entries()) {
    if (
      !HEADING.test(
        fold(header)
          .toLowerCase()
          .replace(/\([^()]*\)/gu, ''),
      )
    )
      continue;
    const typeByLine = new Map<number, string>();
    const problemByLine = new Map<number, ImportProblem>();
    for (const { line, cells } of rows) {
      const value = cells[index] ?? '';
      if (value === '') continue;
      const [kind, ...others] = KINDS.filter(([, words]) => words.test(fold(value)));
      if (kind && others.length === 0) typeByLine.set(line, kind[0]);
      else problemByLine.set(line, problemOf(line, header, value));
    }
    if (typeByLine.size > 0 && typeByLine.size >= problemByLine.size) return { header, typeByLine, problemByLine };
  }
  return null;
}

/** `就労継続支援（Ｂ 型）` → `就労継続支援(B型)`. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

function problemOf(line: number, column: string, value: string): ImportProblem {
  return {
    line,
    column,
    code: 'IMPORT.FACILITY_TYPE_UNKNOWN',
    value,
    messageJa: `${line}行目: 「${column}」の「${value}」がどの種別か分かりません。「就労継続支援B型」のように、1つだけ書いてください。`,
    messageEn: `Line ${line}: ${column} must name one legal kind of facility, not ${value}.`,
  };
}
