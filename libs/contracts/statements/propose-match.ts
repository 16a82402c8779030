import { foldAccountName } from '#yui/money';

/** What somebody has still to pay. */
export interface OpenInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly payerId: string;
  readonly openYen: number;
}

/** SURE: by its number, or by name and amount. LIKELY: by the amount, or by the name, alone. */
export const MATCH_CERTAINTIES = ['SURE', 'LIKELY'] as const;
export type MatchCertainty = (typeof MATCH_CERTAINTIES)[number];

export interface MatchProposal {
  readonly invoiceIds: readonly string[];
  readonly certainty: MatchCertainty;
}

/**
 * Whose name stands in a line of a statement: without what the bank puts before it (フリコミ) and the number the payer has put
 * behind it.
 */
export function foldPayer(written: string): string {
  const words = written.normalize('NFKC').split(/\s+/u);
  const name = words.filter((word) => !/\d/.test(word)).join(' ');
  return foldAccountName(name.replace(/^(振込入金|振込|フリコミ|お振込|入金)[*＊ ]*/u, ''));
}

/**
 * What a deposit is most likely for; null: nothing speaks for anything. A proposal is never carried out by itself.
 * @param open what is due first before
 * @param payerOf whose name it is, by how it is folded
 */
export function proposeMatch(
  deposit: { readonly payerName: string; readonly amountYen: number },
  open: readonly OpenInvoice[],
  payerOf: ReadonlyMap<string, string>,
): MatchProposal | null {
  const digits = deposit.payerName.normalize('NFKC').replace(/[^0-9]/g, '');
  const named = open.filter(({ number }) => {
    const own = number.replace(/[^0-9]/g, '');
    return own.length >= 4 && digits.includes(own);
  });
  if (named.length === 1) return { invoiceIds: [named[0]!.invoiceId], certainty: 'SURE' };
  const payerId = payerOf.get(foldPayer(deposit.payerName));
  const own = open.filter((invoice) => invoice.payerId === payerId);
  const exact = own.filter(({ openYen }) => openYen === deposit.amountYen);
  if (exact.length > 0) return { invoiceIds: [exact[0]!.invoiceId], certainty: exact.length === 1 ? 'SURE' : 'LIKELY' };
  if (own.length > 0) {
    const sum = own.reduce((yen, { openYen }) => yen + openYen, 0);
    const isAll = sum === deposit.amountYen;
    return {
      invoiceIds: isAll ? own.map(({ invoiceId }) => invoiceId) : [own[0]!.invoiceId],
      certainty: isAll ? 'SURE' : 'LIKELY',
    };
  }
  const equal = payerId === undefined ? open.filter(({ openYen }) => openYen === deposit.amountYen) : [];
  return equal.length === 1 ? { invoiceIds: [equal[0]!.invoiceId], certainty: 'LIKELY' } : null;
}
