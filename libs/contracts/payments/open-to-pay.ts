import type { Transaction } from '#yui/platform';
import type { Contract } from '../contract/contract.entity.js';
import { invoiceErrors, paymentErrors } from '../contract/contract.errors.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { type Balance, balancesOf } from '../settlement/balance.js';
import { ROUNDING } from '../settlement/settlement-line.entity.js';

/** What may be paid, or paid back: so much on this contract. */
export interface OpenPart extends Balance {
  readonly openYen: number;
}

/** What is paid: an invoice, or the work or the fee of the contract. */
interface Named {
  readonly invoiceId?: string | null;
  readonly isFee?: boolean | null;
  readonly isRepayment?: boolean | null;
}

/**
 * What is left of what is named, the earliest due first. Of an invoice that is what it says, less what was paid for it or
 * for those it took the place of; and never more than is still owed on its contracts, whoever named what before. Repaid is
 * what was paid beyond what is owed.
 * @throws PAYMENT.NOTHING_OWED, PAYMENT.NOTHING_TO_REPAY, INVOICE.CORRECTED_BEFORE
 */
export async function openToPay(
  tx: Transaction,
  contracts: readonly Contract[],
  { invoiceId, isFee = false, isRepayment = false }: Named,
): Promise<OpenPart[]> {
  const balances = await balancesOf(
    tx.manager,
    contracts.map(({ id }) => id),
  );
  const leftOf = invoiceId ? await leftOfInvoice(tx, invoiceId) : null;
  const open = balances
    .filter((balance) => (leftOf ? leftOf.has(keyOf(balance)) : balance.isFee === (isFee ?? false)))
    .map((balance) => {
      const owedYen = balance.bookedYen - balance.paidYen;
      if (isRepayment) return { ...balance, openYen: -owedYen };
      return { ...balance, openYen: Math.min(owedYen, leftOf?.get(keyOf(balance)) ?? owedYen) };
    })
    .filter(({ openYen }) => openYen > 0)
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  if (open.length === 0) throw isRepayment ? paymentErrors.NOTHING_TO_REPAY() : paymentErrors.NOTHING_OWED();
  return open;
}

const keyOf = ({ contractId, isFee }: Pick<Balance, 'contractId' | 'isFee'>) => `${contractId} ${isFee}`;

/** By contract and fee: what the invoice says, with its rounding, less what was paid for it. */
async function leftOfInvoice(tx: Transaction, invoiceId: string): Promise<Map<string, number>> {
  const newer = await tx.manager.findOneBy(Invoice, { correctsId: invoiceId });
  if (newer) throw invoiceErrors.CORRECTED_BEFORE({ number: newer.number });
  const rows = await tx.manager.query<{ contract_id: string; is_fee: boolean; left_yen: number }[]>(
    `WITH RECURSIVE chain AS (
       SELECT id, corrects_id FROM invoice WHERE id = $1
       UNION ALL SELECT older.id, older.corrects_id FROM invoice older JOIN chain ON chain.corrects_id = older.id
     ), stated AS (
       SELECT line.contract_id, line.kind = 'FEE' AS is_fee, line.gross_yen AS yen
       FROM invoice_line JOIN settlement_line line ON line.id = settlement_line_id WHERE invoice_id = $1
       UNION ALL
       SELECT line.contract_id, line.kind = 'FEE', line.gross_yen FROM settlement_line line
       WHERE line.contract_id IN (SELECT billed.contract_id FROM invoice_line
                                  JOIN settlement_line billed ON billed.id = settlement_line_id WHERE invoice_id = $1)
         AND starts_with(line.source_key, $2)
       UNION ALL
       SELECT part.contract_id, part.is_fee, -part.amount_yen
       FROM payment JOIN payment_part part ON part.payment_id = payment.id
       WHERE payment.invoice_id IN (SELECT id FROM chain)
     )
     SELECT contract_id, is_fee, sum(yen)::bigint AS left_yen FROM stated GROUP BY 1, 2`,
    [invoiceId, `${ROUNDING}${invoiceId}`],
  );
  return new Map(rows.map((row) => [keyOf({ contractId: row.contract_id, isFee: row.is_fee }), row.left_yen]));
}
