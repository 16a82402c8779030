import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readSheetsApart } from '#yui/directory';
import { tellBroughtAlong } from '#yui/notifications';
import { accessErrors, checkFields, type PersonActor, requireLine, type Transaction, UnitOfWork } from '#yui/platform';
import { MOVE_IN_SHEETS, type MoveInSheet } from '../workbook/layout.js';
import { readWorkbook, type WorkbookReading } from '../workbook/read-workbook.js';
import { balanceBringer } from './balances.js';
import { bringSheet, type Earlier, type Gathered } from './bring-sheet.js';
import { Bringing, type SheetBringer } from './bringing.js';
import { buyerBringer, departmentBringer } from './buyers.js';
import { capabilityBringer } from './capabilities.js';
import { facilityBringer } from './facilities.js';
import { type AbsentRow, MAX_LISTED, type MoveInReport, ROW_OUTCOMES, type SheetCount } from './move-in-report.js';
import { MoveInRow, type RowContent } from './move-in-row.entity.js';
import { readNames } from './names.js';
import { bringOrders } from './bring-orders.js';
import { OrderNumbers, passingNumbers, takeOrderNumbers } from './order-numbers.js';
import { personBringer } from './people.js';
import { resultBringer } from './results.js';
import { takeTurn } from './turn.js';

const ROWS_PER_STATEMENT = 500;

export interface ImportWorkbookInput {
  readonly idempotencyKey: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  /** Answers to the questions of an earlier reading, by their keys. */
  readonly answers?: readonly { readonly questionKey: string; readonly value: string }[] | null;
  /** Says what would become of each row and stores nothing. */
  readonly isDryRun: boolean;
}

/** Carries the report out of a part of the transaction of which nothing is to stay. */
class NotStored extends Error {
  constructor(readonly report: MoveInReport) {
    super('Nothing of the workbook is stored');
  }
}

/**
 * Brings the past of a desk along: facilities, buyers, people, balances and results in one workbook. All of it is stored or
 * nothing; a dry run is the same import, undone at its end, so that it meets every check there is. The same workbook again
 * changes nothing, a corrected one what was corrected.
 */
@Injectable()
export class ImportWorkbook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers a desk; INPUT.*, IMPORT.BUSY, MOVE_IN.UNDER_WAY */
  async execute(actor: PersonActor, input: ImportWorkbookInput): Promise<MoveInReport> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const { fileName } = checkFields({ fileName: () => requireLine('fileName', input.fileName, 200) });
    const sheets = await readSheetsApart(input.content);
    const reading: WorkbookReading = sheets.ok
      ? readWorkbook(sheets.sheets)
      : { rows: new Map(), notRead: [], problems: [{ ...sheets.problem, sheet: null, column: null, value: null }] };
    const { idempotencyKey, isDryRun, answers, content } = input;
    const orders = reading.rows.get('ORDERS') ?? [];
    const numbers = isDryRun ? passingNumbers(orders) : await takeOrderNumbers(this.unitOfWork, actor, orders);
    const handed = { fileName, isDryRun, answers: answers ?? [], numbers };
    const contentHash = createHash('sha256').update(content).digest('hex');
    const identified = { idempotencyKey, fileName, answers, contentHash, isDryRun };
    return this.unitOfWork.command('importWorkbook', actor, identified, async (tx) =>
      orNothing(tx, actor, async (part) => importRows(part, actor, handed, reading)),
    );
  }
}

/** Keeps what the import did, or nothing but its report: who lost the answer on the way asks again with the same key. */
async function orNothing(
  tx: Transaction,
  actor: PersonActor,
  work: (part: Transaction) => Promise<MoveInReport>,
): Promise<MoveInReport> {
  try {
    return await tx.part(actor, async (part) => {
      const report = await work(part);
      if (!report.isStored) throw new NotStored(report);
      return report;
    });
  } catch (error) {
    if (error instanceof NotStored) return error.report;
    throw error;
  }
}

interface Handed extends Pick<MoveInReport, 'fileName' | 'isDryRun'> {
  readonly answers: NonNullable<ImportWorkbookInput['answers']>;
  /** For the orders that are new. */
  readonly numbers: readonly string[];
}

