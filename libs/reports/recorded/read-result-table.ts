import { fiscalYearOf } from '#yui/calendar';
import type { ImportProblem, Sheet } from '#yui/directory';
import { recordedErrors } from './recorded.errors.js';
import type { ResultFigure } from './recorded-result.entity.js';
import { dayIn, figureOf, keyOf, type Parts } from './table-figure.js';
import {
  type Attribute,
  attributeIn,
  isThousandsIn,
  type LabelMeaning,
  type Measure,
  measureIn,
  meaningOf,
  sumIn,
  numberIn,
  type ResultNames,
  taxIn,
} from './result-words.js';

/** What the caller says of a table where the table is silent. */
export interface TableAnswers {
  /** What a label that is none of the known words names. */
  readonly unknownLabels?: 'GOVERNMENT' | 'DEPARTMENT' | 'FACILITY' | null | undefined;
  readonly isTaxIncluded?: boolean | null | undefined;
  readonly isInThousands?: boolean | null | undefined;
  /** Of all rows, in a table that names no year. */
  readonly fiscalYear?: number | null | undefined;
}

/** One row of `recorded_result` as the file has it. */
export interface ReadResult {
  readonly figure: ResultFigure;
  readonly sheet: string | null;
  readonly line: number;
  /** The same in every edition of the list. */
  readonly key: string;
}

export interface ResultTable {
  readonly results: readonly ReadResult[];
  readonly problems: readonly ImportProblem[];
}

interface Column {
  readonly heading: string;
  readonly attribute: Attribute | null;
  readonly measure: Measure | null;
  readonly meaning: LabelMeaning;
  readonly isInThousands: boolean | null;
  readonly isTaxIncluded: boolean | null;
}

/**
 * Reads results as people keep them: a list of orders, or a printed table with years, types, categories or towns on either
 * side. What one cell says together with its row and its column is one figure. Pure.
 */
export function readResultTable(sheets: readonly Sheet[], names: ResultNames, answers: TableAnswers): ResultTable {
  const results: ReadResult[] = [];
  const problems: ImportProblem[] = [];
  for (const sheet of sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0)) {
    const read = readSheet(sheet, names, answers);
    results.push(...read.results);
    problems.push(...read.problems);
  }
  if (results.length === 0 && problems.length === 0) {
    problems.push(problemAt({ name: null }, null, null, null, recordedErrors.NO_FIGURES()));
  }
  return { results: distinct(results), problems };
}

