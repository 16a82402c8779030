import { createHash } from 'node:crypto';
import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { Desk } from '#yui/directory';
import type { PaperKind } from '#yui/papers';
import { scatteredNumber, type Transaction } from '#yui/platform';

/** How the numbers of each kind of paper begin. */
const PREFIX: Readonly<Record<PaperKind, string>> = {
  QUOTE: 'Q',
  PURCHASE_ORDER: 'PO',
  ORDER_ACKNOWLEDGEMENT: 'OA',
  CONTRACT: 'CT',
  REFERRAL_LETTER: 'RF',
  ALLOCATION_NOTICE: 'AL',
  DELIVERY_NOTE: 'DN',
  WORK_REPORT: 'WR',
  ACCEPTANCE_NOTE: 'AC',
  INVOICE: 'INV',
  RETURN_INVOICE: 'RI',
  PAYMENT_NOTICE: 'PN',
};

/** Digits and letters that nobody takes for one another. */
const MARKS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const MARK_LENGTH = 5;

/** What stands for an issuer in its numbers, the same for ever: `7K2QX`. */
function markOf(issuerId: string): string {
  const bytes = createHash('sha256').update(issuerId).digest().subarray(0, MARK_LENGTH);
  return [...bytes].map((byte) => MARKS[byte % MARKS.length]).join('');
}

/**
 * The next number of an issuer for one kind of paper in the fiscal year of the day: `INV-2026-4817`. At anybody but the desk
 * with the code of the desk and the mark of the issuer before it (`KOCHI-7K2QX-INV-2026-3052`): a buyer gets papers of several
 * facilities, and a facility writes some through several desks. The row is locked until the transaction ends: the next one
 * waits, and a paper that did not come to be uses up no number.
 */
export async function nextPaperNumber(
  tx: Transaction,
  paper: { readonly deskId: string; readonly issuerId: string; readonly kind: PaperKind; readonly issuedOn: LocalDate },
): Promise<string> {
  const fiscalYear = fiscalYearOf(paper.issuedOn);
  const [row] = await tx.manager.query<[{ last_number: number; secret: string | null }]>(
    `INSERT INTO paper_number (desk_id, issuer_id, paper_kind, fiscal_year, last_number) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (desk_id, issuer_id, paper_kind, fiscal_year)
       DO UPDATE SET last_number = paper_number.last_number + 1
     RETURNING last_number, secret`,
    [paper.deskId, paper.issuerId, paper.kind, fiscalYear],
  );
  const number = `${PREFIX[paper.kind]}-${fiscalYear}-${scatteredNumber(row.last_number, row.secret)}`;
  if (paper.issuerId === paper.deskId) return number;
  const { code } = await tx.get(Desk, { id: paper.deskId });
  return `${code}-${markOf(paper.issuerId)}-${number}`;
}
