import { parse } from 'csv-parse/sync';
import { TAX_CATEGORIES, type TaxCategory } from '#yui/money';
import { normaliseJa } from './normalise-ja.js';

export interface WorkType {
  code: string;
  nameJa: string;
  nameEn: string;
  /** What is counted: 通, 個, 時間, ... */
  unit: string;
  /** Code of the procurement category. */
  categoryCode: string;
  taxCategory: TaxCategory;
  /** Other words for the same work. One that begins with `=` counts only as the whole of a mention. */
  synonymsJa: string[];
}

export interface DictionaryTerm {
  workTypeCode: string;
  /** As the work type list writes it, without the `=`. */
  term: string;
  /** What is compared with the text. */
  key: string;
  isName: boolean;
  isWholeOnly: boolean;
}

/** Words by which a work type is recognised. */
export interface WorkTypeDictionary {
  byKey: ReadonlyMap<string, DictionaryTerm>;
  /** The terms that may end a longer text, longest first. */
  endings: readonly DictionaryTerm[];
  /** Those of them that may stand anywhere in it: not the ones of a letter or two, which stand in many words. */
  parts: readonly DictionaryTerm[];
  /** Work type code → code of its procurement category. */
  categoryOf: ReadonlyMap<string, string>;
}

/**
 * Reads the list of work types: CSV with the columns code, name_ja, name_en, unit, category, tax, synonyms_ja
 * (synonyms parted by `;`). @throws Error when a field is empty: the list is part of the product, so that is a bug.
 */
export function parseWorkTypes(csv: string): WorkType[] {
  const records = parse<Record<string, string>>(csv, { columns: true, bom: true, skip_empty_lines: true });
  return records.map((record) => {
    const field = (name: string): string => {
      const value = record[name]?.trim();
      if (!value) throw new Error(`work types: ${name} is empty at ${JSON.stringify(record)}`);
      return value;
    };
    return {
      code: field('code'),
      nameJa: field('name_ja'),
      nameEn: field('name_en'),
      unit: field('unit'),
      categoryCode: field('category'),
      taxCategory: taxOf(field('tax')),
      synonymsJa: (record['synonyms_ja'] ?? '')
        .split(';')
        .map((synonym) => synonym.trim())
        .filter((synonym) => synonym !== ''),
    };
  });
}

/** @throws Error for another word: the list is part of the product, so that is a bug. */
function taxOf(word: string): TaxCategory {
  const known = TAX_CATEGORIES.find((category) => category === word);
  if (!known) throw new Error(`work types: ${word} is no class of tax`);
  return known;
}

/**
 * Builds the dictionary. @throws Error when one word would stand for two work types.
 */
export function buildDictionary(workTypes: readonly WorkType[]): WorkTypeDictionary {
  const byKey = new Map<string, DictionaryTerm>();
  for (const workType of workTypes) {
    for (const [index, written] of [workType.nameJa, ...workType.synonymsJa].entries()) {
      const isWholeOnly = written.startsWith('=');
      const term = isWholeOnly ? written.slice(1) : written;
      const key = lookupKey(normaliseJa(term));
      const other = byKey.get(key);
      if (other && other.workTypeCode !== workType.code) {
        throw new Error(`work types: ${term} stands for both ${other.workTypeCode} and ${workType.code}`);
      }
      if (other) continue;
      const isName = index === 0;
      byKey.set(key, {
        workTypeCode: workType.code,
        term,
        key,
        isName,
        isWholeOnly,
      });
    }
  }
  const endings = [...byKey.values()].filter((term) => !term.isWholeOnly).sort((a, b) => b.key.length - a.key.length);
  const parts = endings.filter(({ key }) => key.length > 1 && !/^[ぁ-ん]{2}$/u.test(key));
  return {
    byKey,
    endings,
    parts,
    categoryOf: new Map(workTypes.map(({ code, categoryCode }) => [code, categoryCode])),
  };
}

/** The normalised text without the particles that come and go inside a compound: `野菜の袋詰め` = `野菜袋詰め`. */
export function lookupKey(normalised: string): string {
  return normalised.replace(/(?<=.)(?:等|類)?の(?=.)/gu, '').replace(/(?<=.)等(?=.)/gu, '');
}