function readSheet(sheet: Sheet, names: ResultNames, answers: TableAnswers): ResultTable {
  const rows = filled(sheet);
  const first = rows.findIndex(({ cells }) => isDataRow(cells));
  if (first < 0) return { results: [], problems: [] };
  const headings = rows.slice(0, first).filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const notes = rows
    .slice(0, first)
    .flatMap(({ cells }) => cells)
    .concat(sheet.name ?? '');
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const stated = {
    isInThousands: known(notes.map(isThousandsIn)) ?? answers.isInThousands ?? null,
    isTaxIncluded: known(notes.map(taxIn)) ?? answers.isTaxIncluded ?? null,
    measure: notes.map(measureIn).find((each) => each !== null) ?? null,
  };
  const columns = Array.from({ length: width }, (_, at) =>
    columnAt(
      headings.map(({ cells }) => cells),
      at,
      names,
    ),
  );
  const problems: ImportProblem[] = [];
  const results: ReadResult[] = [];
  for (const { line, cells } of rows.slice(first)) {
    if (cells.every((cell) => numberIn(cell) === undefined || cell === '')) continue;
    const row = readLabels(sheet, line, cells, columns, names, answers, problems);
    if (row === null || row.sum === 'SUBTOTAL') continue;
    const groups = new Map<string, { parts: Parts; column: Column }>();
    columns.forEach((column, at) => {
      const text = cells[at] ?? '';
      if (column.attribute !== null || isLabelColumn(columns, at)) return;
      const value = numberIn(text);
      const measure = column.measure ?? stated.measure;
      if (value === undefined || column.meaning.sum === 'SUBTOTAL') return;
      if (measure === null) {
        if (value !== null)
          problems.push(problemAt(sheet, line, column.heading, text, recordedErrors.MEASURE_UNKNOWN()));
        return;
      }
      if (value === null || !Number.isInteger(value)) {
        problems.push(problemAt(sheet, line, column.heading, text, recordedErrors.NOT_A_FIGURE()));
        return;
      }
      const parts: Parts = { ...row, ...column.meaning, sum: column.meaning.sum ?? row.sum };
      const id = JSON.stringify([
        parts.fiscalYear,
        parts.contractType,
        parts.categoryCode,
        parts.level,
        parts.supplierKind,
        parts.sum,
      ]);
      const group = groups.get(id) ?? { parts, column };
      groups.set(id, group);
      const isInThousands = column.isInThousands ?? stated.isInThousands;
      if (measure === 'yen' && isInThousands === null) {
        problems.push(problemAt(sheet, line, column.heading, text, recordedErrors.UNIT_ASKED()));
      }
      if (measure === 'yen') group.parts.isInThousands = isInThousands === true;
      group.parts[measure] = measure === 'yen' && isInThousands ? value * 1000 : value;
      if (measure === 'yen') group.parts.isTaxIncluded ??= column.isTaxIncluded ?? stated.isTaxIncluded ?? undefined;
    });
    for (const { parts, column } of groups.values()) {
      const figure = figureOf(parts, answers);
      if (figure === null)
        problems.push(problemAt(sheet, line, column.heading, cells[0] ?? '', recordedErrors.YEAR_ASKED()));
      else if (figure.yen !== null && parts.isTaxIncluded === undefined) {
        problems.push(problemAt(sheet, line, column.heading, null, recordedErrors.TAX_ASKED()));
      } else results.push({ figure, sheet: sheet.name, line, key: keyOf(figure, parts.key) });
    }
  }
  return { results, problems };
}

/** Merged cells hold in all their places what they show in one. */
function filled(sheet: Sheet): { line: number; cells: string[] }[] {
  const rows = sheet.rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
  const rowAt = new Map(rows.map((row) => [row.line, row]));
  for (const { top, bottom, left, right } of sheet.spans) {
    const shown = rowAt.get(top)?.cells[left] ?? '';
    if (shown === '' || numberIn(shown) !== null) continue;
    for (let line = top; line <= bottom; line += 1) {
      const row = rowAt.get(line);
      for (let at = left; row && at <= right; at += 1) {
        while (row.cells.length <= at) row.cells.push('');
        row.cells[at] = shown;
      }
    }
  }
  return rows;
}

/** Figures after a label; a year is a label. */
function isDataRow(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => cell !== '');
  const isFigure = (cell: string) => typeof numberIn(cell) === 'number' && !/^(19|20)\d\d$/.test(cell);
  return texts.slice(1).some(isFigure);
}

/** `令和6年度 金額（千円）` is over a year. */
const withoutMeasure = (heading: string) =>
  heading
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/(延べ?|実)?(案?件数|事業所数|マッチング件数|金額|売上高?|実績額|調達額|受注額|数量|実績)$/, '')
    .trim();

function columnAt(headings: readonly (readonly string[])[], at: number, names: ResultNames): Column {
  // A heading over several columns stands over the first of them; the lowest line has one for each.
  const texts = headings.map((cells, depth) => {
    const isLowest = depth === headings.length - 1;
    for (let place = at; place >= 0; place -= 1) {
      const text = cells[place] ?? '';
      if (text !== '') return place > 0 || at === 0 ? text : '';
      if (isLowest) return '';
    }
    return '';
  });
  const heading = texts.filter((text, index) => text !== '' && texts.indexOf(text) === index).join(' ');
  const meanings = texts.map((text) => meaningOf(withoutMeasure(text), names));
  const measures = texts.map(measureIn);
  const measure = measures.findLast((each) => each !== null) ?? null;
  const lowest = texts.findLast((text) => text !== '') ?? '';
  const meaning = Object.assign({}, ...meanings.filter((each) => each !== null)) as LabelMeaning;
  return {
    heading,
    attribute: measure === null && Object.keys(meaning).length === 0 ? attributeIn(lowest) : null,
    measure,
    meaning,
    isInThousands: known(texts.map(isThousandsIn)),
    isTaxIncluded: known(texts.map(taxIn)),
  };
}

