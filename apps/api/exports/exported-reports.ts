import { fiscalYearLabel } from '#yui/calendar';
import type { ReportMark, ReportTable, ReportUnit, Row } from '#yui/reports';
import {
  CLOSING_WORDS,
  FAIRNESS_WORDS,
  JOINT_ORDER_WORDS,
  PROCUREMENT_WORDS,
  type Word,
  type Words,
} from './exported-words.js';
import { ACTIVITY_REPORT_WORDS, WAGE_REPORT_WORDS, WAGE_TABLES } from './report-words.js';

/** A report (a query that answers a `ReportTable`) as a file. */
export interface ExportedReport {
  readonly query: string;
  readonly name: Word;
  /** What the names of the rows are names of: the heading of the first column. */
  readonly corner: Word;
  /** Of the keys of its rows and columns that have no label and are no year. */
  readonly words: Words;
  /** The names of its tables, where it has several, by the variable of the query that chooses one. */
  readonly tables?: { readonly variable: string; readonly words: Words };
}

/** By the name in the address. */
export const EXPORTED_REPORTS: Readonly<Record<string, ExportedReport>> = {
  wages: {
    query: 'wageReport',
    name: { ja: '工賃の実績', en: 'wages' },
    corner: { ja: '区分', en: 'Of' },
    words: WAGE_REPORT_WORDS,
    tables: { variable: 'report', words: WAGE_TABLES },
  },
  activities: {
    query: 'activityReport',
    name: { ja: '活動の実績', en: 'activities' },
    corner: { ja: '区分', en: 'Of' },
    words: ACTIVITY_REPORT_WORDS,
  },
  procurement: {
    query: 'procurementTable',
    name: { ja: '調達実績', en: 'procurement' },
    corner: { ja: '区分', en: 'Row' },
    words: PROCUREMENT_WORDS,
  },
  'joint-orders': {
    query: 'jointOrderTable',
    name: { ja: '共同受注の実績', en: 'joint orders' },
    corner: { ja: '契約の型', en: 'Contract type' },
    words: JOINT_ORDER_WORDS,
  },
  'closed-year': {
    query: 'closedYearTable',
    name: { ja: '締めた年度と今', en: 'closed year' },
    corner: { ja: '区分', en: 'Row' },
    words: CLOSING_WORDS,
  },
  fairness: {
    query: 'fairnessTable',
    name: { ja: '公平の記録', en: 'fairness' },
    corner: { ja: '事業所', en: 'Facility' },
    words: FAIRNESS_WORDS,
  },
};

/** What a report is asked for. */
export const REPORT_SELECTION =
  '{ columns { key label fiscalYear unit } rows { key label fiscalYear isTotal cells { value marks } } }';

const UNITS: Readonly<Record<ReportUnit, Word>> = {
  COUNT: { ja: '件', en: 'count' },
  TIMES: { ja: '回', en: 'times' },
  FACILITIES: { ja: 'か所', en: 'facilities' },
  PEOPLE: { ja: '人', en: 'people' },
  MINUTES: { ja: '分', en: 'minutes' },
  YEN: { ja: '円', en: 'yen' },
  THOUSAND_YEN: { ja: '千円', en: 'thousand yen' },
  PERCENT: { ja: '％', en: '%' },
};
const MARKS: Readonly<Record<ReportMark, Word>> = {
  RECORDED: { ja: '表から入れた数', en: 'recorded figure' },
  OFF_BY_ROUNDING: { ja: '端数処理で合計と合わない', en: 'off by rounding' },
};
const NOTES: Word = { ja: '注記', en: 'notes' };

type Language = 'ja' | 'en';
type Named = Pick<ReportTable['rows'][number], 'key' | 'label' | 'fiscalYear'>;

/** Which of its tables it is; empty: it has one. */
export function tableNameOf(
  { tables }: ExportedReport,
  variables: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  const chosen = tables === undefined ? '' : variables[tables.variable];
  return typeof chosen === 'string' ? (tables?.words[chosen]?.[language] ?? '') : '';
}

/** Headings and rows of a report; what is marked is said in a last column, so that figures stay figures. */
export function sheetOfReport(
  { corner, words }: ExportedReport,
  { columns, rows }: ReportTable,
  language: Language,
): { headings: string[]; rows: Row[] } {
  const nameOf = ({ key, label, fiscalYear }: Named) =>
    label ?? (fiscalYear === null ? (words[key]?.[language] ?? key) : fiscalYearLabel(fiscalYear, language));
  const names = columns.map((column) => nameOf(column));
  return {
    headings: [
      corner[language],
      ...columns.map(({ unit }, index) => `${names[index]}（${UNITS[unit][language]}）`),
      NOTES[language],
    ],
    rows: rows.map((row) => [
      nameOf(row),
      ...row.cells.map(({ value }) => value),
      row.cells
        .flatMap(({ marks }, index) => marks.map((mark) => `${names[index]}: ${MARKS[mark][language]}`))
        .join(language === 'ja' ? '、' : ', '),
    ]),
  };
}
