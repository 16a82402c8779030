import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FacilityType, type ImportProblem, ProcurementCategory, readSheetsApart, type Sheet } from '#yui/directory';
import { checkFields, DomainError, type PersonActor, requireLine, type Transaction, UnitOfWork } from '#yui/platform';
import { checkFigure } from './check-figure.js';
import { requireKeeper } from './keeper.js';
import { type ReadResult, readResultTable, type ResultTable, type TableAnswers } from './read-result-table.js';
import { recordedErrors } from './recorded.errors.js';
import { linkFacilities } from './record-results.js';
import { RecordedResult, type ResultFigure } from './recorded-result.entity.js';

const MAX_LISTED = 1_000;
const ROWS_AT_ONCE = 500;

export interface ImportResultsInput extends TableAnswers {
  readonly idempotencyKey: string;
  readonly fileName: string;
  /** CSV or a workbook. */
  readonly content: Uint8Array;
  /** Name of the list: its next edition replaces this one. */
  readonly sourceName: string;
  /** Says what would change and writes nothing. */
  readonly isDryRun: boolean;
}

export interface ResultImportReport {
  readonly isDryRun: boolean;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  /** Rows of the edition before that this one does not have any more. */
  readonly removedCount: number;
  /** Sum of all rows but totals. */
  readonly yen: number;
  readonly fiscalYears: readonly number[];
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** Totals that were printed and are not the sum of their rows, such as by rounding. */
  readonly differences: readonly TotalDifference[];
}

export interface TotalDifference {
  readonly fiscalYear: number;
  readonly printedYen: number;
  readonly sumYen: number;
}

/** Brings tables of before along: a list of orders, or a printed table. The same list again replaces what it brought. */
@Injectable()
export class ImportResults {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * A file with a problem writes nothing at all.
   * @throws ACCESS.NOT_FOUND, INPUT.*, IMPORT.BUSY, RESULT.NOT_FOR_COMPANIES, RESULT.FILE_HAS_PROBLEMS
   */
  async execute(actor: PersonActor, input: ImportResultsInput): Promise<ResultImportReport> {
    const { content, ...rest } = input;
    const reading = await readSheetsApart(content);
    const work = (tx: Transaction) =>
      reading.ok
        ? importResults(tx, actor, input, reading.sheets)
        : reportOf(input.isDryRun, [], [{ ...reading.problem, sheet: null, column: null, value: null }]);
    if (input.isDryRun) return this.unitOfWork.run(actor, async (tx) => work(tx));
    const identified = { ...rest, contentHash: createHash('sha256').update(content).digest('hex') };
    return this.unitOfWork.command('importResults', actor, identified, async (tx) => work(tx));
  }
}

/** The import inside a transaction under way. */
export async function importResults(
  tx: Transaction,
  actor: PersonActor,
  input: Omit<ImportResultsInput, 'content' | 'idempotencyKey'>,
  sheets: readonly Sheet[],
): Promise<ResultImportReport> {
  const names = {
    categories: await tx.manager.find(ProcurementCategory),
    facilityTypes: await tx.manager.find(FacilityType),
  };
  return storeResults(tx, actor, input, checked(readResultTable(sheets, names, input)));
}

/**
 * Stores what was read of an edition of a list, in place of the edition before.
 * @param input.isPartial these are only some rows of the list: what is not among them stays
 * @throws RESULT.FILE_HAS_PROBLEMS
 */