/** Leading columns whose heading says neither what is counted nor for when. */
function isLabelColumn(columns: readonly Column[], at: number): boolean {
  const isOver = ({ measure, meaning }: Column) => measure !== null || Object.keys(meaning).length > 0;
  const first = columns.findIndex(isOver);
  return at < (first < 0 ? 1 : first) || (columns[at]!.attribute === null && !isOver(columns[at]!) && at === 0);
}

function readLabels(
  sheet: Pick<Sheet, 'name'>,
  line: number,
  cells: readonly string[],
  columns: readonly Column[],
  names: ResultNames,
  answers: TableAnswers,
  problems: ImportProblem[],
): Parts | null {
  const parts: Parts = {};
  let isRead = true;
  columns.forEach((column, at) => {
    const text = cells[at] ?? '';
    if (text === '') return;
    const refuse = (fault: ReturnType<typeof recordedErrors.LABEL_UNKNOWN>) => {
      problems.push(problemAt(sheet, line, column.heading, text, fault));
      isRead = false;
    };
    if (column.attribute === 'performedOn') {
      const day = dayIn(text);
      if (day === null) refuse(recordedErrors.DAY_UNREADABLE());
      else Object.assign(parts, { performedOn: day, fiscalYear: fiscalYearOf(day) });
    } else if (column.attribute === 'tax') {
      const isTaxIncluded = taxIn(text);
      if (isTaxIncluded === null) refuse(recordedErrors.TAX_ASKED());
      else parts.isTaxIncluded = isTaxIncluded;
    } else if (isFree(column.attribute)) {
      const sum = at === 0 || column.attribute === 'government' ? sumIn(text) : null;
      if (sum) parts.sum = sum;
      else parts[column.attribute] = text.normalize('NFC').trim();
    } else if (column.attribute !== null || isLabelColumn(columns, at)) {
      const meaning = meaningOf(text, names);
      if (
        meaning?.sum === 'SUBTOTAL' &&
        cells.some((_, other) => other > at && isLabelColumn(columns, other) && other !== at)
      )
        return;
      if (meaning) Object.assign(parts, meaning);
      else if (column.attribute === null && answers.unknownLabels) parts[FIELD_OF[answers.unknownLabels]] = text.trim();
      else refuse(recordedErrors.LABEL_UNKNOWN());
    }
  });
  return isRead ? parts : null;
}

const FIELD_OF = { GOVERNMENT: 'government', DEPARTMENT: 'department', FACILITY: 'facilityName' } as const;

type Free = 'government' | 'department' | 'facilityName' | 'title' | 'key';
const FREE: readonly (Attribute | null)[] = [
  'government',
  'department',
  'facilityName',
  'title',
  'key',
] satisfies Free[];
const isFree = (attribute: Attribute | null): attribute is Free => FREE.includes(attribute);

/** Two rows that say the same of themselves are two rows: the second is the second in every edition. */
function distinct(results: readonly ReadResult[]): ReadResult[] {
  const seen = new Map<string, number>();
  return results.map((result) => {
    const times = (seen.get(result.key) ?? 0) + 1;
    seen.set(result.key, times);
    return times === 1 ? result : { ...result, key: `${result.key} ${times}` };
  });
}

function known<Value>(values: readonly (Value | null)[]): Value | null {
  return values.findLast((value) => value !== null) ?? null;
}

function problemAt(
  { name }: Pick<Sheet, 'name'>,
  line: number | null,
  column: string | null,
  value: string | null,
  { code, messageJa, messageEn }: { readonly code: string; readonly messageJa: string; readonly messageEn: string },
): ImportProblem {
  return { sheet: name, line, column: column === '' ? null : column, code, value, messageJa, messageEn };
}
