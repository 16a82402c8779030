import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { type AccountTrust, accountTrustOf, BusinessProfile, openBranch } from '#yui/directory';
import { MAX_TRANSFER_YEN, type TransferAccount, transferText } from '#yui/money';
import { openYenOfInvoices } from '../payments/open-to-pay.js';

/** Why a payment cannot go into a file. */
export type TransferObstacle =
  | 'NO_ACCOUNT'
  | 'NO_CODES'
  | 'BRANCH_CLOSED'
  | 'BANK_KANA'
  | 'ACCOUNT_NUMBER'
  | 'HOLDER'
  | Exclude<AccountTrust, 'TRUSTED'>
  | 'AMOUNT'
  | 'IN_FILE';

/** What a desk owes a facility on one payment notice, and whether it can go into a file. */
export interface TransferCandidate {
  readonly invoiceId: string;
  readonly number: string;
  readonly facilityId: string;
  readonly dueOn: LocalDate;
  readonly openYen: number;
  /** Null: it can. */
  readonly obstacle: TransferObstacle | null;
}

/** An account a file can name. */
export interface PayableAccount extends TransferAccount {
  readonly bankName: string;
  readonly branchName: string;
  readonly holder: string;
}

/** As many as are looked at once; a desk with more makes several files. */
export const MAX_CANDIDATES = 1000;

interface Row {
  readonly id: string;
  readonly number: string;
  readonly facility_id: string;
  readonly due_on: LocalDate;
  readonly is_pending: boolean;
}

/**
 * The payment notices the desk has still to pay, what is due first before. One whose contract is paid by a file under way waits
 * until that file is settled: what will be owed then is not known before. Begins at the contracts under way: what is settled
 * makes it no slower.
 * @param invoiceIds these alone; null: all
 */
export async function transferCandidates(
  manager: EntityManager,
  deskId: string,
  invoiceIds: readonly string[] | null,
): Promise<TransferCandidate[]> {
  const rows = await manager.query<Row[]>(
    `SELECT invoice.id, invoice.number, invoice.facility_id, invoice.due_on,
       EXISTS (
         SELECT 1 FROM invoice_line own JOIN settlement_line mine ON mine.id = own.settlement_line_id
         JOIN settlement_line other ON other.contract_id = mine.contract_id
         JOIN invoice_line billed ON billed.settlement_line_id = other.id
         JOIN transfer_item item ON item.invoice_id = billed.invoice_id
         WHERE own.invoice_id = invoice.id AND item.outcome = 'PENDING') AS is_pending
     FROM invoice
     WHERE invoice.payer_id = $1 AND invoice.payee = 'FACILITY' AND ($2::uuid[] IS NULL OR invoice.id = ANY ($2))
       AND NOT EXISTS (SELECT 1 FROM invoice newer WHERE newer.corrects_id = invoice.id)
       AND EXISTS (
         SELECT 1 FROM invoice_line JOIN settlement_line line ON line.id = settlement_line_id
         JOIN contract ON contract.id = line.contract_id
         WHERE invoice_line.invoice_id = invoice.id AND contract.status IN ('ISSUED', 'CONCLUDED', 'FULFILLED'))
     ORDER BY invoice.due_on, invoice.id LIMIT $3`,
    [deskId, invoiceIds, MAX_CANDIDATES],
  );
  const openYenOf = await openYenOfInvoices(
    manager,
    rows.map(({ id }) => id),
    true,
  );
  const obstacleOf = await obstaclesOf(
    manager,
    deskId,
    rows.map((row) => row.facility_id),
  );
  return rows.flatMap((row): TransferCandidate[] => {
    const openYen = openYenOf.get(row.id) ?? 0;
    if (openYen === 0) return [];
    const obstacle = row.is_pending ? 'IN_FILE' : (obstacleOf.get(row.facility_id) ?? null);
    return [
      {
        invoiceId: row.id,
        number: row.number,
        facilityId: row.facility_id,
        dueOn: row.due_on,
        openYen,
        obstacle: obstacle ?? (openYen > MAX_TRANSFER_YEN ? 'AMOUNT' : null),
      },
    ];
  });
}

async function obstaclesOf(
  manager: EntityManager,
  deskId: string,
  facilityIds: readonly string[],
): Promise<Map<string, TransferObstacle | null>> {
  const found = new Map<string, TransferObstacle | null>();
  for (const id of new Set(facilityIds)) {
    const account = await payableAccountOf(manager, deskId, id);
    found.set(id, typeof account === 'string' ? account : null);
  }
  return found;
}

/** The account of an organisation as a file of the desk names it, or why none can. */
export async function payableAccountOf(
  manager: EntityManager,
  deskId: string,
  organisationId: string,
): Promise<PayableAccount | TransferObstacle> {
  const profile = await manager.findOneBy(BusinessProfile, { organisationId });
  if (!profile) return 'NO_ACCOUNT';
  const { bankCode, branchCode, accountType, accountNumber, accountHolderKana: holder } = profile;
  if (!accountType || !accountNumber || !holder) return 'NO_ACCOUNT';
  if (!bankCode || !branchCode) return 'NO_CODES';
  const trust = await accountTrustOf(manager, deskId, profile);
  if (trust !== 'TRUSTED') return trust;
  const open = await openBranch(manager, bankCode, branchCode);
  if (!open) return 'BRANCH_CLOSED';
  if (!transferText(open.bank.kana) || !transferText(open.branch.kana)) return 'BANK_KANA';
  // ゆうちょ and others print eight digits; transfers go to the seven of its 振込用の口座番号.
  if (!/^\d{1,7}$/.test(accountNumber)) return 'ACCOUNT_NUMBER';
  if (!transferText(holder)) return 'HOLDER';
  const { bank, branch } = open;
  return {
    bankCode,
    bankName: bank.name,
    bankKana: bank.kana,
    branchCode,
    branchName: branch.name,
    branchKana: branch.kana,
    accountType,
    accountNumber,
    holder,
  };
}
