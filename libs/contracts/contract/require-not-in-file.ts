import type { Transaction } from '#yui/platform';
import { paymentErrors } from './contract.errors.js';

/**
 * What is in a file for the bank is paid by it: recorded by hand as well, it would be paid twice; corrected, it would be
 * paid as it was.
 * @throws PAYMENT.IN_FILE
 */
export async function requireNotInFile(tx: Transaction, contractIds: readonly string[]): Promise<void> {
  const [row] = await tx.manager.query<{ transfer_on: string; number: string }[]>(
    `SELECT run.transfer_on, invoice.number
     FROM settlement_line line
     JOIN invoice_line ON invoice_line.settlement_line_id = line.id
     JOIN transfer_item item ON item.invoice_id = invoice_line.invoice_id AND item.outcome = 'PENDING'
     JOIN transfer_run run ON run.id = item.run_id
     JOIN invoice ON invoice.id = item.invoice_id
     WHERE line.contract_id = ANY($1) ORDER BY run.transfer_on LIMIT 1`,
    [contractIds],
  );
  if (row) throw paymentErrors.IN_FILE({ number: row.number, day: row.transfer_on });
}
