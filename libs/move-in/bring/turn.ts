import type { Transaction } from '#yui/platform';
import { moveInErrors } from '../workbook/move-in.errors.js';

/** Until the transaction ends. Two imports at once would both find a row missing. @throws MOVE_IN.UNDER_WAY */
export async function takeTurn(tx: Transaction, deskId: string): Promise<void> {
  const [row] = await tx.manager.query<[{ taken: boolean }]>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
    [`move-in ${deskId}`],
  );
  if (!row.taken) throw moveInErrors.UNDER_WAY();
}
