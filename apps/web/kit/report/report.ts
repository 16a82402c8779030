import type { LinkProps } from '@tanstack/react-router';
import { fiscalYearLabel } from '#yui/calendar';
import { currentLanguage } from '../../words/language.js';

export type ReportUnit = 'COUNT' | 'TIMES' | 'FACILITIES' | 'PEOPLE' | 'MINUTES' | 'YEN' | 'THOUSAND_YEN' | 'PERCENT';
export type ReportMark = 'RECORDED' | 'OFF_BY_ROUNDING';

interface Named {
  readonly key: string;
  /** A name that is data; null: the key has a word. */
  readonly label: string | null;
  readonly fiscalYear: number | null;
}

export interface ReportColumn extends Named {
  readonly unit: ReportUnit;
}

export interface ReportRow extends Named {
  readonly isTotal: boolean;
  readonly cells: readonly { readonly value: number | null; readonly marks: readonly ReportMark[] }[];
}

/** `ReportTable` of the api. */
export interface ReportData {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

/** Where the rows behind a cell are shown. */
export type CellLink = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** 令和6年度 or FY2024. */
export function yearName(fiscalYear: number): string {
  return fiscalYearLabel(fiscalYear, currentLanguage() === 'en' ? 'en' : 'ja');
}

/** The name of a row or a column: data, a year, or the word of its key. */
export function nameOf(words: Readonly<Record<string, string>>, { key, label, fiscalYear }: Named): string {
  return label ?? (fiscalYear === null ? (words[key] ?? key) : yearName(fiscalYear));
}
