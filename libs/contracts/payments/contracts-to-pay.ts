import { accessErrors, type Transaction } from '#yui/platform';
import { paymentErrors } from '../contract/contract.errors.js';
import { Contract } from '../contract/contract.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';

/** The contracts an invoice or payment is about: those of its lines, or the one that is named. @throws ACCESS.NOT_FOUND, PAYMENT.NOTHING_OWED */
export async function contractsToPay(
  tx: Transaction,
  deskId: string,
  { invoiceId, contractId }: { readonly invoiceId?: string | null; readonly contractId?: string | null },
): Promise<string[]> {
  if (invoiceId) {
    const invoice = await tx.get(Invoice, { id: invoiceId, deskId });
    const ids = await contractsOfInvoice(tx, deskId, [invoice.id]);
    if (ids.length === 0) throw paymentErrors.NOTHING_OWED();
    return ids;
  }
  if (!contractId) throw accessErrors.NOT_FOUND();
  return [(await tx.get(Contract, { id: contractId, deskId })).id];
}

/** The contracts of the lines of these invoices of a desk. */
export async function contractsOfInvoice(
  tx: Transaction,
  deskId: string,
  invoiceIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.manager.query<{ contract_id: string }[]>(
    `SELECT DISTINCT contract_id FROM invoice_line
     JOIN settlement_line ON settlement_line.id = invoice_line.settlement_line_id
     WHERE invoice_id = ANY($1) AND invoice_line.desk_id = $2`,
    [invoiceIds, deskId],
  );
  return rows.map((row) => row.contract_id);
}
