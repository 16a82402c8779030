import { cash } from './cash/cash.feature.js';
import { contract } from './contract/contract.feature.js';
import { journal } from './journal/journal.feature.js';
import { invoices } from './invoices/invoices.feature.js';
import { overview } from './overview/overview.feature.js';
import { papers } from './papers/papers.feature.js';
import { payments } from './payments/payments.feature.js';
import { reconciliation } from './reconciliation/reconciliation.feature.js';
import { reductions } from './reductions/reductions.feature.js';
import { referrals } from './referrals/referrals.feature.js';
import { settlement } from './settlement/settlement.feature.js';
import { statements } from './statements/statements.feature.js';
import { subcontract } from './subcontract/subcontract.feature.js';
import { transfers } from './transfers/transfers.feature.js';

/** Papers are issued and printed apart from the contracts they are about. */
export const PAPERS_FEATURES = [papers];

/** What the other folders of this lib bring. A new folder is added here. */
export const CONTRACTS_FEATURES = [
  cash,
  contract,
  invoices,
  journal,
  overview,
  payments,
  reconciliation,
  reductions,
  referrals,
  settlement,
  statements,
  subcontract,
  transfers,
];
