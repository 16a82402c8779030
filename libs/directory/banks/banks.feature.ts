import { feature } from '#yui/platform';
import { BankBranch } from './bank-branch.entity.js';
import { Bank } from './bank.entity.js';
import { BankQueries } from './bank.queries.js';

export const banks = feature({ entities: [Bank, BankBranch], queries: [BankQueries] });
