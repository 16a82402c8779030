import { foldAccountName } from '#yui/money';

/** What somebody has still to pay. */
export interface OpenInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly payerId: string;
  readonly openYen: number;
}

/**
 * SURE: by its number, or by amount and a name that one payer alone has. LIKELY: by the amount or the name alone, or where
 * several have the name.
 */
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

/** Whose name it can be, by how it is folded. A name of which nothing is left says nothing, and stands for nobody. */
export type PayersByName = ReadonlyMap<string, ReadonlySet<string>>;

const NOBODY: ReadonlySet<string> = new Set();

export function payersByName(names: Iterable<readonly [folded: string, payerId: string]>): PayersByName {
  const payers = new Map<string, Set<string>>();
  for (const [folded, payerId] of names) {
    if (folded !== '') payers.set(folded, (payers.get(folded) ?? new Set()).add(payerId));
  }
  return payers;
}

/**
 * What a deposit is most likely for; null: nothing speaks for anything. A proposal is never carried out by itself.
 * @param open what is due first before
 */
export function proposeMatch(
  deposit: { readonly payerName: string; readonly amountYen: number },
  open: readonly OpenInvoice[],
  payersOf: PayersByName,
): MatchProposal | null {
  const digits = deposit.payerName.normalize('NFKC').replace(/[^0-9]/g, '');
  const named = open.filter(({ number }) => {
    const own = number.replace(/[^0-9]/g, '');
    return own.length >= 4 && digits.includes(own);
  });
  const payers = payersOf.get(foldPayer(deposit.payerName)) ?? NOBODY;
  if (named.length === 1) {
    const isOfAnother = payers.size > 0 && !payers.has(named[0]!.payerId);
    return { invoiceIds: [named[0]!.invoiceId], certainty: isOfAnother ? 'LIKELY' : 'SURE' };
  }
  const whenUnique: MatchCertainty = payers.size === 1 ? 'SURE' : 'LIKELY';
  const own = open.filter((invoice) => payers.has(invoice.payerId));
  const exact = own.filter(({ openYen }) => openYen === deposit.amountYen);
  if (exact.length > 0) {
    return { invoiceIds: [exact[0]!.invoiceId], certainty: exact.length === 1 ? whenUnique : 'LIKELY' };
  }
  if (own.length > 0) {
    // Several may have the name: what they owe together is nobody's sum.
    const ofFirst = own.filter(({ payerId }) => payerId === own[0]!.payerId);
    const isAll = ofFirst.reduce((yen, { openYen }) => yen + openYen, 0) === deposit.amountYen;
    return {
      invoiceIds: isAll ? ofFirst.map(({ invoiceId }) => invoiceId) : [own[0]!.invoiceId],
      certainty: isAll ? whenUnique : 'LIKELY',
    };
  }
  const equal = payers.size === 0 ? open.filter(({ openYen }) => openYen === deposit.amountYen) : [];
  return equal.length === 1 ? { invoiceIds: [equal[0]!.invoiceId], certainty: 'LIKELY' } : null;
}
