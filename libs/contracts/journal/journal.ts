import type { LocalDate } from '#yui/calendar';

/** The accounts a journal of a desk is kept on. A desk calls each what its accountant does. */
export const JOURNAL_ACCOUNTS = [
  'RECEIVABLE',
  'SALES',
  'FEE_INCOME',
  'OUTPUT_TAX',
  'SUBCONTRACTING',
  'INPUT_TAX',
  'PAYABLE',
  'BANK',
] as const;
export type JournalAccount = (typeof JOURNAL_ACCOUNTS)[number];
export type JournalNames = Readonly<Record<JournalAccount, string>>;

export const USUAL_NAMES: JournalNames = {
  RECEIVABLE: '売掛金',
  SALES: '売上高',
  FEE_INCOME: '受取手数料',
  OUTPUT_TAX: '仮受消費税',
  SUBCONTRACTING: '外注費',
  INPUT_TAX: '仮払消費税',
  PAYABLE: '買掛金',
  BANK: '普通預金',
};

/** Something in the books that the desk is a party to. Yen are negative for what was taken back. */
export type Booked =
  | {
      readonly what: 'OWED';
      readonly isFee: boolean;
      /** Whether the desk is owed, or owes. */
      readonly isIncome: boolean;
      readonly netYen: number;
      readonly taxYen: number;
    }
  | { readonly what: 'PAID'; readonly isIncome: boolean; readonly amountYen: number };

/** So much from one account to another: both sides of a row always agree. */
export interface JournalRow {
  readonly debit: JournalAccount;
  readonly credit: JournalAccount;
  /** Above 0. */
  readonly amountYen: number;
}

/**
 * Double entry for what is booked: the tax on an account of its own, and what was taken back with its sides changed, because
 * accounting programs take no negative amounts.
 */
export function journalRows(booked: Booked): JournalRow[] {
  if (booked.what === 'PAID') {
    const { isIncome, amountYen } = booked;
    return isIncome ? rowOf('BANK', 'RECEIVABLE', amountYen) : rowOf('PAYABLE', 'BANK', amountYen);
  }
  const { isFee, isIncome, netYen, taxYen } = booked;
  return isIncome
    ? [...rowOf('RECEIVABLE', isFee ? 'FEE_INCOME' : 'SALES', netYen), ...rowOf('RECEIVABLE', 'OUTPUT_TAX', taxYen)]
    : [...rowOf('SUBCONTRACTING', 'PAYABLE', netYen), ...rowOf('INPUT_TAX', 'PAYABLE', taxYen)];
}

function rowOf(debit: JournalAccount, credit: JournalAccount, yen: number): JournalRow[] {
  if (yen === 0) return [];
  return yen > 0 ? [{ debit, credit, amountYen: yen }] : [{ debit: credit, credit: debit, amountYen: -yen }];
}

/** A row of the journal with what an accountant looks for. */
export interface JournalEntry extends JournalRow {
  /** Of the trade or the payment; of what was taken back, the day on which it was. */
  readonly on: LocalDate;
  readonly taxPercent: number | null;
  readonly partner: string;
  readonly orderNumber: string;
  readonly description: string;
  readonly recordedOn: LocalDate;
}
