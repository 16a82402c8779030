import { type LocalDate, parseLocalDate } from '#yui/calendar';
import type { ResultFigure } from './recorded-result.entity.js';
import type { LabelMeaning } from './result-words.js';

/** What a row and a column say of one figure. */
export type Parts = { -readonly [Field in keyof ResultFigure]?: ResultFigure[Field] | undefined } & {
  sum?: LabelMeaning['sum'];
  key?: string;
};

/** The figure, once all its parts are known. @returns null: it names no year */
export function figureOf(
  parts: Parts,
  answers: { readonly fiscalYear?: number | null | undefined },
): ResultFigure | null {
  const fiscalYear = parts.fiscalYear ?? answers.fiscalYear;
  if (fiscalYear === null || fiscalYear === undefined) return null;
  const isOrder = parts.performedOn !== undefined || (parts.title ?? '') !== '';
  return {
    grain: parts.sum === 'TOTAL' ? 'TOTAL' : isOrder ? 'ORDER' : 'CELL',
    fiscalYear,
    performedOn: parts.performedOn ?? null,
    contractType: parts.contractType ?? null,
    categoryCode: parts.categoryCode ?? null,
    level: parts.level ?? null,
    government: parts.government ?? '',
    department: parts.department ?? '',
    supplierKind: parts.supplierKind ?? '',
    facilityName: parts.facilityName ?? '',
    title: parts.title ?? '',
    orderCount: parts.orderCount ?? (isOrder ? 1 : null),
    facilityCount: parts.facilityCount ?? null,
    matchingCount: parts.matchingCount ?? null,
    units: parts.units ?? null,
    yen: parts.yen ?? null,
    isTaxIncluded: parts.isTaxIncluded ?? false,
    isInThousands: parts.isInThousands ?? false,
  };
}

/** What makes the figure the same one in the next edition of its list: its own number, or all that it says of itself. */
export function keyOf(figure: ResultFigure, own: string | undefined): string {
  if (own !== undefined && own !== '') return `${figure.fiscalYear} ${own}`;
  const { grain, fiscalYear, performedOn, contractType, categoryCode, level, government, department } = figure;
  const { supplierKind, facilityName, title } = figure;
  return JSON.stringify([
    grain,
    fiscalYear,
    performedOn,
    contractType,
    categoryCode,
    level,
    government,
    department,
    supplierKind,
    facilityName,
    title,
  ]);
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

/** `2026-11-29`, `2026/11/29`, `令和8年11月29日`, `R8.11.29` */
export function dayIn(text: string): LocalDate | null {
  const written = text.normalize('NFKC').trim().toLowerCase();
  const [, era, eraYear, western, month, day] =
    /^(?:(令和|平成|r|h)\.?(元|\d{1,2})|(\d{4}))[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ t].*)?$/.exec(written) ?? [];
  if (month === undefined || day === undefined) return null;
  const year = western ?? String(ERAS[era!]! + (eraYear === '元' ? 1 : Number(eraYear)));
  try {
    return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch {
    return null;
  }
}
