import { type EntityManager, In } from 'typeorm';
import { groupBy, type Transaction } from '#yui/platform';
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
 * for those it took the place of; and never more than is still owed on its contracts, no matter who named what before. Repaid is
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

/**
 * What the newest correction of an invoice still wants of each of its contracts, the earliest due first; nothing where it was
 * paid. Whatever its state: for money that has gone anyway.
 */
export async function leftOfNewest(
  tx: Transaction,
  contracts: readonly Contract[],
  invoiceId: string,
): Promise<{ invoiceId: string; parts: { contractId: string; isFee: boolean; openYen: number }[] }> {
  let newest = invoiceId;
  for (let next: Invoice | null; (next = await tx.manager.findOneBy(Invoice, { correctsId: newest }));)
    newest = next.id;
  const [of, first] = [await leftOfInvoices(tx.manager, [newest]), await leftOfInvoices(tx.manager, [invoiceId])];
  const left = of.get(newest) ?? new Map<string, number>();
  const balances = await balancesOf(
    tx.manager,
    contracts.map(({ id }) => id),
  );
  const known = new Set([...left.keys(), ...(first.get(invoiceId) ?? new Map<string, number>()).keys()]);
  const parts = balances
    .filter((balance) => known.has(keyOf(balance)))
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
    .map((balance) => ({
      contractId: balance.contractId,
      isFee: balance.isFee,
      openYen: Math.min(balance.bookedYen - balance.paidYen, left.get(keyOf(balance)) ?? 0),
    }));
  return { invoiceId: newest, parts };
}

const keyOf = ({ contractId, isFee }: Pick<Balance, 'contractId' | 'isFee'>) => `${contractId} ${isFee}`;

/** What the newest of a chain of corrections says, with its rounding, less what was paid for it. */
async function leftOfInvoice(tx: Transaction, invoiceId: string): Promise<Map<string, number>> {
  const newer = await tx.manager.findOneBy(Invoice, { correctsId: invoiceId });
  if (newer) throw invoiceErrors.CORRECTED_BEFORE({ number: newer.number });
  return (await leftOfInvoices(tx.manager, [invoiceId])).get(invoiceId) ?? new Map<string, number>();
}

/** By invoice, and within it by contract and fee: what it says less what was paid for it or for those it took the place of. */
async function leftOfInvoices(
  manager: EntityManager,
  invoiceIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const rows = await manager.query<{ asked: string; contract_id: string; is_fee: boolean; left_yen: number }[]>(
    `WITH RECURSIVE chain AS (
       SELECT id AS asked, id, corrects_id FROM invoice WHERE id = ANY($1)
       UNION ALL
       SELECT chain.asked, older.id, older.corrects_id FROM invoice older JOIN chain ON chain.corrects_id = older.id
     ), billed AS (
       SELECT invoice_line.invoice_id AS asked, line.contract_id, line.kind = 'FEE' AS is_fee, line.gross_yen
       FROM invoice_line JOIN settlement_line line ON line.id = settlement_line_id WHERE invoice_id = ANY($1)
     ), stated AS (
       SELECT asked, contract_id, is_fee, gross_yen AS yen FROM billed
       UNION ALL
       SELECT of_asked.asked, line.contract_id, line.kind = 'FEE', line.gross_yen
       FROM (SELECT DISTINCT asked, contract_id FROM billed) of_asked
       JOIN settlement_line line ON line.contract_id = of_asked.contract_id
         AND starts_with(line.source_key, $2 || of_asked.asked)
       UNION ALL
       SELECT chain.asked, part.contract_id, part.is_fee, -part.amount_yen
       FROM chain JOIN payment ON payment.invoice_id = chain.id JOIN payment_part part ON part.payment_id = payment.id
     )
     SELECT asked, contract_id, is_fee, sum(yen)::bigint AS left_yen FROM stated GROUP BY 1, 2, 3`,
    [invoiceIds, ROUNDING],
  );
  const ofInvoice = groupBy(rows, ({ asked }) => asked);
  return new Map(
    [...ofInvoice].map(([id, parts]) => [
      id,
      new Map(parts.map((row) => [keyOf({ contractId: row.contract_id, isFee: row.is_fee }), row.left_yen])),
    ]),
  );
}

/**
 * By invoice: how much is left to be paid for it, as `openToPay` would let it be recorded. One that was corrected asks for
 * nothing any more.
 * @param together they are to be paid in this order: several of one contract never come to more than it owes
 */
export async function openYenOfInvoices(
  manager: EntityManager,
  invoiceIds: readonly string[],
  together = false,
): Promise<Map<string, number>> {
  const newer = await manager.findBy(Invoice, { correctsId: In([...invoiceIds]) });
  const corrected = new Set(newer.map(({ correctsId }) => correctsId));
  const left = await leftOfInvoices(manager, invoiceIds);
  const contractIds = [...left.values()].flatMap((parts) => [...parts.keys()].map((key) => key.split(' ')[0]!));
  const balances = await balancesOf(manager, [...new Set(contractIds)]);
  const owedOf = new Map(balances.map((balance) => [keyOf(balance), balance.bookedYen - balance.paidYen]));
  return new Map(
    invoiceIds.map((id) => {
      if (corrected.has(id)) return [id, 0];
      const open = openParts(left.get(id) ?? new Map(), owedOf);
      if (together) for (const [key, yen] of open) owedOf.set(key, (owedOf.get(key) ?? 0) - yen);
      return [id, [...open.values()].reduce((sum, yen) => sum + yen, 0)];
    }),
  );
}

/** Of each part of an invoice: what is left of it, and never more than its contract owes. */
function openParts(left: ReadonlyMap<string, number>, owedOf: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...left].map(([key, yen]) => [key, Math.max(0, Math.min(owedOf.get(key) ?? 0, yen))]));
}
