import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { type PersonActor, requireDesk, requireLine, UnitOfWork } from '#yui/platform';
import { BankStatement } from './bank-statement.entity.js';
import { type ReadStatement, readStatement, type StatementLayout } from './read-statement.js';
import { StatementLine } from './statement-line.entity.js';
import { statementErrors } from './statement.errors.js';

export interface ImportStatementInput {
  readonly idempotencyKey: string;
  readonly fileName: string;
  /** The CSV, decoded. */
  readonly text: string;
  readonly layout: StatementLayout;
}

export const MAX_DEPOSITS = 5000;

/** Brings what came in at the bank; what was imported before is known and stays as it is. */
@Injectable()
export class ImportStatement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STATEMENT.*, INPUT.* */
  async execute(actor: PersonActor, input: ImportStatementInput): Promise<{ addedCount: number; knownCount: number }> {
    requireDesk(actor);
    const read = readWhole(input.text, input.layout);
    const [problem] = read.problems;
    if (problem) throw statementErrors.ROWS_UNREADABLE({ ...problem }).at('text');
    if (read.deposits.length === 0) throw statementErrors.NO_DEPOSIT().at('layout');
    return this.unitOfWork.command('importStatement', actor, input, async (tx) => {
      const today = todayInTokyo(tx.now);
      const future = read.deposits.find(({ paidOn }) => paidOn > today);
      if (future) throw statementErrors.ROWS_UNREADABLE({ row: future.row, cell: future.paidOn }).at('text');
      const deskId = actor.organisationId;
      const id = tx.newId();
      const fileName = requireLine('fileName', input.fileName, 200);
      const { headings } = read;
      await tx.manager.insert(BankStatement, {
        id,
        deskId,
        fileName,
        headings,
        layout: input.layout,
        importedAt: tx.now,
      });
      const { identifiers } = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(StatementLine)
        .values(
          read.deposits.map(({ key, paidOn, payerName, amountYen }) => ({
            id: tx.newId(),
            deskId,
            statementId: id,
            lineKey: key,
            paidOn,
            payerName,
            amountYen,
            settledYen: 0,
            setAsideReason: null,
          })),
        )
        .orIgnore()
        .execute();
      const [row] = await tx.manager.query<[{ added: number }]>(
        'SELECT count(*)::integer AS added FROM statement_line WHERE statement_id = $1',
        [id],
      );
      const addedCount = row.added;
      const knownCount = identifiers.length - addedCount;
      await tx.audit(
        'statement.import',
        { deskId, subjectType: 'Desk', subjectId: deskId },
        { addedCount, knownCount },
      );
      return { addedCount, knownCount };
    });
  }
}

/** @throws STATEMENT.UNREADABLE, STATEMENT.TOO_LARGE, STATEMENT.LAYOUT */
export function readWhole(text: string, layout: StatementLayout | null): ReadStatement {
  if (layout && new Set(Object.values(layout)).size < 3) throw statementErrors.LAYOUT().at('layout');
  let read: ReadStatement;
  try {
    read = readStatement(text, layout);
  } catch {
    throw statementErrors.UNREADABLE().at('text');
  }
  if (read.headings.length < 3) throw statementErrors.UNREADABLE().at('text');
  if (read.deposits.length > MAX_DEPOSITS) throw statementErrors.TOO_LARGE({ most: MAX_DEPOSITS }).at('text');
  return read;
}
