import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { Desk } from '#yui/directory';
import type { PaperKind } from '#yui/papers';
import type { Transaction } from '#yui/platform';

/** How the numbers of each kind of paper begin. */
const PREFIX: Readonly<Record<PaperKind, string>> = {
  QUOTE: 'Q',
  PURCHASE_ORDER: 'PO',
  ORDER_ACKNOWLEDGEMENT: 'OA',
  CONTRACT: 'CT',
  REFERRAL_LETTER: 'RF',
  ALLOCATION_NOTICE: 'AL',
  DELIVERY_NOTE: 'DN',
  ACCEPTANCE_NOTE: 'AC',
  INVOICE: 'INV',
  PAYMENT_NOTICE: 'PN',
};

/**
 * The next number of an issuer for one kind of paper in the fiscal year of the day: `INV-2026-0001`, at a facility with the
 * code of the desk before it, as a facility may write papers through several desks. The row is locked until the
 * transaction ends: the next one waits, and a paper that did not come to be leaves no gap.
 */
export async function nextPaperNumber(
  tx: Transaction,
  paper: { readonly deskId: string; readonly issuerId: string; readonly kind: PaperKind; readonly issuedOn: LocalDate },
): Promise<string> {
  const fiscalYear = fiscalYearOf(paper.issuedOn);
  const [row] = await tx.manager.query<[{ last_number: number }]>(
    `INSERT INTO paper_number (desk_id, issuer_id, paper_kind, fiscal_year, last_number) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (desk_id, issuer_id, paper_kind, fiscal_year)
       DO UPDATE SET last_number = paper_number.last_number + 1
     RETURNING last_number`,
    [paper.deskId, paper.issuerId, paper.kind, fiscalYear],
  );
  const number = `${PREFIX[paper.kind]}-${fiscalYear}-${String(row.last_number).padStart(4, '0')}`;
  if (paper.issuerId === paper.deskId) return number;
  const { code } = await tx.get(Desk, { id: paper.deskId });
  return `${code}-${number}`;
}
