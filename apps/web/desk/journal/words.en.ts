import type { JournalWords } from './words.ja.js';

export const en: JournalWords = {
  lead: 'The journal for your accounting program as CSV: what the desk is paid and pays.',
  period: 'Period',
  from: 'From',
  to: 'To',
  download: 'Save the journal as CSV',
  late: 'What is recorded later stands in the month of its trade; the last column says when it was recorded.',
  accounts: 'Names of the accounts',
  accountsLead: 'As your accounting program has them.',
  edit: 'Change the names',
  save: 'Save',
  saved: 'Saved.',
  names: {
    RECEIVABLE: 'To be received',
    SALES: 'Sales of work',
    FEE_INCOME: 'Fees of the desk',
    OUTPUT_TAX: 'Tax received',
    SUBCONTRACTING: 'Work of facilities',
    INPUT_TAX: 'Tax paid',
    PAYABLE: 'To be paid',
    BANK: 'Bank account',
  },
};
