import type { AuditedChange } from '../audit/audit-book.js';
import type { Transaction } from '../database/transaction.js';
import type { TransitionTable } from './transition-table.js';

/** A row with a life: what a transition needs to know of it. */
interface LivingRow<State extends string> {
  readonly id: string;
  readonly deskId: string;
  status: State;
}

/**
 * Transitions a locked row, persists it and audits it, as `assignment.accept`. `row` is brought up to date as well.
 * @param change what else becomes different with it
 * @param note what else the audit is to say
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function transition<State extends string, Action extends string, Row extends LivingRow<State>>(
  tx: Transaction,
  table: TransitionTable<State, Action>,
  row: Row,
  action: NoInfer<Action>,
  change: Partial<Row> = {},
  note: AuditedChange = {},
): Promise<void> {
  const from = row.status;
  const to = table.next(from, action);
  Object.assign(row, change, { status: to });
  const { entity } = table;
  await tx.manager.update(entity, { id: row.id }, { ...change, status: to });
  await tx.audit(
    table.auditAction(action),
    { deskId: row.deskId, subjectType: entity, subjectId: row.id },
    { ...note, from, to, ...change },
  );
}