async function importRows(
  tx: Transaction,
  actor: PersonActor,
  { fileName, isDryRun, answers, numbers }: Handed,
  { rows, problems, notRead }: WorkbookReading,
): Promise<MoveInReport> {
  await takeTurn(tx, actor.organisationId);
  const all = new Bringing(actor, fileName, await readNames(tx.manager), new OrderNumbers(numbers));
  const known = await tx.manager.findBy(MoveInRow, { deskId: all.deskId });
  for (const { sheet, rowKey, subjectId } of known) if (subjectId !== null) all.learn(sheet, rowKey, subjectId);
  const earlier: Earlier = {
    rows: new Map(known.map((row) => [`${row.sheet} ${row.rowKey}`, row])),
    answers: new Map(answers.map(({ questionKey, value }) => [questionKey, value])),
  };
  const gathered: Gathered = { rows: [], problems: [...problems], questions: [], kept: [], present: new Set() };
  const step = tx.asStepOf(tx.newId());
  const bring = async <Content extends RowContent>(bringer: SheetBringer<Content>) =>
    bringSheet(step, all, bringer, rows.get(bringer.sheet) ?? [], earlier, gathered);
  await bring(facilityBringer());
  await bring(buyerBringer);
  await bring(departmentBringer);
  await bring(personBringer);
  await bring(capabilityBringer);
  await bring(balanceBringer);
  await bring(resultBringer);
  await bringOrders(step, all, rows, earlier, gathered);
  const isStored = !isDryRun && gathered.problems.length === 0 && gathered.questions.length === 0;
  if (isStored) {
    await keepRows(tx, all, gathered);
    // Each buyer and each facility once, however many orders and steps there were.
    for (const party of all.parties()) await tellBroughtAlong(tx, { deskId: all.deskId, ...party });
  }
  const report = reportOf({ isDryRun, isStored, fileName, notRead }, gathered, absentAmong(known, rows, gathered));
  if (isStored) await tx.audit('moveIn.import', factOf(all.deskId), { fileName, counts: report.counts });
  return report;
}

async function keepRows(tx: Transaction, { deskId, actor, fileName }: Bringing, { kept }: Gathered): Promise<void> {
  const origin = { deskId, sourceFile: fileName, recordedBy: actor.accountId, recordedAt: tx.now };
  for (let at = 0; at < kept.length; at += ROWS_PER_STATEMENT) {
    const rows = kept.slice(at, at + ROWS_PER_STATEMENT).map((row) => ({ ...row, ...origin }));
    await tx.manager.upsert(MoveInRow, rows, ['deskId', 'sheet', 'rowKey']);
  }
}

/** What was imported before and is not in the sheet any more; a sheet that is not there says nothing of its rows. */
function absentAmong(known: readonly MoveInRow[], rows: WorkbookReading['rows'], { present }: Gathered): AbsentRow[] {
  return known
    .filter(({ sheet, rowKey }) => rows.has(sheet) && !present.has(`${sheet} ${rowKey}`))
    .map(({ sheet, rowKey }) => ({ sheet, rowKey }));
}

function reportOf(
  head: Pick<MoveInReport, 'isDryRun' | 'isStored' | 'fileName' | 'notRead'>,
  { rows, problems, questions }: Gathered,
  absent: readonly AbsentRow[],
): MoveInReport {
  const placeOf = (sheet: MoveInSheet) => MOVE_IN_SHEETS.indexOf(sheet);
  return {
    ...head,
    counts: countsOf(rows),
    rows: rows.toSorted((a, b) => placeOf(a.sheet) - placeOf(b.sheet) || a.line - b.line),
    problems: problems.slice(0, MAX_LISTED),
    problemCount: problems.length,
    questions,
    absent: absent.slice(0, MAX_LISTED),
    absentCount: absent.length,
  };
}

function countsOf(rows: MoveInReport['rows']): SheetCount[] {
  return MOVE_IN_SHEETS.flatMap((sheet) =>
    ROW_OUTCOMES.map((outcome) => ({
      sheet,
      outcome,
      count: rows.filter((row) => row.sheet === sheet && row.outcome === outcome).length,
    })),
  ).filter(({ count }) => count > 0);
}

const factOf = (deskId: string) => ({ deskId, subjectType: 'Desk', subjectId: deskId });
