import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import { checkFields, MAX_UNITS, MAX_YEN } from '#yui/platform';
import { checkFigure, type GovernmentLevel, type ResultFigure, storeResults } from '#yui/reports';
import { CONTRACT_WORDS, LEVEL_WORDS, TAX_WORDS } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import type { SheetBringer } from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

interface ResultContent extends RowContent {
  readonly number: string;
  readonly fiscalYear: number;
  readonly performedOn: LocalDate | null;
  readonly contractType: ContractType;
  readonly categoryCode: string | null;
  readonly level: GovernmentLevel | null;
  readonly government: string;
  readonly department: string;
  readonly facilityName: string;
  readonly title: string;
  readonly orderCount: number | null;
  readonly facilityCount: number;
  readonly units: number | null;
  readonly yen: number;
  readonly tax: keyof typeof TAX_WORDS;
}

/** What the rows of all workbooks of a desk are called among its recorded results. */
const SOURCE = '移行ブック';
const MAX_COUNT = 10_000_000;

/** What was done before the product: recorded results, which all tables by year count. */
export const resultBringer: SheetBringer<ResultContent> = {
  sheet: 'RESULTS',
  keyOf: ({ number }) => number,
  nameOf: ({ title, government, number }) => title || government || number,
  read: (cells, { names }) => {
    const content = checkFields<ResultContent>({
      number: () => cells.key('number'),
      fiscalYear: () => {
        if (cells.has('fiscalYear')) return cells.fiscalYear('fiscalYear');
        if (!cells.has('performedOn')) throw moveInErrors.YEAR_MISSING().at('fiscalYear');
        return fiscalYearOf(cells.day('performedOn'));
      },
      performedOn: () => cells.optionalDay('performedOn'),
      contractType: () => cells.choice('contractType', CONTRACT_WORDS),
      categoryCode: () => cells.optionalChoice('categoryCode', names.CATEGORIES),
      level: () => cells.optionalChoice('level', LEVEL_WORDS),
      government: () => cells.optionalLine('government', 100),
      department: () => cells.optionalLine('department', 100),
      facilityName: () => cells.optionalLine('facilityName', 200),
      title: () => cells.optionalLine('title', 200),
      orderCount: () => {
        const isOneOrder = cells.has('title') || cells.has('performedOn');
        if (!isOneOrder && !cells.has('orderCount')) throw moveInErrors.COUNT_MISSING().at('orderCount');
        return isOneOrder
          ? (cells.optionalInteger('orderCount', 1, 1) ?? 1)
          : cells.integer('orderCount', 0, MAX_COUNT);
      },
      facilityCount: () => cells.integer('facilityCount', 0, MAX_COUNT),
      units: () => cells.optionalInteger('units', 0, MAX_UNITS),
      yen: () => cells.integer('yen', -MAX_YEN, MAX_YEN),
      tax: () => cells.choice('tax', TAX_WORDS),
    });
    checkFigure(figureOf(content));
    return content;
  },
  async finish(tx, all, rows) {
    if (rows.length === 0) return;
    const results = rows.map(({ content, sheetName, line }) => ({
      figure: figureOf(content),
      key: content.number,
      sheet: sheetName,
      line,
    }));
    const edition = { fileName: all.fileName, sourceName: SOURCE, isDryRun: false, isPartial: true };
    await storeResults(tx, all.actor, edition, { results, problems: [] });
  },
};

function figureOf({ tax, number: _, ...content }: ResultContent): ResultFigure {
  return {
    ...content,
    grain: content.title !== '' || content.performedOn !== null ? 'ORDER' : 'CELL',
    supplierKind: '',
    matchingCount: null,
    isTaxIncluded: tax === 'INCLUDED',
    isInThousands: false,
  };
}