export async function storeResults(
  tx: Transaction,
  actor: PersonActor,
  input: Pick<ImportResultsInput, 'fileName' | 'sourceName' | 'isDryRun'> & { readonly isPartial?: boolean },
  { results, problems }: ResultTable,
): Promise<ResultImportReport> {
  const { fileName, sourceName } = checkFields({
    fileName: () => requireLine('fileName', input.fileName, 200),
    sourceName: () => requireLine('sourceName', input.sourceName, 100),
  });
  const { deskId, ...keeper } = await requireKeeper(tx, actor);
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `results ${keeper.keeperId} ${sourceName}`,
  ]);
  const before = await tx.manager.findBy(RecordedResult, { keeperId: keeper.keeperId, sourceName });
  const knownOf = new Map(before.map((row) => [row.rowKey, row]));
  const rows = results.map(({ figure, key, sheet, line }) => {
    const known = knownOf.get(key);
    knownOf.delete(key);
    return {
      ...figure,
      ...keeper,
      id: known?.id ?? tx.newId(),
      known,
      sourceName,
      sourceFile: fileName,
      sourceRow: sheet === null ? String(line) : `${sheet} ${line}`,
      rowKey: key,
      facilityId: null as string | null,
      recordedBy: actor.accountId,
      recordedAt: tx.now,
    };
  });
  const changed = rows.filter((row) => row.known && !isSame(row.known, row));
  const created = rows.filter((row) => !row.known);
  const removed = input.isPartial ? [] : [...knownOf.values()];
  const counts = {
    createdCount: created.length,
    updatedCount: changed.length,
    unchangedCount: rows.length - created.length - changed.length,
    removedCount: removed.length,
  };
  if (!input.isDryRun) {
    if (problems.length > 0) throw recordedErrors.FILE_HAS_PROBLEMS({ count: problems.length });
    const written = [...changed, ...created].map(({ known: _, ...row }) => row);
    await linkFacilities(tx, keeper, written);
    const gone = [...removed, ...changed].map(({ id }) => id);
    for (let at = 0; at < gone.length; at += ROWS_AT_ONCE) {
      await tx.manager.delete(RecordedResult, { id: In(gone.slice(at, at + ROWS_AT_ONCE)) });
    }
    for (let at = 0; at < written.length; at += ROWS_AT_ONCE) {
      await tx.manager.insert(RecordedResult, written.slice(at, at + ROWS_AT_ONCE));
    }
    await tx.audit(
      'importResults',
      { deskId, subjectType: 'RecordedResult', subjectId: keeper.keeperId },
      { fileName, sourceName, ...counts },
    );
  }
  return { ...reportOf(input.isDryRun, results, problems), ...counts };
}

/** What cannot be stored is a problem of its row. */
export function checked({ results, problems }: ResultTable): ResultTable {
  const found = [...problems];
  const good = results.filter(({ figure, sheet, line }) => {
    try {
      checkFigure(figure);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const faults = error.details.fields ?? [error];
      found.push(
        ...faults.map(({ code, messageJa, messageEn }) => ({
          sheet,
          line,
          column: null,
          code,
          value: null,
          messageJa,
          messageEn,
        })),
      );
      return false;
    }
  });
  return { results: good, problems: found };
}

function reportOf(
  isDryRun: boolean,
  results: readonly ReadResult[],
  problems: readonly ImportProblem[],
): ResultImportReport {
  const figures = results.map(({ figure }) => figure);
  const counted = figures.filter(({ grain }) => grain !== 'TOTAL');
  return {
    isDryRun,
    createdCount: 0,
    updatedCount: 0,
    unchangedCount: 0,
    removedCount: 0,
    yen: sumOf(counted),
    fiscalYears: [...new Set(counted.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b),
    problems: problems.slice(0, MAX_LISTED),
    problemCount: problems.length,
    differences: differencesIn(figures),
  };
}

const sumOf = (figures: readonly ResultFigure[]) => figures.reduce((sum, { yen }) => sum + (yen ?? 0), 0);

/** Of totals over everything of a year; one beside a type or a category is that type's. */
export function differencesIn(figures: readonly ResultFigure[]): TotalDifference[] {
  const isWhole = ({ contractType, categoryCode, level, supplierKind, government }: ResultFigure) =>
    contractType === null && categoryCode === null && level === null && supplierKind === '' && government === '';
  return figures
    .filter((figure) => figure.grain === 'TOTAL' && figure.yen !== null && isWhole(figure))
    .flatMap(({ fiscalYear, yen }) => {
      const sumYen = sumOf(figures.filter((each) => each.grain !== 'TOTAL' && each.fiscalYear === fiscalYear));
      return sumYen === yen ? [] : [{ fiscalYear, printedYen: yen!, sumYen }];
    });
}

const COMPARED: readonly (keyof ResultFigure)[] = [
  'grain',
  'fiscalYear',
  'performedOn',
  'contractType',
  'categoryCode',
  'level',
  'government',
  'department',
  'supplierKind',
  'facilityName',
  'title',
  'orderCount',
  'facilityCount',
  'matchingCount',
  'units',
  'yen',
  'isTaxIncluded',
  'isInThousands',
];

const isSame = (known: ResultFigure, row: ResultFigure) => COMPARED.every((field) => known[field] === row[field]);
